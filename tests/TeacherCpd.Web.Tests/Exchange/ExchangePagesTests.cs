using System.Net;
using System.Text;
using TeacherCpd.Application.Exchange;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Exchange;

public sealed class ExchangePagesTests : IAsyncLifetime
{
    private Site site = null!;
    private Browser administrator = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        administrator = await site.AsAsync(await site.Data.PersonAsync(Role.Administrator));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_file_is_sent_looked_at_and_followed()
    {
        var iin = TestData.NewIin(901);
        await SendAsync($"ЖСН;ТАӘ;Ұйым коды;Лауазымы;Көз түсі\n{iin};Жаңа Адам;S1;мұғалім;қара\n850101400012;Қате Нөмір;S1;мұғалім;көк\n");
        var id = Guid.Parse(administrator.Path.Split('/')[^1]);
        Assert.Contains("Көз түсі", administrator.Page.QuerySelector("main dl")!.TextContent, StringComparison.Ordinal);
        await site.App.SendAsSystem(new RunRegisterImportCommand(id));

        await administrator.GetAsync($"/exchange/{id}?finding=Fault");
        Assert.Contains("850101400012", administrator.Page.QuerySelector("#rows tbody")!.TextContent, StringComparison.Ordinal);
        await administrator.GetAsync($"/exchange/{id}");
        var nothing = await administrator.SubmitAsync(handler: "Confirm");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.NotNull(administrator.Page.QuerySelector("#Follow_error"));

        await administrator.GetAsync($"/exchange/{id}");
        await administrator.FollowAsync(await administrator.SubmitAsync(new() { ["Follow"] = nameof(RegisterFinding.OnlyThere) }, handler: "Confirm"));
        await site.App.SendAsSystem(new RunRegisterImportCommand(id));
        await administrator.GetAsync($"/exchange/{id}");
        Assert.NotNull(administrator.Page.QuerySelector("main form[action*='handler=Undo']"));

        var table = await administrator.GetAsync($"/exchange/{id}/differences.csv");
        Assert.Equal("text/csv", table.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task What_was_typed_stays_when_the_file_is_missing_or_the_day_is_to_come()
    {
        await administrator.GetAsync("/exchange");

        var answer = await administrator.SubmitAsync(new() { ["Input.Kind"] = nameof(RegisterKind.Organisations), ["Input.AsOf"] = "2027-01-01" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("2027-01-01", administrator.Page.QuerySelector("#Input_AsOf")!.GetAttribute("value"));
        Assert.NotNull(administrator.Page.QuerySelector("#Input_Kind option[value=Organisations][selected]"));
        Assert.NotNull(administrator.Page.QuerySelector("#Input_File[aria-invalid]"));
    }

    [Fact]
    public async Task Somebody_else_sees_nothing_of_it()
    {
        var teacher = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));
        var regional = await site.AsAsync(await site.Data.PersonAsync(Role.Administrator, w => w.OtherRegion));
        await SendAsync($"ЖСН;ТАӘ;Ұйым коды;Лауазымы\n{TestData.NewIin(901)};Жаңа Адам;S1;мұғалім\n");

        Assert.Equal(HttpStatusCode.Forbidden, (await teacher.GetAsync("/exchange")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await regional.GetAsync(administrator.Path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await regional.GetAsync($"{administrator.Path}/differences.csv")).StatusCode);
    }

    private async Task SendAsync(string text)
    {
        var place = (await site.Data.WorldAsync()).Ministry.Id;
        await administrator.GetAsync("/exchange");
        await administrator.FollowAsync(await administrator.SubmitAsync(
            new() { ["Input.Kind"] = nameof(RegisterKind.Staff), ["Input.PlaceId"] = place.ToString(), ["Input.AsOf"] = "2026-02-01" },
            file: ("Input.File", "staff.csv", Encoding.UTF8.GetBytes(text))));
    }
}
