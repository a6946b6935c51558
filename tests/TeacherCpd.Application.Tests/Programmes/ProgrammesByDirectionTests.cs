using TeacherCpd.Application.Programmes;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Programmes;

/// <summary>The table of directions and years of the 2022 report (lines 2471 to 2506) comes out of the programmes themselves.</summary>
public sealed class ProgrammesByDirectionTests : IAsyncLifetime
{
    private static readonly (string Direction, int[] Counts)[] Report =
    [
        ("methodology", [2, 0, 0]),
        ("content", [3, 0, 0]),
        ("vocational", [13, 0, 0]),
        ("subject", [0, 14, 14]),
        ("upbringing", [2, 0, 1]),
        ("literacy", [4, 0, 0]),
        ("inclusive", [0, 2, 2]),
        ("leadership", [1, 0, 0]),
        ("preschool", [1, 2, 3]),
        ("secondary", [0, 0, 5]),
        ("nis", [0, 0, 6]),
    ];

    private TestApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        var rubric = await app.Data.RubricAsync();
        var protocols = Enumerable.Range(2020, 3).ToDictionary(year => year, year => new ApprovalDocument { Kind = ApprovalKind.CouncilProtocol, Number = "№ 1", Date = new DateOnly(year, 5, 4) });
        var letter = new ApprovalDocument { Kind = ApprovalKind.CommitteeLetter, Number = "№ 2", Date = new DateOnly(2023, 1, 9) };
        var programmes = new List<Programme>();
        foreach (var (direction, counts) in Report)
        {
            for (var i = 0; i < counts.Length; i++)
            {
                // the subject programmes of 2022 are new versions of those of 2021
                var of = Enumerable.Range(0, counts[i]).Select(n => direction == "subject" && i == 2
                    ? programmes.FindAll(p => p.Direction == direction)[n]
                    : Add(programmes, direction));
                foreach (var programme in of.ToList())
                {
                    Develop(programme, rubric.Id, 2020 + i, direction == "nis" ? null : protocols[2020 + i], letter);
                }
            }
        }

        await app.Data.SaveAsync(programmes);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Twenty_six_and_eighteen_and_thirty_one_are_seventy_five()
    {
        var counts = (await app.SendAs(null, new GetProgrammesByDirectionQuery(2020, 2022))).Value;

        Assert.Equal([2020, 2021, 2022], counts.Years);
        Assert.Equal([26, 18, 31], counts.YearTotals);
        Assert.Equal(75, counts.Total);
        Assert.Equal(Report.Select(r => (r.Direction, string.Join(' ', r.Counts))), counts.Rows.Select(r => (r.Direction, string.Join(' ', r.Counts))));
    }

    [Fact]
    public async Task Each_number_leads_to_as_many_programmes()
    {
        foreach (var (direction, counts) in Report)
        {
            for (var i = 0; i < counts.Length; i++)
            {
                var register = (await app.SendAs(null, new GetProgrammesQuery(null, direction, Language.Kk, 2020 + i))).Value;
                Assert.Equal(counts[i], register.Programmes.Count);
            }
        }
    }

    [Theory]
    [InlineData(null, null, 3)]
    [InlineData(2022, 2020, 1)]
    [InlineData(int.MinValue, int.MaxValue, 10)]
    [InlineData(int.MaxValue, int.MinValue, 1)]
    public async Task Any_years_give_a_table(int? from, int? to, int years) =>
        Assert.Equal(years, (await app.SendAs(null, new GetProgrammesByDirectionQuery(from, to))).Value.Years.Count);

    private static Programme Add(List<Programme> programmes, string direction)
    {
        var programme = new Programme { Code = $"Q{programmes.Count}", Title = TestData.Text("Бағдарлама"), Direction = direction };
        programmes.Add(programme);
        return programme;
    }

    private static void Develop(Programme programme, Guid rubricId, int year, ApprovalDocument? protocol, ApprovalDocument letter)
    {
        var version = new ProgrammeVersion
        {
            ProgrammeId = programme.Id,
            Number = programme.Versions.Count + 1,
            Status = ProgrammeVersionStatus.Agreed,
            Format = ProgrammeFormat.NotStated,
            Audience = TestData.Text("педагогтер"),
            DevelopedIn = protocol is null ? year : null,
        };
        if (protocol is not null)
        {
            version.Approve(protocol);
            version.Approve(letter);
        }

        programme.Add(version);
    }
}
