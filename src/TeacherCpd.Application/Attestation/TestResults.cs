using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>What a line of the testing centre's results comes to.</summary>
public enum TestResultOutcome
{
    /// <summary>The case had no result.</summary>
    New,

    /// <summary>The case has the same result.</summary>
    Same,

    /// <summary>The case has another result.</summary>
    Different,

    /// <summary>Nobody has this national number.</summary>
    UnknownPerson,

    /// <summary>The person has no case under review at a commission of the secretary.</summary>
    NoCase,

    /// <summary>The test was taken more than a year ago or is to come (order 83, paragraph 53).</summary>
    NotValid,

    /// <summary>The line cannot be read.</summary>
    Unreadable,
}

/// <summary>A line of the results and what it comes to.</summary>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="Iin">National number as it stands there.</param>
/// <param name="Name">Person; null for unknown.</param>
/// <param name="CaseNumber">Case; null for none.</param>
/// <param name="Had">Percent that the case has; null for none.</param>
/// <param name="Percent">Percent of the line; null where it cannot be read.</param>
public sealed record TestResultRow(int Line, string Iin, string? Name, string? CaseNumber, int? Had, int? Percent, DateOnly? On, TestResultOutcome Outcome)
{
    /// <summary>Whether an import writes it.</summary>
    public bool IsWritten => Outcome is TestResultOutcome.New or TestResultOutcome.Different;
}

/// <summary>There are no lines, or more than one import takes.</summary>
/// <param name="Lines">Lines.</param>
/// <param name="Most">Most lines.</param>
public sealed record TestResultLinesWrong(int Lines, int Most) : Error("test_result_lines_wrong", ErrorKind.Invalid)
{
    public override IReadOnlyList<object?> Args => [Lines, Most];

    public override string Field => nameof(CompareTestResultsQuery.Text);
}

/// <summary>Reads and compares the testing centre's results.</summary>
internal static class TestResults
{
    private const int MostLines = 1000;
    private const int Columns = 3;
    private const int ValidYears = 1;

    private static readonly string[] Days = ["yyyy-MM-dd", "dd.MM.yyyy"];

    /// <summary>A line as it was read.</summary>
    internal sealed record ReadLine(int Line, string Iin, int? Percent, DateOnly? On);

    /// <summary>Reads lines; a heading is passed over.</summary>
    public static Result<IReadOnlyList<ReadLine>> Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n')
            .Select((content, index) => (Content: content.Trim(), Number: index + 1))
            .Where(l => l.Content.Length > 0 && !(l.Number == 1 && !char.IsAsciiDigit(l.Content[0])))
            .ToList();
        if (lines.Count is 0 or > MostLines)
        {
            return new TestResultLinesWrong(lines.Count, MostLines);
        }

        return lines.Select(l =>
        {
            var cells = l.Content.Split(';', '\t').Select(c => c.Trim().Trim('"')).ToList();
            var percent = cells.Count == Columns && int.TryParse(cells[1].TrimEnd('%', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= 100
                ? value
                : (int?)null;
            var on = cells.Count == Columns && DateOnly.TryParseExact(cells[2], Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
            return new ReadLine(l.Number, cells[0], percent, on);
        }).ToList();
    }

    /// <summary>Compares lines with the cases under review of the commissions whose secretary the user is.</summary>
    public static async Task<List<(TestResultRow Row, Guid? CaseId)>> CompareAsync(
        this IAppDbContext db, CurrentUser user, IReadOnlyList<ReadLine> lines, DateOnly today, CancellationToken cancellationToken)
    {
        var numbers = lines.Select(l => l.Iin).Distinct().ToList();
        var known = await db.Persons
            .Where(p => EF.Parameter(numbers).Contains(p.Iin))
            .Select(p => new { p.Iin, p.Id, Name = p.FamilyName + " " + p.GivenName })
            .ToDictionaryAsync(p => p.Iin, cancellationToken);
        var me = user.Me;
        var ids = known.Values.Select(p => p.Id).ToList();
        var cases = await db.AttestationCases
            .Where(c => EF.Parameter(ids).Contains(c.PersonId) && c.PersonId != me && c.Status == AttestationCaseStatus.UnderReview
                && db.Commissions.Any(k => k.Id == c.CommissionId && k.SecretaryId == me))
            .Select(c => new { c.Id, c.PersonId, c.Number, c.TestPercent, c.TestOn })
            .ToDictionaryAsync(c => c.PersonId, cancellationToken);
        return [.. lines.Select(line =>
        {
            var person = known.GetValueOrDefault(line.Iin);
            var found = person is null ? null : cases.GetValueOrDefault(person.Id);
            var outcome = line switch
            {
                _ when !Iin.TryParse(line.Iin, out _) || line.Percent is null || line.On is null => TestResultOutcome.Unreadable,
                _ when person is null => TestResultOutcome.UnknownPerson,
                _ when found is null => TestResultOutcome.NoCase,
                _ when line.On > today || line.On < today.AddYears(-ValidYears) => TestResultOutcome.NotValid,
                _ when found.TestPercent is null => TestResultOutcome.New,
                _ => found.TestPercent == line.Percent && found.TestOn == line.On ? TestResultOutcome.Same : TestResultOutcome.Different,
            };
            return (new TestResultRow(line.Line, line.Iin, person?.Name, found?.Number, found?.TestPercent, line.Percent, line.On, outcome), found?.Id);
        })];
    }
}
