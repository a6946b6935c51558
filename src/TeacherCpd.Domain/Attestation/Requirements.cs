using TeacherCpd.Domain.Attestation.Rules;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>A row of "what is missing": what a claim needs and what there is.</summary>
/// <param name="Code">Stable code; its name stands under <c>requirement.CODE</c>.</param>
/// <param name="Paragraph">Paragraph or appendix it comes from.</param>
/// <param name="Criterion">Number of the criterion, for a row of the sheet; null else.</param>
/// <param name="Needed">What is needed; null where it is not a value.</param>
/// <param name="Have">What there is; null for nothing or not known.</param>
/// <param name="Met">Whether it is fulfilled; null while something has to be known first.</param>
public sealed record Requirement(string Code, string Paragraph, string? Criterion, object? Needed, object? Have, bool? Met)
{
    /// <summary>Name of the row.</summary>
    public string Title(Language language)
    {
        var name = ReasonTexts.Name($"requirement.{Code}", language);
        return Criterion is null ? name : $"{name} {Criterion}";
    }

    /// <summary>What is needed, as the language writes it; empty where it is not a value.</summary>
    public string NeededText(Language language) => ReasonTexts.Shown(Needed, language);

    /// <summary>What there is, as the language writes it; empty for nothing.</summary>
    public string HaveText(Language language) => ReasonTexts.Shown(Have, language);
}

/// <summary>The list "what is missing" for a claimed category.</summary>
public static class Requirements
{
    /// <summary>
    /// All requirements of a claim, in the order in which they come up: the right to apply, the knowledge test, the
    /// sheet by criterion and total, hours of courses. One row where the category is kept or awarded without attestation.
    /// </summary>
    /// <param name="rules">Edition of the rules.</param>
    /// <param name="question">The candidate's situation.</param>
    /// <param name="answer">What the rules say about it.</param>
    /// <param name="courseHours">Hours of courses that count; null where they are not known.</param>
    public static IReadOnlyList<Requirement> For(
        AttestationRules rules, AttestationQuestion question, AttestationAnswer answer, int? courseHours = null)
    {
        var c = new CaseUnderRules(rules, question);
        if (answer is { AttestationRequired: false, Awarded: { } awarded })
        {
            return [new("without_attestation", "", null, null, ReasonName.Category(awarded), true)];
        }

        return [.. ToApply(c), .. Test(c, answer), .. SheetRows(c, answer, courseHours)];
    }

    private static IEnumerable<Requirement> ToApply(CaseUnderRules c)
    {
        var held = c.Held is null ? null : ReasonName.Category(c.Held);
        var order = new ClaimIsOnTheLadder().Judge(c) is { Allows: false } off ? off : new LadderIsClimbedInSequence().Judge(c);
        yield return new("sequence", order?.Reason.Paragraph ?? "", null, ReasonName.Category(c.Question.Claimed), held, order?.Allows);

        if (c.ClaimedRank > c.HeldRank && c.Rules.Experience.Years.TryGetValue(c.Question.Claimed, out var years))
        {
            var enough = new ExperienceIsLongEnough().Judge(c);
            yield return new(
                "experience", c.Rules.Experience.Paragraph, null, years, c.Question.ExperienceYears, enough is null ? true : enough.Allows);
        }

        yield return new(
            "school_year",
            c.Rules.SchoolYear.Paragraph,
            null,
            c.Rules.SchoolYear.StartOf(c.Question.On),
            c.LastAttestedOn,
            new OncePerSchoolYear().Judge(c) is null);

        if (new NextCategoryNotTooSoon().Judge(c) is { Allows: false } soon)
        {
            yield return new("next_category_from", soon.Reason.Paragraph, null, soon.Reason.Args[0], c.Question.On, false);
        }

        if (c.Question.Early)
        {
            var early = new EarlyAward().Judge(c);
            var conditions = c.IsTeacherOrMethodist
                ? c.Rules.Early.Conditions.GetValueOrDefault(c.Question.Claimed)
                : c.Rules.Early.LeaderConditions;
            yield return new(
                "early", early?.Reason.Paragraph ?? c.Rules.Early.Paragraph, null, conditions?.Needed, c.Question.EarlyConditionsMet, early?.Allows);
        }

        if (c.Question.FalseDataOn is { } found)
        {
            yield return new(
                "no_bar",
                c.Rules.Sanctions.FalseDataParagraph,
                null,
                found.AddYears(c.Steps.FalseDataYears),
                c.Question.On,
                FalsePortfolioData.Find(c) is null);
        }

        if (c.Question.TestViolations > 0)
        {
            yield return new("no_violation", c.Rules.Sanctions.LowerParagraph, null, 0, c.Question.TestViolations, false);
        }

        if (c.Has(AttestationFacts.LateApplication))
        {
            yield return new("in_time", c.Rules.Sanctions.LowerParagraph, null, null, null, false);
        }
    }

    private static IEnumerable<Requirement> Test(CaseUnderRules c, AttestationAnswer answer)
    {
        if (answer.TestThresholdPercent is not { } threshold)
        {
            yield break;
        }

        yield return new("test", c.Steps.TestParagraph, null, threshold, c.Question.Test?.Percent, answer.TestPassed ?? false);
        if (c.Question.Test is { } test)
        {
            var until = test.On.AddYears(c.Rules.Test.ValidYears);
            yield return new("test_valid", c.Rules.Test.ValidityParagraph, null, c.Question.On, until, c.Question.On <= until);
        }
    }

    private static IEnumerable<Requirement> SheetRows(CaseUnderRules c, AttestationAnswer answer, int? courseHours)
    {
        if (answer.SheetThreshold is not { } threshold
            || c.Rules.SheetFor(c.Ladder, c.Question.At(c.Question.Organisation ?? EducationType.School)) is not { } sheet)
        {
            yield break;
        }

        var category = c.Question.Claimed;
        foreach (var criterion in sheet.Needed(category, c.Question.Organisation).Where(k => !c.Question.NotApplicable.Contains(k.Number)))
        {
            // The order asks for points in every criterion and for the total, not for the column's figure in each.
            var points = c.Question.Points.GetValueOrDefault(criterion.Number);
            yield return new("criterion", sheet.Sheet.Paragraph, criterion.Number, criterion.Points[category], points, points > 0);
            if (criterion.Number == sheet.Sheet.HoursCriterion && c.Question.Organisation is { } organisation)
            {
                var hours = criterion.HoursFor(category, organisation);
                yield return new("course_hours", sheet.Sheet.Paragraph, criterion.Number, hours, courseHours, courseHours is null ? null : courseHours >= hours);
            }
        }

        yield return new("total", sheet.Sheet.Paragraph, null, threshold, answer.SheetTotal, answer.SheetTotal >= threshold);
    }
}
