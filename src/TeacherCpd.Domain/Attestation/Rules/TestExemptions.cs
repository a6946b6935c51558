namespace TeacherCpd.Domain.Attestation.Rules;

/// <summary>A rule that frees from the knowledge test; the summary of results is still made.</summary>
internal interface ITestExemption
{
    /// <summary>Why the test is not needed, or null.</summary>
    Reason? Frees(CaseUnderRules c);
}

/// <summary>Confirming a category of the present system with thirty years of experience (paragraph 57, item 1).</summary>
internal sealed class ConfirmationAfterLongExperience : ITestExemption
{
    public Reason? Frees(CaseUnderRules c) =>
        c.IsConfirmation && c.Question.ExperienceYears is { } years && years >= c.Rules.TestExemptions.ExperienceYears
            ? Reason.Of(
                c.Rules.TestExemptions.ExperienceParagraph,
                ReasonCodes.NoTestLongExperience,
                years,
                c.Rules.TestExemptions.ExperienceYears)
            : null;
}

/// <summary>Moderator for holders of the old first or highest category (paragraph 57, item 2).</summary>
internal sealed class ModeratorForLegacyHolder : ITestExemption
{
    public Reason? Frees(CaseUnderRules c)
    {
        var rule = c.Rules.TestExemptions;
        return c.HoldsLegacy && rule.LegacyHolders.Contains(c.Held!) && c.Question.Claimed == rule.LegacyCategory
            ? Reason.Of(rule.LegacyParagraph, ReasonCodes.NoTestLegacy, ReasonName.Category(c.Held!), ReasonName.Category(rule.LegacyCategory))
            : null;
    }
}

/// <summary>Confirming researcher or master, not more than twice in a row (paragraph 57, item 3).</summary>
internal sealed class RepeatedConfirmation : ITestExemption
{
    public Reason? Frees(CaseUnderRules c)
    {
        var rule = c.Rules.TestExemptions;
        var already = c.Question.Current?.ConfirmationsInARow ?? 0;
        return Concerns(c) && already < rule.RepeatedTimes
            ? Reason.Of(
                rule.RepeatedParagraph, ReasonCodes.NoTestRepeated, ReasonName.Category(c.Question.Claimed), already, rule.RepeatedTimes)
            : null;
    }

    public static bool Concerns(CaseUnderRules c) =>
        c.IsConfirmation && c.Rules.TestExemptions.RepeatedCategories.Contains(c.Question.Claimed);
}

/// <summary>
/// Teachers of languages with a certificate: English, French and German (paragraph 55), other languages up to expert
/// (paragraph 56).
/// </summary>
internal sealed class LanguageCertificateInsteadOfTest : ITestExemption
{
    public Reason? Frees(CaseUnderRules c)
    {
        if (c.Ladder != Ladder.Teacher || c.Question.LanguageCertificate is not { } certificate)
        {
            return null;
        }

        var rule = c.Rules.TestExemptions;
        var (paragraph, enough) = certificate.Exam switch
        {
            LanguageExam.Ielts => (rule.LanguageParagraph, Scores(rule.Ielts, c, certificate)),
            LanguageExam.Toefl => (rule.LanguageParagraph, Scores(rule.Toefl, c, certificate)),
            LanguageExam.Delf or LanguageExam.Goethe => (rule.LanguageParagraph, Reaches(rule.DelfGoethe, c, certificate)),
            LanguageExam.Cefr => (rule.OtherLanguageParagraph, Reaches(rule.OtherLanguages, c, certificate)),
        };
        return enough
            ? Reason.Of(
                paragraph,
                ReasonCodes.NoTestLanguage,
                new ReasonName($"exam.{certificate.Exam}"),
                certificate.Score is { } score ? score : certificate.Level!,
                ReasonName.Category(c.Question.Claimed))
            : null;
    }

    private static bool Scores(IReadOnlyDictionary<string, decimal> least, CaseUnderRules c, LanguageCertificate certificate) =>
        least.TryGetValue(c.Question.Claimed, out var needed) && certificate.Score >= needed;

    private static bool Reaches(IReadOnlyDictionary<string, string> least, CaseUnderRules c, LanguageCertificate certificate) =>
        least.TryGetValue(c.Question.Claimed, out var needed)
        && certificate.Level is { } level
        && LanguageLevel.Reaches(level, needed);
}

/// <summary>
/// Working pensioners are attested as paragraph 57 says (paragraph 30, part 2): they confirm without the test.
/// </summary>
internal sealed class ConfirmationOfWorkingPensioner : ITestExemption
{
    public Reason? Frees(CaseUnderRules c) => c.Question.WorkingPensioner && c.IsConfirmation
        ? Reason.Of(c.Rules.Pension.Paragraph, ReasonCodes.NoTestPensioner, ReasonName.Category(c.Question.Claimed))
        : null;
}
