using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>
/// Who could train a group: whether the one who is chosen may, and others who may, by authorisation, language, region, load and
/// calendar. Proposals only; the coordinator chooses.
/// </summary>
/// <param name="GroupId">The group itself where it is there already: being busy with it is no clash.</param>
/// <param name="TrainerId">Person chosen; null for nobody.</param>
[RequirePermission(Permission.ManageGroups)]
public sealed record FindTrainersQuery(
    Guid ProgrammeVersionId, Guid BranchId, Language Language, DateOnly StartsOn, DateOnly EndsOn, Guid? TrainerId, Guid? GroupId = null)
    : IQuery<TrainerProposals>
{
    /// <summary>Most proposals.</summary>
    public const int Most = 10;
}

/// <summary>What is known of the choice, and who else there is.</summary>
/// <param name="Chosen">Name of the person chosen; null for nobody.</param>
/// <param name="Obstacles">What keeps that person; empty when nothing does.</param>
/// <param name="Proposals">People who may, the most fitting first.</param>
public sealed record TrainerProposals(string? Chosen, IReadOnlyList<Obstacle> Obstacles, IReadOnlyList<TrainerProposal> Proposals);

/// <summary>Somebody who may train the group.</summary>
/// <param name="Speaks">Whether the trainer teaches in the language of the group.</param>
/// <param name="IsNear">Whether the trainer belongs to the branch, or to one that serves a region of it.</param>
/// <param name="Clashes">Codes of groups in the same days.</param>
/// <param name="Groups">Groups that go on or will.</param>
/// <param name="ValidUntil">Last day of the certification.</param>
public sealed record TrainerProposal(
    Guid PersonId, string Name, LocalizedText Branch, bool Speaks, bool IsNear, IReadOnlyList<string> Clashes, int Groups, DateOnly? ValidUntil);

internal sealed class FindTrainersHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<FindTrainersQuery, Result<TrainerProposals>>
{
    public async Task<Result<TrainerProposals>> Handle(FindTrainersQuery request, CancellationToken cancellationToken)
    {
        var branch = await db.Organisations.SingleOrDefaultAsync(o => o.Id == request.BranchId, cancellationToken);
        if (branch is null || !user.Covers(Permission.ManageGroups, branch.Path)
            || await db.ProgrammeOfAsync(request.ProgrammeVersionId, cancellationToken) is not { } programme)
        {
            return new NotFound();
        }

        IReadOnlyList<Obstacle> obstacles = [];
        string? chosen = null;
        if (request.TrainerId is { } id)
        {
            chosen = await db.Persons.Where(p => p.Id == id).Select(p => p.FamilyName + " " + p.GivenName).SingleOrDefaultAsync(cancellationToken);
            var span = (id, request.StartsOn, request.EndsOn);
            obstacles = (await db.ObstaclesAsync(programme, [span], cancellationToken)).GetValueOrDefault(span) ?? [];
        }

        return new TrainerProposals(chosen, obstacles, await ProposalsAsync(request, programme, cancellationToken));
    }

    private async Task<IReadOnlyList<TrainerProposal>> ProposalsAsync(FindTrainersQuery request, Guid programme, CancellationToken cancellationToken)
    {
        var regions = db.BranchRegions.Where(r => r.BranchId == request.BranchId).Select(r => r.RegionId);

        // the database leaves those whose certification holds; the rule itself is asked here
        var found = await (
            from trainer in db.Trainers
                .AsNoTracking()
                .Include(t => t.Authorisations.Where(a => a.ProgrammeId == programme))
                .Include(t => t.Contracts)
            where trainer.PersonId != request.TrainerId
                && trainer.Authorisations.Any(a => a.ProgrammeId == programme && a.ValidFrom <= request.StartsOn && a.ValidUntil >= request.EndsOn
                    && (a.Status == AuthorisationStatus.Certified || a.Status == AuthorisationStatus.Due))
            join person in db.Persons on trainer.PersonId equals person.Id
            where person.Roles.Any(r => r.Role == Domain.Accounts.Role.Trainer)
            join place in db.Organisations on trainer.BranchId equals place.Id
            select new
            {
                Trainer = trainer,
                Name = person.FamilyName + " " + person.GivenName,
                person.SortKey,
                Branch = place.Name,
                IsNear = trainer.BranchId == request.BranchId || db.BranchRegions.Any(r => r.BranchId == trainer.BranchId && regions.Contains(r.RegionId)),
                Groups = db.Groups.Running().Count(g => g.TrainerId == person.Id),
            })
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        found.RemoveAll(f => f.Trainer.ObstaclesTo(programme, request.StartsOn, request.EndsOn).Count > 0);
        var people = found.ConvertAll(f => f.Trainer.PersonId);
        var clashes = (await db.Groups.Running()
            .Where(g => EF.Parameter(people).Contains(g.TrainerId) && g.Id != request.GroupId && g.StartsOn <= request.EndsOn && g.EndsOn >= request.StartsOn)
            .OrderBy(g => g.Code)
            .Select(g => new { g.TrainerId, g.Code })
            .ToListAsync(cancellationToken))
            .ToLookup(g => g.TrainerId, g => g.Code);
        return
        [
            .. found
                .Select(f => (f.SortKey, Proposal: new TrainerProposal(
                    f.Trainer.PersonId,
                    f.Name,
                    f.Branch,
                    Domain.Programmes.TeachingLanguagesRules.Teaches(f.Trainer.Languages, request.Language),
                    f.IsNear,
                    [.. clashes[f.Trainer.PersonId]],
                    f.Groups,
                    f.Trainer.For(programme)!.ValidUntil)))
                .OrderByDescending(p => p.Proposal.Speaks)
                .ThenBy(p => p.Proposal.Clashes.Count > 0)
                .ThenByDescending(p => p.Proposal.IsNear)
                .ThenBy(p => p.Proposal.Groups)
                .ThenBy(p => p.SortKey, StringComparer.Ordinal)
                .Take(FindTrainersQuery.Most)
                .Select(p => p.Proposal),
        ];
    }
}
