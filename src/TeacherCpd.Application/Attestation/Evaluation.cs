using AutoMapper;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>No edition of the rules is in force.</summary>
public sealed record NoRulesInForce() : Error("no_rules_in_force", ErrorKind.Conflict);

/// <summary>An edition of the rules, by name.</summary>
public sealed record EditionView(Guid Id, string Code, string Source, DateOnly? ValidFrom);

/// <summary>A row of what a claim needs and what there is, ready to be shown and to be kept in a protocol.</summary>
/// <param name="Criterion">Number of the criterion of the sheet; null for other rows.</param>
/// <param name="Label">What the edition calls that criterion; null where it only has a number.</param>
public sealed record RequirementView(
    LocalizedText Title, string Paragraph, LocalizedText Needed, LocalizedText Have, bool? Met, string? Criterion = null, string? Label = null);

/// <summary>A claim under the rules, on one day.</summary>
internal sealed record Evaluation(
    EditionView Edition,
    AttestationRules Rules,
    AttestationQuestion Question,
    AttestationAnswer Answer,
    IReadOnlyList<RequirementView> Requirements)
{
    /// <summary>The candidate's sheet; null where the edition has none for the post.</summary>
    public SheetChoice? Sheet => Rules.SheetFor(
        Question.Ladder, new Workplace(Question.Organisation ?? EducationType.School, Question.Kind, Question.DeputyField, Question.ReducedGroup));

    /// <summary>Criteria of the sheet that give points for the claimed category; none where the sheet has no threshold for it, as for the first one.</summary>
    public IReadOnlyList<string> Criteria => Sheet is { } choice && choice.Row.Threshold.ContainsKey(Question.Claimed)
        ? [.. choice.Sheet.Criteria
            .Where(c => (c.Optional || c.Points.GetValueOrDefault(Question.Claimed) > 0) && !choice.Row.LeftOut.Contains(c.Number))
            .Select(c => c.Number)]
        : [];

    /// <summary>Certificates with the hours that each adds; filled for cases.</summary>
    public IReadOnlyList<CountedCertificate> Courses { get; init; } = [];

    /// <summary>Evaluates a claim.</summary>
    public static Evaluation Of(RuleSet edition, AttestationRules rules, AttestationQuestion question, int courseHours)
    {
        var answer = AttestationAssessment.Answer(rules, question);
        var evaluation = new Evaluation(new EditionView(edition.Id, edition.Code, edition.Source, edition.ValidFrom), rules, question, answer, []);
        var labels = evaluation.Sheet?.Sheet.Criteria.ToDictionary(c => c.Number, c => c.Label) ?? [];
        return evaluation with
        {
            Requirements = [.. Domain.Attestation.Requirements.For(rules, question, answer, courseHours)
                .Select(row => ViewOf(row, row.Criterion is { } number ? labels.GetValueOrDefault(number) : null))],
        };
    }

    /// <summary>Evaluates an open case on a day, under the edition it was opened with.</summary>
    public static async Task<Evaluation> OfCaseAsync(
        IAppDbContext db, IMapper mapper, AttestationCase attestationCase, DateOnly on, CancellationToken cancellationToken)
    {
        var edition = await db.RuleSets.AsNoTracking().SingleAsync(r => r.Id == attestationCase.RuleSetId, cancellationToken);
        var rules = RuleBook.Read(edition.Json);
        var records = await CandidateRecords.LoadAsync(db, mapper, attestationCase.PersonId, cancellationToken);
        var question = records.Question(
            attestationCase.ClaimedCategory,
            LadderOf(rules, attestationCase.ClaimedCategory),
            attestationCase.CurrentCategory,
            attestationCase.OrganisationId,
            on) with
        {
            Test = attestationCase is { TestPercent: { } percent, TestOn: { } day } ? new KnowledgeTest(percent, day) : null,
            Points = attestationCase.Scores.ToDictionary(s => s.Criterion, s => (decimal)s.Points),
            TestViolations = await db.ViolationActs.CountAsync(v => v.PersonId == attestationCase.PersonId, cancellationToken),
            Facts = attestationCase.AppliedLate ? [AttestationFacts.LateApplication] : [],
        };
        return Of(edition, rules, question, records.CourseHoursOn(rules, on)) with { Courses = records.CountedOn(rules, on) };
    }

    /// <summary>The edition in force on a day, or null. Of several the one that came into force last.</summary>
    public static async Task<RuleSet?> InForceAsync(IAppDbContext db, DateOnly on, CancellationToken cancellationToken) =>
        await InForceIdAsync(db, on, cancellationToken) is { } id
            ? await db.RuleSets.AsNoTracking().SingleAsync(r => r.Id == id, cancellationToken)
            : null;

    /// <summary>The id of the edition in force on a day, or null.</summary>
    public static async Task<Guid?> InForceIdAsync(IAppDbContext db, DateOnly on, CancellationToken cancellationToken)
    {
        var candidates = await db.RuleSets
            .Where(r => r.Status == RuleSetStatus.InForce || r.Status == RuleSetStatus.Ended)
            .Where(r => (r.ValidFrom == null || r.ValidFrom <= on) && (r.ValidTo == null || r.ValidTo >= on))
            .Select(r => new { r.Id, r.ValidFrom, r.Code })
            .ToListAsync(cancellationToken);
        return candidates.OrderBy(r => r.ValidFrom ?? DateOnly.MinValue).ThenBy(r => r.Code, StringComparer.Ordinal).LastOrDefault()?.Id;
    }

    // teachers and methodists share their categories; everything else tells its ladder
    private static Ladder LadderOf(AttestationRules rules, string category) =>
        rules.Ladders.Values.OrderBy(l => l.Ladder).First(l => l.Rank(category) >= 0).Ladder;

    private static RequirementView ViewOf(Requirement row, string? label) => new(
        InAll(row.Title), row.Paragraph, InAll(row.NeededText), InAll(row.HaveText), row.Met, row.Criterion, label);

    private static LocalizedText InAll(Func<Language, string> text) => new(text(Language.Kk), text(Language.Ru), text(Language.En));
}
