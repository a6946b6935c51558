using System.Net;
using TeacherCpd.Domain.Accounts;

namespace TeacherCpd.Web.Tests.Common;

public sealed class JobsTests : IAsyncLifetime
{
    private Site site = null!;

    public static TheoryData<Role> OtherRoles => new(Enum.GetValues<Role>().Where(r => r != Role.Administrator));

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_administrator_of_the_whole_system_sees_the_dashboard() =>
        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(await site.Data.PersonAsync(Role.Administrator)));

    [Fact]
    public async Task An_administrator_of_a_region_neither_sees_it_nor_is_led_to_it()
    {
        var regional = await site.Data.PersonAsync(Role.Administrator, world => world.Region);

        Assert.Equal(HttpStatusCode.Forbidden, await AnswerAsync(regional));
        var browser = await site.AsAsync(regional);
        await browser.GetAsync("/");
        Assert.Null(browser.Page.QuerySelector(".rail a[href='/jobs']"));
    }

    [Theory]
    [MemberData(nameof(OtherRoles))]
    public async Task Other_roles_may_not(Role role) =>
        Assert.Equal(HttpStatusCode.Forbidden, await AnswerAsync(await site.Data.PersonAsync(role)));

    [Fact]
    public async Task A_visitor_may_not() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Visitor().GetAsync("/jobs")).StatusCode);

    private async Task<HttpStatusCode> AnswerAsync(Person person) => (await (await site.AsAsync(person)).GetAsync("/jobs")).StatusCode;
}
