using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>Everything that is known of one trainer, as the trainer and those who answer for the pool read it.</summary>
/// <param name="Taught">What comes of the groups taught; the newest on top.</param>
public sealed record TrainerFile(
    Guid Id,
    Guid PersonId,
    string Name,
    TrainerSource Source,
    Guid BranchId,
    LocalizedText Branch,
    TeachingLanguages Languages,
    IReadOnlyList<AuthorisationView> Authorisations,
    IReadOnlyList<ContractView> Contracts,
    IReadOnlyList<TrainerNoteView> Notes,
    IReadOnlyList<TaughtGroup> Taught,
    IReadOnlyList<TrainerEventView> Events,
    IReadOnlyList<CouncilOutcome> Outcomes);

/// <summary>An authorisation.</summary>
/// <param name="Obstacle">What keeps from teaching today; null when nothing does.</param>
public sealed record AuthorisationView(
    Guid ProgrammeId,
    string Code,
    LocalizedText Title,
    AuthorisationStatus Status,
    DateOnly TrainedOn,
    DateOnly? ValidFrom,
    DateOnly? ValidUntil,
    Obstacle? Obstacle,
    IReadOnlyList<StepView> Steps);

/// <summary>A step of an authorisation.</summary>
public sealed record StepView(AuthorisationStatus Status, DateOnly On, string Basis);

/// <summary>A contract.</summary>
/// <param name="Holds">Whether it holds today.</param>
public sealed record ContractView(string Number, ContractKind Kind, DateOnly ValidFrom, DateOnly ValidUntil, bool Holds);

/// <summary>An observation, a recommendation or what participants said.</summary>
public sealed record TrainerNoteView(TrainerNoteKind Kind, DateOnly On, string Words, string By);

/// <summary>A group of the trainer.</summary>
/// <param name="People">People with a place.</param>
/// <param name="Recommended">Those of them who were recommended for certification.</param>
public sealed record TaughtGroup(Guid Id, string Code, LocalizedText Title, GroupStatus Status, DateOnly StartsOn, DateOnly EndsOn, int People, int Recommended);

/// <summary>A standardisation event in which the trainer took part.</summary>
public sealed record TrainerEventView(StandardisationKind Kind, string Title, DateOnly On);

/// <summary>
/// What the council decided: the place at which a certificate of the trainer is issued. A recommendation holds for the programme
/// from <paramref name="ValidFrom"/> to <paramref name="ValidUntil"/>.
/// </summary>
public sealed record CouncilOutcome(
    Guid RecertificationId, string Number, int Year, string Code, LocalizedText Title, bool IsRecommended, string Protocol, DateOnly On, DateOnly ValidFrom, DateOnly ValidUntil, string? Reasons);

/// <summary>Reads the file of a trainer.</summary>
internal static class TrainerFiles
{
    /// <summary>Groups that are shown.</summary>
    private const int MostGroups = 50;

    /// <summary>The file of a trainer among those that the caller may see; null where there is none.</summary>
    public static async Task<TrainerFile?> TrainerFileAsync(this IAppDbContext db, IQueryable<Trainer> seen, DateOnly today, CancellationToken cancellationToken)
    {
        var trainer = await seen
            .AsNoTracking()
            .Include(t => t.Authorisations).ThenInclude(a => a.Steps)
            .Include(t => t.Contracts)
            .AsSplitQuery()
            .SingleOrDefaultAsync(cancellationToken);
        if (trainer is null)
        {
            return null;
        }

        var head = await (
            from person in db.Persons
            where person.Id == trainer.PersonId
            from branch in db.Organisations
            where branch.Id == trainer.BranchId
            select new { Name = person.FamilyName + " " + person.GivenName, Branch = branch.Name })
            .SingleAsync(cancellationToken);
        var ids = trainer.Authorisations.Select(a => a.ProgrammeId).ToList();
        var programmes = await db.Programmes
            .Where(p => EF.Parameter(ids).Contains(p.Id))
            .Select(p => new { p.Id, p.Code, p.Title })
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var notes = await (
            from note in db.TrainerNotes
            where note.TrainerId == trainer.Id
            join author in db.Persons on note.By equals author.Id
            orderby note.On descending, note.Id descending
            select new TrainerNoteView(note.Kind, note.On, note.Words, author.FamilyName + " " + author.GivenName))
            .ToListAsync(cancellationToken);
        var places = db.Enrolments.WithPlace();
        var taught = await (
            from g in db.Groups
            where g.TrainerId == trainer.PersonId && g.Status != GroupStatus.Cancelled && g.TrainerTakenOffAt == null
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            orderby g.StartsOn descending, g.Code
            select new TaughtGroup(
                g.Id,
                g.Code,
                programme.Title,
                g.Status,
                g.StartsOn,
                g.EndsOn,
                places.Count(e => e.GroupId == g.Id),
                db.Enrolments.Count(e => e.GroupId == g.Id && e.Status == EnrolmentStatus.Recommended)))
            .Take(MostGroups)
            .ToListAsync(cancellationToken);
        var events = await db.StandardisationEvents
            .Where(e => e.Parts.Any(p => p.TrainerId == trainer.Id))
            .OrderByDescending(e => e.On)
            .Select(e => new TrainerEventView(e.Kind, e.Title, e.On))
            .ToListAsync(cancellationToken);
        var outcomes = await (
            from recertification in db.Recertifications
            where recertification.TrainerId == trainer.Id && recertification.ProtocolNumber != null
            join campaign in db.RecertificationCampaigns on recertification.CampaignId equals campaign.Id
            join programme in db.Programmes on recertification.ProgrammeId equals programme.Id
            orderby campaign.Year descending, programme.Code
            select new CouncilOutcome(
                recertification.Id,
                recertification.Number,
                campaign.Year,
                programme.Code,
                programme.Title,
                recertification.Status == RecertificationStatus.Certified,
                recertification.ProtocolNumber!,
                recertification.ProtocolOn!.Value,
                campaign.ValidFrom,
                campaign.ValidUntil,
                recertification.Reasons))
            .ToListAsync(cancellationToken);
        return new TrainerFile(
            trainer.Id,
            trainer.PersonId,
            head.Name,
            trainer.Source,
            trainer.BranchId,
            head.Branch,
            trainer.Languages,
            [
                .. trainer.Authorisations
                    .Select(a => (Authorisation: a, Programme: programmes[a.ProgrammeId]))
                    .OrderBy(a => a.Programme.Code, StringComparer.Ordinal)
                    .Select(a => new AuthorisationView(
                        a.Programme.Id,
                        a.Programme.Code,
                        a.Programme.Title,
                        a.Authorisation.Status,
                        a.Authorisation.TrainedOn,
                        a.Authorisation.ValidFrom,
                        a.Authorisation.ValidUntil,
                        a.Authorisation.ObstacleTo(today, today),
                        [.. a.Authorisation.Steps.OrderBy(s => s.At).ThenBy(s => s.Id).Select(s => new StepView(s.Status, s.On, s.Basis))])),
            ],
            [
                .. trainer.Contracts
                    .OrderByDescending(c => c.ValidFrom)
                    .Select(c => new ContractView(c.Number, c.Kind, c.ValidFrom, c.ValidUntil, c.ValidFrom <= today && c.ValidUntil >= today)),
            ],
            notes,
            taught,
            events,
            outcomes);
    }
}
