using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Reports;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Infrastructure.Groups;
using TeacherCpd.Testing;
using UglyToad.PdfPig;

namespace TeacherCpd.Application.Tests.Reports;

/// <summary>The reports by their names: who sees which, what narrows them, and that files say what the page says.</summary>
public sealed class ReportCatalogueTests : IAsyncLifetime
{
    private TestApp app = null!;
    private World world = null!;

    public static TheoryData<string> Names => [.. ReportCatalogue.All.Select(r => r.Name)];

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        world = await app.Data.WorldAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("T06")]
    [InlineData("t07")]
    [InlineData("T08")]
    [InlineData("T09")]
    [InlineData("T10")]
    [InlineData("T11")]
    [InlineData("T12")]
    [InlineData("T13")]
    [InlineData("T14")]
    [InlineData("T15")]
    [InlineData("T16")]
    [InlineData("T17")]
    [InlineData("T18")]
    [InlineData("T19")]
    [InlineData("T20")]
    [InlineData("T23")]
    [InlineData("T26")]
    public void Each_table_of_2022_that_is_computed_is_found_by_its_number(string table) =>
        Assert.Equal(table, ReportCatalogue.Find(table)!.Table, ignoreCase: true);

    [Fact]
    public void Names_are_told_apart() => Assert.Distinct(ReportCatalogue.All.Select(r => r.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_report_is_read_with_texts_for_all_that_it_shows(string name)
    {
        await app.Data.RuleSetAsync();
        var officer = await app.Data.PersonAsync(Role.EducationOfficer);

        var view = (await app.SendAs(officer, new GetReportQuery(name, new ReportFilter(2026)))).Value;

        Assert.All(view.Table.Names, key => Assert.True(TextCatalogue.Has($"reports.column.{key}"), key));
        Assert.All(view.Table.Columns.Where(c => !char.IsDigit(c.Key[0])), c => Assert.True(TextCatalogue.Has($"reports.column.{c.Key}"), c.Key));
        Assert.All(view.Table.Rows, r => Assert.Equal(view.Table.Names.Count, r.Names.Count));
        Assert.All(view.Table.Columns.Where(c => c.IsShare), c => Assert.Contains(c.Part, view.Table.Columns.Select(x => x.Key)));
        Assert.All(view.Table.Columns.Where(c => c.Kind == ColumnKind.ShareOfRow), c => Assert.Contains(c.Whole, view.Table.Columns.Select(x => x.Key)));
        Assert.NotEmpty(view.Report.Rule.En);
    }

    [Fact]
    public async Task Whoever_sees_a_report_in_the_list_may_read_it_and_nobody_else()
    {
        await app.Data.RuleSetAsync();
        foreach (var role in Enum.GetValues<Role>())
        {
            var person = await app.Data.PersonAsync(role);
            foreach (var report in ReportCatalogue.All)
            {
                var seen = report.Permissions.Any(p => role.Holds(p));
                var answer = await app.SendAs(person, new GetReportQuery(report.Name, new ReportFilter(2026)));
                Assert.True(seen == answer.IsOk, $"{role}, {report.Name}: {answer.Error?.Code}");
            }
        }
    }

    [Fact]
    public async Task A_place_out_of_reach_is_answered_like_one_that_is_not()
    {
        var officer = await app.Data.PersonAsync(Role.EducationOfficer, w => w.Region);
        foreach (var report in ReportCatalogue.All.Where(r => r.Takes.HasFlag(ReportParameters.Place) && r.Name != "quotas"))
        {
            var other = await app.SendAs(officer, new GetReportQuery(report.Name, new ReportFilter(2026) { PlaceId = world.OtherRegion.Id }));
            var none = await app.SendAs(officer, new GetReportQuery(report.Name, new ReportFilter(2026) { PlaceId = Guid.CreateVersion7() }));
            Assert.True(other.Error is NotFound && none.Error is NotFound, $"{report.Name}: {other.Error?.Code}, {none.Error?.Code}");
        }

        var quotas = await app.SendAs(officer, new GetReportQuery("quotas", new ReportFilter(2026) { PlaceId = world.OtherRegion.Id }));
        Assert.Empty(quotas.Value.Table.Rows);
    }

    [Fact]
    public async Task Each_parameter_narrows_and_what_it_leaves_out_is_counted_by_its_opposite()
    {
        var programme = await app.Data.ProgrammeAsync(code: "P-ONE");
        var group = await app.Data.GroupAsync(programme);
        await app.Data.EnrolmentAsync(group);
        await app.Data.EnrolmentAsync(await app.Data.GroupAsync(await app.Data.ProgrammeAsync(code: "P-TWO")));
        await app.LookAsync(db => db.Organisations
            .Where(o => o.Id == world.School.Id)
            .ExecuteUpdateAsync(o => o.SetProperty(x => x.Settlement, Settlement.Rural).SetProperty(x => x.Ownership, Ownership.State)));
        var all = new ReportFilter(2026);

        Assert.Equal(2, await TraineesAsync(all));
        Assert.Equal(1, await TraineesAsync(all with { Programme = "P-ONE" }));
        Assert.Equal(0, await TraineesAsync(all with { Programme = "P-NONE" }));
        Assert.Equal(2, await TraineesAsync(all with { Language = Language.Kk }));
        Assert.Equal(0, await TraineesAsync(all with { Language = Language.Ru }));
        Assert.Equal(2, await TraineesAsync(all with { Settlement = Settlement.Rural }));
        Assert.Equal(0, await TraineesAsync(all with { Settlement = Settlement.Urban }));
        Assert.Equal(2, await TraineesAsync(all with { Ownership = Ownership.State }));
        Assert.Equal(0, await TraineesAsync(all with { Ownership = Ownership.Private }));
        Assert.Equal(2, await TraineesAsync(all with { PlaceId = world.Region.Id }));
        Assert.Equal(2, await TraineesAsync(all with { PlaceId = world.District.Id }));
        Assert.Equal(2, await TraineesAsync(all with { PlaceId = world.School.Id }));
        Assert.Equal(0, await TraineesAsync(all with { PlaceId = world.OtherRegion.Id }));

        // the groups begin on 12 January
        Assert.Equal(0, await TraineesAsync(all with { Day = new DateOnly(2026, 1, 11) }));
        Assert.Equal(2, await TraineesAsync(all with { Day = new DateOnly(2026, 1, 12) }));
    }

    [Fact]
    public async Task A_day_of_another_year_is_refused()
    {
        var officer = await app.Data.PersonAsync(Role.EducationOfficer);

        var answer = await app.SendAs(officer, new GetReportQuery("T09", new ReportFilter(2026) { Day = new DateOnly(2025, 12, 31) }));

        Assert.IsType<ReportDayOfOtherYear>(answer.Error);
    }

    [Fact]
    public async Task The_grades_of_one_region_leave_out_those_of_another()
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        await app.Data.AssessAsync(await app.Data.PersonAsync(Role.Assessor), work, Grade.Good);
        var moderator = await app.Data.PersonAsync(Role.Moderator);

        var here = (await app.SendAs(moderator, new GetReportQuery("grades", new ReportFilter(2026) { PlaceId = world.Region.Id }))).Value.Table;
        var there = (await app.SendAs(moderator, new GetReportQuery("grades", new ReportFilter(2026) { PlaceId = world.OtherRegion.Id }))).Value.Table;

        Assert.Equal(1, here.Sum(here.Columns.Single(c => c.Key == "good")).Value);
        Assert.Empty(there.Rows);
    }

    [Fact]
    public async Task A_regional_officer_chooses_among_the_own_districts_and_the_ministry_among_regions_and_those_below_the_chosen_one()
    {
        var regional = await app.Data.PersonAsync(Role.EducationOfficer, w => w.Region);
        var ministry = await app.Data.PersonAsync(Role.EducationOfficer);

        Assert.Equal([world.Region.Id, world.District.Id], await PlacesAsync(regional, null));
        Assert.Equivalent(new[] { world.Region.Id, world.OtherRegion.Id }, await PlacesAsync(ministry, null), strict: true);
        Assert.Contains(world.District.Id, await PlacesAsync(ministry, world.Region.Id));
        Assert.DoesNotContain(world.District.Id, await PlacesAsync(ministry, world.OtherRegion.Id));

        async Task<Guid[]> PlacesAsync(Person person, Guid? chosen) =>
            [.. (await app.SendAs(person, new GetReportQuery("T09", new ReportFilter(2026) { PlaceId = chosen }))).Value.Places.Select(p => p.Id)];
    }

    [Fact]
    public async Task Files_say_what_the_page_says()
    {
        var group = await app.Data.GroupAsync();
        await app.Data.EnrolmentAsync(group);
        await app.Data.EnrolmentAsync(group);
        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.NoShow);

        var csv = System.Text.Encoding.UTF8.GetString(await FileAsync(ReportFormat.Csv));
        Assert.Contains("орта;2;100,0;2;2", csv, StringComparison.Ordinal);
        Assert.Contains("Барлығы;2;100,0;2;2", csv, StringComparison.Ordinal);

        using var workbook = new MemoryStream(await FileAsync(ReportFormat.Xlsx));
        var rows = new ListFileReader(Microsoft.Extensions.Logging.Abstractions.NullLogger<ListFileReader>.Instance)
            .Read(workbook, "report.xlsx", TestContext.Current.CancellationToken).Value.Rows;
        Assert.Contains(rows, r => r.Cells is ["орта", "2", "1", "2", "2"]);
        Assert.Contains(rows, r => r.Cells is ["Барлығы", "2", "1", "2", "2"]);

        using var pdf = PdfDocument.Open(await FileAsync(ReportFormat.Pdf));
        var words = string.Join(' ', pdf.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text));
        Assert.Contains("Оқығандар білім деңгейі бойынша", words, StringComparison.Ordinal);
        Assert.Contains("2 / 2", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_the_same_file_each_time_and_a_long_one_has_its_headings_on_every_page()
    {
        for (var i = 0; i < 60; i++)
        {
            await app.Data.EnrolmentAsync(await app.Data.GroupAsync());
        }

        var first = await FileAsync(ReportFormat.Pdf, "T10");

        Assert.Equal(first, await FileAsync(ReportFormat.Pdf, "T10"));
        Assert.Equal(await FileAsync(ReportFormat.Xlsx, "T10"), await FileAsync(ReportFormat.Xlsx, "T10"));
        using var pdf = PdfDocument.Open(first);
        Assert.InRange(pdf.NumberOfPages, 2, 10);
        Assert.All(pdf.GetPages(), p => Assert.Contains("Бағдарлама", p.GetWords().Select(w => w.Text)));
    }

    private async Task<int> TraineesAsync(ReportFilter filter)
    {
        var table = (await app.SendAs(await app.Data.PersonAsync(Role.EducationOfficer), new GetReportQuery("trainees-by-level", filter))).Value.Table;
        return table.Sum(table.Columns[0]).Value!.Value;
    }

    private async Task<byte[]> FileAsync(ReportFormat format, string name = "trainees-by-level") =>
        (await app.SendAs(await app.Data.PersonAsync(Role.EducationOfficer), new PrintReportQuery(name, new ReportFilter(2026), Language.Kk, format))).Value.Content;
}
