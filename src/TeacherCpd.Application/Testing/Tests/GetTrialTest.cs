using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Tests;

/// <summary>A trial test with its figures, for whoever makes it. No names: a trial is nobody's business but the teacher's.</summary>
[RequirePermission(Permission.ManageTrialTests)]
public sealed record GetTrialTestQuery(Guid TestId) : IQuery<TrialTestView>;

/// <summary>A trial test.</summary>
/// <param name="Sections">What it is made of, with what the bank has.</param>
/// <param name="Running">Attempts that run.</param>
/// <param name="Ended">Attempts that ended.</param>
/// <param name="MeanPerMille">Mean result of those, in per mille; null where there is none.</param>
public sealed record TrialTestView(
    Guid Id, LocalizedText Organisation, TrialTestPlan Plan, TrialTestStatus Status, IReadOnlyList<SectionChoice> Sections, int Running, int Ended, int? MeanPerMille);

/// <summary>A section of the bank, for a test.</summary>
/// <param name="Approved">Approved items that the bank has.</param>
/// <param name="Count">Items that the test asks for; 0 for none.</param>
public sealed record SectionChoice(TestSection Section, string Subject, int Approved, int Count);

internal sealed class GetTrialTestHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetTrialTestQuery, Result<TrialTestView>>
{
    public async Task<Result<TrialTestView>> Handle(GetTrialTestQuery request, CancellationToken cancellationToken)
    {
        var test = await db.TestsMadeBy(user).AsNoTracking().SingleOrDefaultAsync(t => t.Id == request.TestId, cancellationToken);
        if (test is null)
        {
            return new NotFound();
        }

        var organisation = await db.Organisations.Where(o => o.Id == test.OrganisationId).Select(o => o.Name).SingleAsync(cancellationToken);
        var approved = await db.ApprovedItemsAsync(cancellationToken);
        var sections = test.Sections.OrderBy(s => s.Place).ToList();
        var running = await db.TestAttempts.CountAsync(a => a.TestId == test.Id && a.EndedAt == null, cancellationToken);
        var scores = await (
            from attempt in db.TestAttempts
            where attempt.TestId == test.Id && attempt.EndedAt != null
            from score in attempt.Scores
            where !attempt.Scores.Any(later => later.Number > score.Number)
            group score by attempt.TestId into all
            select new { Count = all.Count(), Points = all.Sum(s => s.Points), Total = all.Sum(s => s.Total) })
            .SingleOrDefaultAsync(cancellationToken);
        return new TrialTestView(
            test.Id,
            organisation,
            new TrialTestPlan(
                test.Title, test.OpensOn, test.ClosesOn, test.Minutes, test.ShowsAnswersAtOnce, [.. sections.Select(s => new SectionPlan(s.Section, s.Subject, s.Count))]),
            test.Status,
            [.. sections.Select(s => new SectionChoice(s.Section, s.Subject, approved.GetValueOrDefault((s.Section, s.Subject)), s.Count))],
            running,
            scores?.Count ?? 0,
            scores is { Total: > 0 } ? Rounded.PerMille(scores.Points, scores.Total) : null);
    }
}
