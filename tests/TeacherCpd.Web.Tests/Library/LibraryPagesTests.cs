using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Library;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Library;

/// <summary>The library as people see it, without JavaScript.</summary>
public sealed class LibraryPagesTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_material_is_written_what_was_typed_and_the_file_survive_an_error_the_council_publishes_it_and_a_visitor_takes_it()
    {
        var section = await site.Data.LibrarySectionAsync();
        var teacher = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));
        await teacher.GetAsync("/library/write");
        var form = new Dictionary<string, string>
        {
            ["Input.SectionId"] = section.Id.ToString(),
            ["Input.Type"] = "Handout",
            ["Input.Languages"] = "Kk",
            ["Input.TitleKk"] = "Пропорция <b>есептері</b>",
            ["Input.SummaryKk"] = "Жиырма есеп.",
            ["Input.Year"] = "2025",
        };
        var wrong = await teacher.SubmitAsync(form, file: ("Input.File", "есептер.txt", Encoding.UTF8.GetBytes("Бірінші есеп: пропорцияны табыңыз.")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.NotNull(teacher.Page.QuerySelector(".errors a[href='#Input_Authors']"));
        Assert.Equal("Пропорция <b>есептері</b>", teacher.Page.QuerySelector("#Input_TitleKk")!.GetAttribute("value"));
        Assert.True(teacher.Page.QuerySelector("input[name='Input.Languages'][value='Kk']")!.HasAttribute("checked"));
        await teacher.FollowAsync(await teacher.SubmitAsync(new() { ["Input.Authors"] = "Г. Әбенова" }));
        var material = teacher.Path;
        await teacher.FollowAsync(await teacher.SubmitAsync(form: "main form[action*=Propose]"));

        foreach (var role in new[] { Role.Assessor, Role.Moderator })
        {
            var reviewer = await site.AsAsync(await site.Data.PersonAsync(role));
            await reviewer.GetAsync(material);
            await reviewer.FollowAsync(await reviewer.SubmitAsync(new() { ["Words"] = "Жарайды" }, form: "main form:has(#Words)", handler: "Agree"));
        }

        var visitor = site.Visitor();
        await visitor.GetAsync("/library");
        await visitor.GetAsync("/library?words=пропорцияның есеп");
        Assert.Equal("Пропорция <b>есептері</b>", visitor.Page.QuerySelector("main ul.rows a")!.TextContent);
        await visitor.GetAsync(material);
        var file = await visitor.GetAsync($"{material}/file/1");
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("пропорцияны", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // one view is of the reviewer whose decision published it
        Assert.Equal(
            [(LibraryUse.Download, 1), (LibraryUse.View, 2), (LibraryUse.Visit, 1)],
            await site.App.LookAsync(async db => (await db.LibraryCounts.Where(c => c.Region == "").ToListAsync()).OrderBy(c => c.Use.ToString(), StringComparer.Ordinal).Select(c => (c.Use, c.Count))));
    }

    [Fact]
    public async Task The_keeper_opens_a_section_with_roles_and_reads_the_figures_and_others_do_not()
    {
        var keeper = await site.AsAsync(await site.Data.PersonAsync(Role.ProgrammeDeveloper));
        await keeper.GetAsync("/library/sections/write");
        await keeper.FollowAsync(await keeper.SubmitAsync(new()
        {
            ["Input.Kind"] = "Experience",
            ["Input.NameKk"] = "Тәжірибе",
            ["Input.NameRu"] = "Опыт",
            ["Input.NameEn"] = "Experience",
            ["Input.Read"] = "Teacher",
        }));
        var section = await site.App.LookAsync(db => db.LibrarySections.Include(s => s.Rights).SingleAsync());
        Assert.Equal([Role.Teacher], section.RolesOf(LibraryRight.Read));
        Assert.Equal(HttpStatusCode.OK, (await keeper.GetAsync("/reports/library")).StatusCode);
        Assert.Equal("text/csv", (await keeper.GetAsync("/reports/library/file?year=2026")).Content.Headers.ContentType!.MediaType);
        var teacher = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));
        foreach (var path in new[] { "/library/sections", "/library/sections/write", "/library/confirm", "/reports/library", "/reports/library/file" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await teacher.GetAsync(path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await keeper.GetAsync($"/library/sections/write/{Guid.CreateVersion7()}")).StatusCode);
    }
}
