using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Trainers;

/// <summary>The pages of the trainer pool as people use them, without JavaScript.</summary>
public sealed class TrainerPagesTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Whoever_may_not_teach_is_told_why_with_others_to_choose_and_nothing_typed_is_lost()
    {
        var version = await site.Data.ProgrammeAsync();
        var wrong = await site.Data.PoolTrainerAsync(TrainerSource.GeneralSchools);
        var right = await site.Data.PersonAsync(Role.Trainer);
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        await browser.GetAsync("/groups/manage/open");
        var fields = new Dictionary<string, string>
        {
            ["Input.ProgrammeVersionId"] = version.Id.ToString(),
            ["Input.StartsOn"] = "2026-03-02",
            ["Input.EndsOn"] = "2026-03-20",
            ["Input.TrainerId"] = wrong.Person.Id.ToString(),
            ["Input.Venue"] = "№ 14 мектеп",
        };

        var answer = await browser.SubmitAsync(fields);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var proposals = browser.Page.QuerySelector("#proposals")!;
        Assert.Contains("бұл бағдарлама бойынша оқытылмаған", proposals.TextContent, StringComparison.Ordinal);
        Assert.Contains("барлық күнге шарты жоқ", proposals.TextContent, StringComparison.Ordinal);
        Assert.Equal(right.Id.ToString(), proposals.QuerySelector("button[name=Pick]")!.GetAttribute("value"));
        Assert.Equal("№ 14 мектеп", browser.Page.QuerySelector("#Input_Venue")!.GetAttribute("value"));
        Assert.NotNull(browser.Page.QuerySelector(".errors a[href='#Input_TrainerId']"));
        Assert.Equal(0, await site.App.LookAsync(db => db.Groups.CountAsync()));

        fields["Input.TrainerId"] = right.Id.ToString();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(fields)).StatusCode);
    }

    [Fact]
    public async Task A_trainer_is_entered_by_a_coordinator()
    {
        var world = await site.Data.WorldAsync();
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        await browser.GetAsync("/trainers/new");

        var refused = await browser.SubmitAsync(new Dictionary<string, string> { ["Input.Iin"] = teacher.Iin, ["Input.BranchId"] = world.Branch.Id.ToString() });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var answer = await browser.SubmitAsync(new Dictionary<string, string>
        {
            ["Input.Iin"] = teacher.Iin,
            ["Input.BranchId"] = world.Branch.Id.ToString(),
            ["Input.Source"] = nameof(TrainerSource.Preschools),
            ["Input.Languages"] = "Kk",
        });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await browser.FollowAsync(answer);
        Assert.Contains("мектепке дейінгі ұйымнан тартылған", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_own_page_says_what_is_authorised_and_a_wrong_file_is_refused_at_its_field()
    {
        var (person, task) = await DueAsync();
        var browser = await site.AsAsync(person);
        await browser.GetAsync("/my/trainer");
        Assert.Contains("RT-2026-0001", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var refused = await browser.SubmitAsync(new Dictionary<string, string> { ["RecertificationId"] = task.ToString() });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector(".errors a[href='#Input_File']"));
        Assert.NotNull(browser.Page.QuerySelector("input#Input_File"));
    }

    [Fact]
    public async Task Errors_of_one_form_lead_to_its_own_fields()
    {
        var version = await site.Data.ProgrammeAsync();
        var (_, trainer) = await site.Data.PoolTrainerAsync();
        await site.Data.CertifyAsync(trainer.Id, version.ProgrammeId, new DateOnly(2025, 1, 1), new DateOnly(2026, 6, 30));
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.ProgrammeDeveloper));
        await browser.GetAsync($"/trainers/{trainer.Id}");

        var refused = await browser.SubmitAsync(form: "form[action*='Suspend']");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector(".errors a[href='#Input_Basis']"));
        Assert.NotNull(browser.Page.QuerySelector("details[open] form[action*='Suspend'] #Input_Basis"));
        Assert.Single(browser.Page.QuerySelectorAll("#Input_Basis"));
        await browser.GetAsync($"/trainers/{trainer.Id}");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(new Dictionary<string, string> { ["Input.Basis"] = "Демалыс" }, "form[action*='Suspend']")).StatusCode);
    }

    [Fact]
    public async Task The_list_goes_into_a_file_as_it_is_filtered()
    {
        var preschool = await site.Data.PoolTrainerAsync(TrainerSource.Preschools);
        await site.Data.PoolTrainerAsync();
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        await browser.GetAsync("/trainers?source=Preschools");
        var link = browser.Page.QuerySelector("main a[href^='/trainers/file']")!.GetAttribute("href")!;

        var lines = (await (await browser.GetAsync(link)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimEnd().Split("\r\n");

        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{preschool.Person.FamilyName} {preschool.Person.GivenName};", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/trainers", Role.Teacher)]
    [InlineData("/trainers/file", Role.Teacher)]
    [InlineData("/trainers/new", Role.Moderator)]
    [InlineData("/recertification", Role.Coordinator)]
    [InlineData("/recertification/sheets", Role.ProgrammeDeveloper)]
    [InlineData("/my/trainer", Role.Coordinator)]
    [InlineData("/coaches", Role.Trainer)]
    [InlineData("/standardisation", Role.Assessor)]
    [InlineData("/reports/tables/trainers-by-year", Role.Trainer)]
    [InlineData("/trainers/lapses", Role.ProgrammeDeveloper)]
    public async Task Other_roles_are_told_that_they_may_not(string path, Role role)
    {
        var browser = await site.AsAsync(await site.Data.PersonAsync(role));

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task The_council_decides_in_two_journeys()
    {
        var (_, task) = await DueAsync();
        var campaign = await site.App.LookAsync(db => db.RecertificationCampaigns.Select(c => c.Id).SingleAsync());
        site.App.Time.Advance(TimeSpan.FromDays(30));
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Moderator));
        await browser.GetAsync($"/recertification/{campaign}/certify");
        Assert.Null(browser.Page.QuerySelector("input[name=Recertifications]"));
        await browser.GetAsync($"/recertification/{campaign}/refuse");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(new Dictionary<string, string> { ["ProtocolNumber"] = "9" })).StatusCode);

        var answer = await browser.SubmitAsync(new Dictionary<string, string>
        {
            ["Recertifications"] = task.ToString(),
            ["ProtocolNumber"] = "9",
            ["ProtocolOn"] = "2026-03-01",
            ["Reasons"] = "Есеп тапсырылмады.",
        });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await browser.GetAsync($"/recertification/{campaign}");
        Assert.Contains("№ 9 хаттама", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(Person Person, Guid Recertification)> DueAsync()
    {
        var version = await site.Data.ProgrammeAsync();
        var (person, trainer) = await site.Data.PoolTrainerAsync();
        await site.Data.CertifyAsync(trainer.Id, version.ProgrammeId, new DateOnly(2025, 1, 1), new DateOnly(2026, 6, 30));
        var rubric = await site.Data.RubricAsync();
        var opened = await site.App.SendAs(await site.Data.PersonAsync(Role.Moderator), new Application.Trainers.OpenCampaignCommand(
            Guid.CreateVersion7(),
            2026,
            rubric.Id,
            new DateOnly(2026, 12, 31),
            new DateOnly(2026, 3, 1),
            new DateOnly(2026, 7, 1),
            new DateOnly(2027, 6, 30),
            "№ 12"));
        Assert.Null(opened.Error);
        return (person, await site.App.LookAsync(db => db.Recertifications.Select(r => r.Id).SingleAsync()));
    }
}
