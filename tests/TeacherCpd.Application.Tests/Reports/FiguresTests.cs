using TeacherCpd.Application.Reports;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Reports;

/// <summary>The figures at first sight say what their reports say.</summary>
public sealed class FiguresTests : IAsyncLifetime
{
    private TestApp app = null!;
    private World world = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        world = await app.Data.WorldAsync();
        var group = await app.Data.GroupAsync();
        await app.Data.EnrolmentAsync(group);
        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.NoShow);
        var good = await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        await app.Data.AssessAsync(await app.Data.PersonAsync(Role.Assessor), good, Grade.Good);
        await app.Data.AssessAsync(await app.Data.PersonAsync(Role.Assessor), await app.Data.WorkAsync(PortfolioStatus.AwaitingAssessment), Grade.Unsatisfactory);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Each_figure_of_a_year_is_the_sum_of_its_report()
    {
        var officer = await app.Data.PersonAsync(Role.EducationOfficer);

        var view = (await app.SendAs(officer, new GetFiguresQuery(null))).Value;

        Assert.Equal(["trainees-by-level", "assessed", "effect", "training-due", "from-moderator"], view.Figures.Select(f => f.Report));
        Assert.Equal([2024, 2025, 2026], view.Figures[0].Years.Select(y => y.Year));
        Assert.Equal((1, 2, 500), (view.Figures[1].Now.Cell.Value!.Value, view.Figures[1].Now.Cell.Whole!.Value, view.Figures[1].Now.Cell.PerMille!.Value));
        foreach (var figure in view.Figures)
        {
            foreach (var (year, cell) in figure.Years.Select(y => (y.Year, y.Cell)))
            {
                var table = (await app.SendAs(officer, new GetReportQuery(figure.Report, new ReportFilter(year)))).Value.Table;
                var column = figure.Report switch
                {
                    "trainees-by-level" => "trainees",
                    "assessed" => "recommended_share",
                    "effect" => "in_time_share",
                    "training-due" => "overdue_share",
                    _ => "from_moderator_share",
                };
                var found = table.Columns.Single(c => c.Key == column);
                var sum = table.HasSum ? table.Sum(found) : table.Cell(table.Rows[0], found);
                Assert.Equal((figure.Report, year, sum), (figure.Report, year, cell));
            }
        }
    }

    [Fact]
    public async Task A_region_sees_its_own_and_another_one_none_of_it()
    {
        var here = (await app.SendAs(await app.Data.PersonAsync(Role.EducationOfficer, w => w.Region), new GetFiguresQuery(null))).Value;
        var there = (await app.SendAs(await app.Data.PersonAsync(Role.EducationOfficer, w => w.OtherRegion), new GetFiguresQuery(null))).Value;

        Assert.Equal(2, here.Figures[1].Now.Cell.Whole);
        Assert.Equal(0, there.Figures[1].Now.Cell.Whole);
        Assert.Empty(here.Regions);
    }

    [Fact]
    public async Task A_region_out_of_reach_is_not_found_and_roles_see_what_they_may()
    {
        var regional = await app.Data.PersonAsync(Role.EducationOfficer, w => w.Region);
        Assert.IsType<NotFound>((await app.SendAs(regional, new GetFiguresQuery(world.OtherRegion.Id))).Error);

        Assert.Empty((await app.SendAs(await app.Data.PersonAsync(Role.Teacher), new GetFiguresQuery(null))).Value.Figures);
        Assert.Equal(["assessed"], (await app.SendAs(await app.Data.PersonAsync(Role.Moderator), new GetFiguresQuery(null))).Value.Figures.Select(f => f.Report));
        Assert.Equal(["from-moderator"], (await app.SendAs(await app.Data.PersonAsync(Role.CommissionSecretary), new GetFiguresQuery(null))).Value.Figures.Select(f => f.Report));
    }
}
