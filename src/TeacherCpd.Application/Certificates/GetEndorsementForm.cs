using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Certificates;

/// <summary>What a trainer sees before adding an observation to a certificate.</summary>
[RequirePermission(Permission.RecordContacts)]
public sealed record GetEndorsementFormQuery(Guid ContactId) : IQuery<EndorsementForm>;

/// <summary>The evidence, and the certificate to which it would be added.</summary>
/// <param name="Evidence">Kind of the contact.</param>
/// <param name="DoneOn">Day on which it took place; null before.</param>
/// <param name="Outcome">What was written down of it.</param>
/// <param name="Holder">Participant.</param>
/// <param name="Serial">Number of the certificate; null where there is none in force.</param>
/// <param name="Title">What the certificate is about.</param>
/// <param name="Figures">What the learners reached, of an analysis of achievements; nobody where nothing was measured.</param>
/// <param name="Kinds">What the contact can show and does not show yet.</param>
public sealed record EndorsementForm(
    ContactKind Evidence, DateOnly? DoneOn, string? Outcome, string Holder, string? Serial, LocalizedText? Title, LearnerFigures? Figures, IReadOnlyList<EndorsementKind> Kinds);

internal sealed class GetEndorsementFormHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetEndorsementFormQuery, Result<EndorsementForm>>
{
    public async Task<Result<EndorsementForm>> Handle(GetEndorsementFormQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var found = await (
            from contact in db.SupportContacts
            where contact.Id == request.ContactId && contact.TrainerId == me
            join person in db.Persons on contact.PersonId equals person.Id
            select new { Contact = contact, person.FamilyName, person.GivenName }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        var enrolmentId = found.Contact.EnrolmentId;
        var certificate = await db.Certificates
            .Where(c => c.EnrolmentId == enrolmentId && c.Kind == CertificateKind.Course && c.Status == CertificateStatus.Valid)
            .Select(c => new { c.Serial, c.ProgrammeTitle })
            .SingleOrDefaultAsync(cancellationToken);
        var there = await db.CertificateEndorsements.Where(e => e.ContactId == request.ContactId).Select(e => e.Kind).ToListAsync(cancellationToken);
        var figures = found.Contact.Kind == ContactKind.AchievementAnalysis ? await db.LearnersOfAsync(request.ContactId, cancellationToken) : null;
        return new EndorsementForm(
            found.Contact.Kind,
            found.Contact.DoneAt is { } done ? Clock.DayOf(done) : null,
            found.Contact.Outcome,
            $"{found.FamilyName} {found.GivenName}",
            certificate?.Serial,
            certificate?.ProgrammeTitle,
            figures,
            [.. Enum.GetValues<EndorsementKind>().Where(k => CertificateEndorsement.IsShownBy(k, found.Contact.Kind) && !there.Contains(k))]);
    }
}
