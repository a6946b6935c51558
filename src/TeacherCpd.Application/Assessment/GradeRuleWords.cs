using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>Says the table of a rubric in words: whoever is judged reads the same rule by which the grade is computed.</summary>
public static class GradeRuleWords
{
    /// <summary>The table in sentences.</summary>
    public static string Of(SheetRubric rubric, Language language)
    {
        var rule = rubric.Rule;
        if (rule is { IsEven: true, UnsatisfactoryPercent: 0, GoodPercent: GradeRule.Half })
        {
            return Say("assessment.rule");
        }

        var lines = rubric.Criteria.Join(rule.Criteria, c => c.Id, r => r.CriterionId, (c, r) => (Title: c.Title.In(language), Rule: r)).ToList();
        List<string> sentences = [Say("assessment.rule.levels")];
        if (!rule.IsEven)
        {
            sentences.Add(Say("assessment.rule.weights", string.Join(", ", lines.Select(l => $"«{l.Title}» – {l.Rule.Weight}"))));
        }

        sentences.Add(rule.UnsatisfactoryPercent == 0 ? Say("assessment.rule.none") : Say("assessment.rule.share", rule.UnsatisfactoryPercent));
        if (rule.UnsatisfactoryPercent > 0 && lines.Exists(l => l.Rule.IsDecisive))
        {
            sentences.Add(Say("assessment.rule.decisive", string.Join(", ", lines.Where(l => l.Rule.IsDecisive).Select(l => $"«{l.Title}»"))));
        }

        sentences.Add(Say("assessment.rule.good", rule.GoodPercent));
        sentences.Add(Say("assessment.rule.rest"));
        return string.Join(' ', sentences);

        string Say(string key, params object?[] args) => TextCatalogue.Get(language, key, args);
    }

    /// <summary>The grade that follows where one criterion is unsatisfactory and all others are good, for each criterion in order.</summary>
    public static IReadOnlyList<(LocalizedText Criterion, Grade Grade)> Examples(SheetRubric rubric) =>
        [.. rubric.Criteria.Select(c => (
            c.Title,
            rubric.Rule.Of(rubric.Criteria.ToDictionary(o => o.Id, o => o.Id == c.Id ? Grade.Unsatisfactory : Grade.Good))))];
}
