using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring.Matrix;

/// <summary>A participant's part of the interaction matrix, to be filled in: as it is, or as the plan of the programme proposes it.</summary>
[SignedIn]
public sealed record GetMatrixQuery(Guid EnrolmentId) : IQuery<MatrixView>;

/// <summary>A participant's part of the matrix.</summary>
/// <param name="IsMine">Whether the user is the participant.</param>
/// <param name="IsOpen">Whether it can be filled in today.</param>
/// <param name="OpensOn">Last day of the course, on which it opens.</param>
/// <param name="First">First day for which a contact can be planned.</param>
/// <param name="Last">Last day for which a contact can be planned.</param>
/// <param name="IsFilled">Whether it has been filled in.</param>
/// <param name="Revision">What the form sends back as shown.</param>
/// <param name="Trainers">Who can be responsible.</param>
public sealed record MatrixView(
    Guid EnrolmentId,
    Guid GroupId,
    string GroupCode,
    LocalizedText Programme,
    string Participant,
    bool IsMine,
    bool IsOpen,
    bool IsClosed,
    DateOnly OpensOn,
    DateOnly First,
    DateOnly Last,
    bool IsFilled,
    int Revision,
    IReadOnlyList<TrainerChoice> Trainers,
    IReadOnlyList<MatrixRow> Rows);

internal sealed class GetMatrixHandler(IAppDbContext db, CurrentUser user, SupportPlan plan, TimeProvider time) : IRequestHandler<GetMatrixQuery, Result<MatrixView>>
{
    public async Task<Result<MatrixView>> Handle(GetMatrixQuery request, CancellationToken cancellationToken)
    {
        if (await db.MatrixPartAsync(request.EnrolmentId, user, cancellationToken) is not { } part)
        {
            return new NotFound();
        }

        var about = await (
            from studyGroup in db.Groups
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            join person in db.Persons on part.PersonId equals person.Id
            where studyGroup.Id == part.GroupId
            select new { studyGroup.Code, programme.Title, Participant = person.FamilyName + " " + person.GivenName })
            .SingleAsync(cancellationToken);
        var year = await db.YearAfterAsync(plan, part.GroupId, cancellationToken);
        var entries = await db.MatrixEntries.AsNoTracking().Where(e => e.EnrolmentId == part.EnrolmentId).ToListAsync(cancellationToken);
        var trainers = await db.Persons
            .Where(p => db.TrainersOf(part.GroupId).Contains(p.Id))
            .OrderBy(p => p.SortKey)
            .Select(p => new TrainerChoice(p.Id, p.FamilyName + " " + p.GivenName))
            .ToListAsync(cancellationToken);
        var (first, last) = SupportPlan.YearAfter(part.EndsOn);
        return new MatrixView(
            part.EnrolmentId,
            part.GroupId,
            about.Code,
            about.Title,
            about.Participant,
            part.IsMine,
            part.IsOpen(time.Today()),
            part.Status == GroupStatus.Closed,
            part.EndsOn,
            first,
            last,
            year.Contacts.All(c => entries.Exists(e => (e.Kind, e.Month) == (c.Kind, c.Month))),
            entries.Sum(e => e.Revision + 1),
            trainers,
            [.. year.DaysAfter(part.EndsOn).Select(d => entries.Find(e => (e.Kind, e.Month) == (d.Contact.Kind, d.Contact.Month)) is { } entry
                ? new MatrixRow(entry.Kind, entry.Month, entry.DueOn, entry.TrainerId, entry.Wish)
                : new MatrixRow(d.Contact.Kind, d.Contact.Month, d.DueOn, part.TrainerId, null))]);
    }
}
