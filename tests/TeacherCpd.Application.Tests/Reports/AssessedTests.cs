using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Reports;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Reports;

/// <summary>Tables 14 to 16 of the 2022 report.</summary>
public sealed class AssessedTests : IAsyncLifetime
{
    // good, satisfactory, unsatisfactory; of the fifth the report prints 23,339 and its sums fit 23,399
    private static readonly (string Title, int Good, int Satisfactory, int Unsatisfactory)[] Grades =
    [
        ("Тиімді оқыту", 16, 289, 45),
        ("Мектептегі мұғалімнің көшбасшылығы", 19, 113, 18),
        ("Педагогикалық қауымдастықтағы мұғалімнің көшбасшылығы", 35, 227, 37),
        ("Мектеп басшыларына арналған курстар", 34, 1404, 354),
        ("Мектептегі сабақ", 1242, 23_399, 1486),
        ("Мектепке дейінгі ұйымдардың педагогтері", 103, 5150, 219),
        ("Мектепке дейінгі ұйымдардың басшылары", 50, 1177, 20),
    ];

    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_grades_of_2022_come_out_of_its_portfolios()
    {
        var from = 0;
        foreach (var programme in Grades)
        {
            from = await AddAsync(programme.Good, programme.Satisfactory, programme.Unsatisfactory, from);
        }

        var report = (await app.SendAs(await app.Data.PersonAsync(Role.Moderator), new GetAssessedQuery(new ReportFilter(2022)))).Value;

        // table 16: the report prints 35,437 in all, 1,499 good, 31,759 satisfactory, 2,179 unsatisfactory; 4, 90 and 6 per cent
        Assert.Equal((35_437, 1499, 31_759, 2179), (report.Sum.Assessed, report.Sum.Good, report.Sum.Satisfactory, report.Sum.Unsatisfactory));
        Assert.Equal([42, 896, 61], new[] { 1499, 31_759, 2179 }.Select(report.Sum.PerMille));

        // table 14: all rows but the last as printed, 1,224 there being three less than its own grades make
        Assert.Equal(
            [(26_127, 24_641), (5472, 5253), (1792, 1438), (1247, 1227), (350, 305), (299, 262), (150, 132)],
            report.Programmes.Select(p => (p.Counts.Assessed, p.Counts.Recommended)));
        Assert.Equal(33_258, report.Sum.Recommended);
    }

    [Fact]
    public async Task A_later_result_counts_apart_and_each_in_the_year_in_which_it_was_told()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        await app.Data.AssessAsync(await app.Data.PersonAsync(Role.Assessor), work, Grade.Unsatisfactory);
        await app.Data.HandInAgainAsync(work);
        await app.Data.AssessAsync(await app.Data.PersonAsync(Role.Assessor), work, Grade.Good);
        var officer = await app.Data.PersonAsync(Role.EducationOfficer);

        Assert.Equal(new AssessedCounts(0, 0, 1, 1, 1), (await app.SendAs(officer, new GetAssessedQuery(new ReportFilter(2026)))).Value.Sum);
        Assert.Empty((await app.SendAs(officer, new GetAssessedQuery(new ReportFilter(2025)))).Value.Programmes);
        Assert.Empty((await app.SendAs(await app.Data.PersonAsync(Role.EducationOfficer, w => w.OtherRegion), new GetAssessedQuery(new ReportFilter(2026)))).Value.Programmes);
        Assert.IsType<Forbidden>((await app.SendAs(work.Teacher, new GetAssessedQuery(new ReportFilter(2026)))).Error);
    }

    [Fact]
    public async Task Who_was_absent_or_refused_is_counted_beside_the_assessed()
    {
        var group = await app.Data.GroupAsync(status: GroupStatus.Studying);
        await app.Data.WorkAsync(PortfolioStatus.Refused, group: group);
        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Absent);
        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.NotCompleted);
        await app.LookAsync(db => db.Groups.ExecuteUpdateAsync(g => g.SetProperty(x => x.ClosedAt, TestApp.Start.UtcDateTime)));

        var report = (await app.SendAs(await app.Data.PersonAsync(Role.Moderator), new GetAssessedQuery(new ReportFilter(2026)))).Value;

        var programme = Assert.Single(report.Programmes);
        Assert.Equal((0, 1, 1), (programme.Counts.Assessed, programme.Absent, programme.Refused));
        Assert.Empty((await app.SendAs(await app.Data.PersonAsync(Role.Moderator), new GetAssessedQuery(new ReportFilter(2025)))).Value.Programmes);
    }

    // tens of thousands: written by the database itself
    private async Task<int> AddAsync(int good, int satisfactory, int unsatisfactory, int from)
    {
        var group = await app.Data.GroupAsync(status: GroupStatus.Studying);
        var rubric = await app.Data.RubricAsync();
        var many = good + satisfactory + unsatisfactory;
        var numbers = $"WITH RECURSIVE n(i) AS (SELECT {from} UNION ALL SELECT i + 1 FROM n WHERE i < {from + many - 1}) ";
        await ExecuteAsync($"""
            {numbers} INSERT INTO "Persons" ("Id", "Iin", "FamilyName", "GivenName", "SortKey", "Language", "Revision")
            SELECT {Id(1)}, printf('850101%06d', i), 'Т', 'Т', '10', 'Kk', 0 FROM n;
            {numbers} INSERT INTO "Enrolments" ("Id", "GroupId", "PersonId", "ListenerCode", "AppliedAt", "Origin", "Status", "AwaitedStep", "Revision")
            SELECT {Id(2)}, '{group.Id.ToString().ToUpperInvariant()}', {Id(1)}, printf('Z%06d', i), '2022-02-01 00:00:00', 'List', 'Recommended', 'None', 1 FROM n;
            {numbers} INSERT INTO "Portfolios" ("Id", "EnrolmentId", "Status", "StatusSince", "Revision")
            SELECT {Id(3)}, {Id(2)}, 'Recommended', '2022-05-01 00:00:00', 1 FROM n;
            {numbers} INSERT INTO "PortfolioVersions" ("Id", "PortfolioId", "Number", "Stage", "HandedInAt")
            SELECT {Id(4)}, {Id(3)}, 2, 'Summative', '2022-05-01 00:00:00' FROM n;
            {numbers} INSERT INTO "Gradings" ("Id", "PortfolioVersionId", "RubricId", "Marking", "Status", "StatusSince", "IsSecondLook", "Grade", "ReleasedAt", "Revision")
            SELECT {Id(5)}, {Id(4)}, '{rubric.Id.ToString().ToUpperInvariant()}', 'OneAssessor', 'Released', '2022-05-01 00:00:00', 0,
                CASE WHEN i < {from + good} THEN 'Good' WHEN i < {from + good + satisfactory} THEN 'Satisfactory' ELSE 'Unsatisfactory' END,
                '2022-05-01 00:00:00', 1 FROM n;
            """);
        return from + many;

        static string Id(int kind) => $"printf('%08X-0000-7000-8000-%012X', {kind}, i)";
    }

    private Task<int> ExecuteAsync(string sql) => app.LookAsync(db => db.Database.ExecuteSqlRawAsync(sql));
}
