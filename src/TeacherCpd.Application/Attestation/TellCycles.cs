using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>
/// Writes notices to those whom a new stage of a cycle concerns, some at a time, each once: secretaries and members of the commissions
/// of its level, candidates with a case in it, and, when applications open, whose category ends within a year.
/// </summary>
[SystemOnly]
public sealed record TellCyclesCommand : ICommand<Done>;

internal sealed class TellCyclesHandler(IAppDbContext db, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<TellCyclesCommand, Result<Done>>
{
    /// <summary>How many notices are written at once; the next sweep writes the others.</summary>
    private const int MostAtOnce = 500;

    private static readonly string[] Heads = ["head", "deputy"];

    public async Task<Result<Done>> Handle(TellCyclesCommand request, CancellationToken cancellationToken)
    {
        var cycle = await db.AttestationCycles
            .Include(c => c.Steps)
            .Where(c => c.Steps.Any(s => s.ToldAt == null))
            .OrderBy(c => c.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (cycle is null)
        {
            return Done.Value;
        }

        var step = cycle.Steps.Where(s => s.ToldAt is null).OrderBy(s => s.Stage).First();
        var (today, now) = (time.Today(), time.UtcNow());
        var seat = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == cycle.OrganisationId, cancellationToken);
        var below = db.Organisations.Where(o => o.Path.StartsWith(seat.Path)).Select(o => o.Id);
        var commissions = db.Commissions.Where(c => below.Contains(c.OrganisationId) && c.ValidFrom <= today && c.ValidTo >= today);
        var secretaries = commissions.Select(c => c.SecretaryId);
        var members = commissions.SelectMany(c => c.Members).Where(m => m.Status == CommissionMemberStatus.Serving).Select(m => m.PersonId);
        var candidates = db.AttestationCases
            .Where(c => c.CycleId == cycle.Id && c.Status != AttestationCaseStatus.Decided && c.Status != AttestationCaseStatus.Withdrawn)
            .Select(c => c.PersonId);
        var ends = today.AddYears(1);
        var isForHeads = cycle.Group == CycleGroup.Heads;
        var due = db.CategoryRecords
            .Where(r => step.Stage == CycleStage.ApplicationsOpen && r.ValidUntil >= today && r.ValidUntil <= ends
                && !db.CategoryRecords.Any(later => later.PersonId == r.PersonId && later.GrantedOn > r.GrantedOn)
                && (r.Category.StartsWith(Heads[0]) || r.Category.StartsWith(Heads[1])) == isForHeads)
            .Select(r => r.PersonId);
        var inReach = db.Persons.Where(p => p.Employments.Any(e => below.Contains(e.OrganisationId) && (e.To == null || e.To >= today)));
        var people = await db.Persons
            .Where(p => secretaries.Contains(p.Id) || members.Contains(p.Id) || candidates.Contains(p.Id) || (due.Contains(p.Id) && inReach.Any(i => i.Id == p.Id)))
            .Where(p => !db.AttestationNotices.Any(n => n.SubjectId == step.Id && n.Kind == AttestationNoticeKind.CycleMoved && n.RecipientId == p.Id))
            .OrderBy(p => p.Id)
            .Select(p => p.Id)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        var until = CycleStages.Table.After(step.Stage) is [var next] ? cycle.Dates.BeginOf(next)!.Value.AddDays(-1) : today;
        foreach (var person in people)
        {
            db.Tell(jobs, person, AttestationNoticeKind.CycleMoved, step.Id, step.Stage.ToString(), until, now);
        }

        if (people.Count < MostAtOnce)
        {
            step.Told(now);
        }

        return Done.Value;
    }
}
