using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>The trainer pool.</summary>
/// <param name="Text">Beginning of family name and given name; null for everybody.</param>
/// <param name="ProgrammeId">Only those authorised for it; null for all.</param>
/// <param name="Status">Only those with an authorisation in this state, of that programme where one is chosen.</param>
/// <param name="Page">Page of the list, from 1; null: all of it, for a file.</param>
[RequirePermission(Permission.SeeTrainers)]
public sealed record GetTrainersQuery(string? Text, Guid? BranchId, TrainerSource? Source, Guid? ProgrammeId, AuthorisationStatus? Status, int? Page)
    : IQuery<TrainersView>;

/// <summary>A list of trainers with what it can be filtered by.</summary>
public sealed record TrainersView(Paged<TrainerRow> Trainers, IReadOnlyList<BranchChoice> Branches, IReadOnlyList<ProgrammeChoice> Programmes);

/// <summary>A programme to choose.</summary>
public sealed record ProgrammeChoice(Guid Id, string Code, LocalizedText Title);

/// <summary>A trainer in the list.</summary>
/// <param name="Certified">Programmes that may be taught today.</param>
/// <param name="Authorisations">Programmes trained for.</param>
/// <param name="EndsFirst">Last day of the certification that ends first; null where there is none.</param>
/// <param name="Groups">Groups that go on or will.</param>
public sealed record TrainerRow(
    Guid Id, string Name, TrainerSource Source, LocalizedText Branch, TeachingLanguages Languages, int Certified, int Authorisations, DateOnly? EndsFirst, int Groups);

internal sealed class GetTrainersHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetTrainersQuery, Result<TrainersView>>
{
    public async Task<Result<TrainersView>> Handle(GetTrainersQuery request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var seen = db.TrainersSeenBy(user);
        var found = seen;
        if (request.BranchId is { } branch)
        {
            found = found.Where(t => t.BranchId == branch);
        }

        if (request.Source is { } source)
        {
            found = found.Where(t => t.Source == source);
        }

        if (request.ProgrammeId is not null || request.Status is not null)
        {
            found = found.Where(t => t.Authorisations.Any(a =>
                (request.ProgrammeId == null || a.ProgrammeId == request.ProgrammeId) && (request.Status == null || a.Status == request.Status)));
        }

        if (!string.IsNullOrWhiteSpace(request.Text))
        {
            var key = SortKey.Of(request.Text);
            found = found.Where(t => key.Length > 0 && db.Persons.Any(p => p.Id == t.PersonId && p.SortKey.StartsWith(key)));
        }

        var total = await found.CountAsync(cancellationToken);
        var rows =
            from trainer in found
            join person in db.Persons on trainer.PersonId equals person.Id
            join place in db.Organisations on trainer.BranchId equals place.Id
            orderby person.SortKey, trainer.Id
            select new TrainerRow(
                trainer.Id,
                person.FamilyName + " " + person.GivenName,
                trainer.Source,
                place.Name,
                trainer.Languages,
                trainer.Authorisations.Count(a =>
                    (a.Status == AuthorisationStatus.Certified || a.Status == AuthorisationStatus.Due) && a.ValidFrom <= today && a.ValidUntil >= today),
                trainer.Authorisations.Count,
                trainer.Authorisations
                    .Where(a => a.Status == AuthorisationStatus.Certified || a.Status == AuthorisationStatus.Due)
                    .Min(a => a.ValidUntil),
                db.Groups.Running().Count(g => g.TrainerId == person.Id));
        var page = request.Page is { } number
            ? await rows.PageAsync(total, number, cancellationToken)
            : new Paged<TrainerRow>(await rows.ToListAsync(cancellationToken), 1, total, Math.Max(1, total));
        var branches = await db.Organisations
            .Where(o => seen.Any(t => t.BranchId == o.Id))
            .OrderBy(o => o.SortKey)
            .Select(o => new BranchChoice(o.Id, o.Name))
            .ToListAsync(cancellationToken);
        var programmes = await db.Programmes
            .Where(p => seen.Any(t => t.Authorisations.Any(a => a.ProgrammeId == p.Id)))
            .OrderBy(p => p.Code)
            .Select(p => new ProgrammeChoice(p.Id, p.Code, p.Title))
            .ToListAsync(cancellationToken);
        return new TrainersView(page, branches, programmes);
    }
}
