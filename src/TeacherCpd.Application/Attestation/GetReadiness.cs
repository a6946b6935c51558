using AutoMapper;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Attestation.Categories;
using TeacherCpd.Application.Attestation.Rules;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>How ready the teacher is for every category that may be claimed: what is there, what is missing, by when.</summary>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record GetReadinessQuery : IQuery<ReadinessView>;

/// <summary>Readiness.</summary>
/// <param name="Edition">Edition that decides today; null where none is in force.</param>
/// <param name="Record">What is recorded of the teacher's categories; null where no edition is in force.</param>
/// <param name="Kept">Why the category is kept without attestation now, each reason with its paragraph; empty where it is not.</param>
/// <param name="Test">Latest knowledge test; null where none is recorded.</param>
/// <param name="NextSession">Next session whose applications have not closed; null while the ministry has not set any.</param>
/// <param name="Claims">Categories that may be looked forward to, the nearest first.</param>
/// <param name="Certificates">Courses and the hours that count for all of them.</param>
/// <param name="Hindrance">Why no attestation is possible; null where it is.</param>
public sealed record ReadinessView(
    DateOnly Today,
    EditionView? Edition,
    CategoryFile? Record,
    IReadOnlyList<ReasonView> Kept,
    TestState? Test,
    YearlyTermsRow? NextSession,
    IReadOnlyList<ClaimReadiness> Claims,
    IReadOnlyList<CountedCertificate> Certificates,
    Error? Hindrance);

/// <summary>A reason and its paragraph.</summary>
public sealed record ReasonView(string Paragraph, LocalizedText Text);

/// <summary>A result of the knowledge test.</summary>
/// <param name="ValidUntil">Last day on which it counts.</param>
/// <param name="Paragraph">Paragraph of that term.</param>
public sealed record TestState(int Percent, DateOnly On, DateOnly ValidUntil, string Paragraph, bool IsValid);

/// <summary>How ready a teacher is for one category.</summary>
/// <param name="MayClaim">False where a rule refuses the claim now.</param>
/// <param name="Refusals">Why; each with its paragraph.</param>
/// <param name="Fulfilled">What is there.</param>
/// <param name="Missing">What is missing or to be looked at.</param>
/// <param name="Points">Points agreed in the open case; null where there is none.</param>
/// <param name="Threshold">Threshold of the sheet; null where it has none.</param>
/// <param name="SheetParagraph">Appendix of the sheet; empty where it has none.</param>
/// <param name="TestPercent">Percent that the knowledge test asks for; null where none is needed.</param>
/// <param name="By">Last day to have it all: the end of the category's term, for confirming it; else the end of the next applications; null where neither is known.</param>
public sealed record ClaimReadiness(
    string Category,
    bool MayClaim,
    IReadOnlyList<ReasonView> Refusals,
    IReadOnlyList<RequirementView> Fulfilled,
    IReadOnlyList<RequirementView> Missing,
    decimal? Points,
    int? Threshold,
    string SheetParagraph,
    int? TestPercent,
    DateOnly? By);

internal sealed class GetReadinessHandler(IAppDbContext db, IMapper mapper, CurrentUser user, TimeProvider time)
    : IRequestHandler<GetReadinessQuery, Result<ReadinessView>>
{
    public async Task<Result<ReadinessView>> Handle(GetReadinessQuery request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var edition = await Evaluation.InForceAsync(db, today, cancellationToken);
        if (edition is null)
        {
            return new ReadinessView(today, null, null, [], null, null, [], [], new NoRulesInForce());
        }

        var rules = RuleBook.Read(edition.Json);
        var records = await CandidateRecords.LoadAsync(db, mapper, user.Me, cancellationToken);
        var file = await CategoryFile.ReadAsync(db, user.Me, records.Iin!, rules, today, cancellationToken);
        var session = await db.YearlyTerms
            .Where(t => t.ApplyTo >= today)
            .OrderBy(t => t.ApplyFrom)
            .Select(t => new YearlyTermsRow(t.Year, t.Session, t.ApplyFrom, t.ApplyTo, t.TestFrom, t.TestTo, t.TestFee, t.EssayTopics, t.Source))
            .FirstOrDefaultAsync(cancellationToken);
        var cases = await db.AttestationCases.AsNoTracking()
            .Include(c => c.Scores)
            .Where(c => c.PersonId == user.Me && c.Status != AttestationCaseStatus.Withdrawn)
            .OrderByDescending(c => c.OpenedAt)
            .ToListAsync(cancellationToken);
        var tested = cases.Where(c => c is { TestOn: not null, TestPercent: not null }).MaxBy(c => c.TestOn);
        var test = tested is null ? null : TestOf(rules, tested.TestPercent!.Value, tested.TestOn!.Value, today);
        var ladder = records.LadderOn(today);
        var open = cases.Find(c => c.Status.IsOpen());
        var kept = records.KeptOn(rules, today);
        return new ReadinessView(
            today,
            new EditionView(edition.Id, edition.Code, edition.Source, edition.ValidFrom),
            file,
            kept is null ? [] : [.. kept.Reasons.Take(1).Select(ViewOf)],
            test,
            session,
            ladder.IsOk ? [.. Claimable(rules, ladder.Value, records.Now?.Category).Select(c => ReadyFor(c, edition, rules, records, ladder.Value, open, test, session, file.EndsOn, today))] : [],
            records.CountedOn(rules, today),
            ladder.Error);
    }

    private static ClaimReadiness ReadyFor(
        string category,
        RuleSet edition,
        AttestationRules rules,
        CandidateRecords records,
        Ladder ladder,
        AttestationCase? open,
        TestState? test,
        YearlyTermsRow? session,
        DateOnly? endsOn,
        DateOnly today)
    {
        var scored = open?.ClaimedCategory == category ? open.Scores.ToDictionary(s => s.Criterion, s => (decimal)s.Points) : null;
        var held = records.Now?.Category;
        var question = records.Question(category, ladder, held, records.JobOn(today)!.OrganisationId, today) with
        {
            Test = test is { IsValid: true } ? new KnowledgeTest(test.Percent, test.On) : null,
            Points = scored ?? new Dictionary<string, decimal>(),
        };
        var evaluation = Evaluation.Of(edition, rules, question, records.CourseHoursOn(rules, today));
        var answer = evaluation.Answer;
        return new ClaimReadiness(
            category,
            answer.MayApply != false,
            [.. answer.Refusals.Select(ViewOf)],
            [.. evaluation.Requirements.Where(r => r.Met == true)],
            [.. evaluation.Requirements.Where(r => r.Met != true)],
            scored is null ? null : answer.SheetTotal,
            answer.SheetThreshold,
            evaluation.Sheet?.Sheet.Paragraph ?? "",
            answer.TestThresholdPercent,
            category == held && endsOn is { } end && (session is null || end < session.ApplyTo) ? end : session?.ApplyTo);
    }

    // confirming what is held and the step above it; heads and deputies choose freely at their first attestation
    private static IEnumerable<string> Claimable(AttestationRules rules, Ladder ladder, string? held)
    {
        var steps = rules.Ladders[ladder];
        if (held is not null && rules.Legacy.Claims.TryGetValue(held, out var claims))
        {
            return claims;
        }

        var rank = steps.Rank(held is null ? null : rules.Legacy.HeadEquals.GetValueOrDefault(held, held));
        var free = rank <= 0 && rules.FirstAttestation.Ladders.Contains(ladder);
        return steps.Categories.Skip(Math.Max(1, rank)).Take(free ? steps.Categories.Count : rank <= 0 ? 1 : 2);
    }

    private static TestState TestOf(AttestationRules rules, int percent, DateOnly on, DateOnly today)
    {
        var until = on.AddYears(rules.Test.ValidYears);
        return new TestState(percent, on, until, rules.Test.ValidityParagraph, today <= until);
    }

    private static ReasonView ViewOf(Reason reason) =>
        new(reason.Paragraph, new LocalizedText(reason.Text(Language.Kk), reason.Text(Language.Ru), reason.Text(Language.En)));
}
