using System.Globalization;
using TeacherCpd.Domain.Attestation;

namespace TeacherCpd.Domain.Tests.Attestation;

/// <summary>Candidates of the usual kind, to be changed with <c>with</c>.</summary>
internal static class Candidate
{
    public static readonly DateOnly Today = Day("2026-02-10");

    /// <summary>A school teacher at the end of the term of the category held, with everything that is asked for.</summary>
    public static AttestationQuestion Teacher(string? holds, string claims) => new()
    {
        On = Today,
        Ladder = Ladder.Teacher,
        Organisation = EducationType.School,
        Current = holds is null ? null : Holding(holds, "2021-06-25"),
        Claimed = claims,
        ExperienceYears = 12,
        Test = new KnowledgeTest(100, Day("2026-02-02")),
        Points = FullPoints(Ladder.Teacher, claims),
    };

    /// <summary>A head or deputy of a school.</summary>
    public static AttestationQuestion Leader(Ladder ladder, string? holds, string claims) => Teacher(null, claims) with
    {
        Ladder = ladder,
        Current = holds is null ? null : Holding(holds, ladder == Ladder.Head ? "2023-06-20" : "2021-06-25"),
        Points = FullPoints(ladder, claims),
    };

    public static HeldCategory Holding(string category, string grantedOn, int confirmations = 0) =>
        new(category, Day(grantedOn), confirmations);

    /// <summary>The points that the sheet names for the category, with five spare ones in the last criterion.</summary>
    public static Dictionary<string, decimal> FullPoints(Ladder ladder, string category)
    {
        var sheet = Order83.Rules.Sheets.Last(s => s.Ladder == ladder);
        var points = sheet.Criteria.Where(c => !c.Optional).ToDictionary(c => c.Number, c => (decimal)c.Points.GetValueOrDefault(category));
        points[sheet.HoursCriterion] += 5;
        return points;
    }

    public static AttestationAnswer Answer(this AttestationQuestion question) => AttestationAssessment.Answer(Order83.Rules, question);

    public static bool Says(this AttestationAnswer answer, string code, string paragraph) =>
        answer.Reasons.Any(r => r.Code == code && r.Paragraph == paragraph);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
