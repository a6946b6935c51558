using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Accounts;

public sealed class RegisterTests : IAsyncLifetime
{
    private static readonly string Iin = TestData.NewIin(77);

    private Site site = null!;
    private World world = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        world = await site.Data.WorldAsync();
        browser = site.Visitor();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_teacher_registers_is_signed_in_and_stands_before_the_courses()
    {
        await OpenFormAsync();

        var answer = await browser.SubmitAsync(Fields());

        Assert.Equal("/catalogue", answer.Headers.Location!.OriginalString);
        await browser.FollowAsync(answer);
        Assert.NotNull(browser.Page.QuerySelector(".notice"));
        Assert.NotNull(browser.Page.QuerySelector("form[action='/sign-out']"));
        var person = await site.App.LookAsync(db => db.Persons.Include(p => p.Roles).Include(p => p.Employments).SingleAsync(p => p.Iin == Iin));
        Assert.Equal(("Өтегенова", "Әсем", (string?)null), (person.FamilyName, person.GivenName, person.Patronymic));
        Assert.Equal((Role.Teacher, world.School.Id), (person.Roles.Single().Role, person.Roles.Single().OrganisationId));
        Assert.Equal((world.School.Id, new DateOnly(2019, 9, 1)), (person.Employments.Single().OrganisationId, person.Employments.Single().From));
    }

    [Fact]
    public async Task Afterwards_the_same_number_and_password_sign_in()
    {
        await OpenFormAsync();
        await browser.SubmitAsync(Fields());
        var later = site.Visitor();
        await later.GetAsync("/sign-in");

        var answer = await later.SubmitAsync(new() { ["Input.Iin"] = Iin, ["Input.Password"] = "tau-samaly-2026" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task The_pages_are_in_the_language_the_teacher_chose()
    {
        await OpenFormAsync();

        await browser.FollowAsync(await browser.SubmitAsync(Fields("Input.Language", "Ru")));

        Assert.Equal("ru", browser.Page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("Input.Iin", "12345")]
    [InlineData("Input.Iin", "")]
    [InlineData("Input.Password", "qysqa")]
    [InlineData("Input.Password", "")]
    [InlineData("Input.FamilyName", "")]
    [InlineData("Input.GivenName", "   ")]
    [InlineData("Input.SchoolId", "")]
    [InlineData("Input.Email", "мекенжай")]
    [InlineData("Input.WorksSince", "")]
    [InlineData("Input.WorksSince", "2026-02-11")]
    [InlineData("Input.WorksSince", "2001-03-14")]
    public async Task A_wrong_field_is_named_and_what_was_typed_is_kept(string field, string value)
    {
        await OpenFormAsync();

        var answer = await browser.SubmitAsync(Fields(field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector($".errors a[href='#{field.Replace('.', '_')}']"));
        Assert.NotNull(browser.Page.QuerySelector($"#{field.Replace('.', '_')}[aria-invalid=true]"));
        Assert.Equal(field == "Input.FamilyName" ? null : "Өтегенова", NullIfEmpty(browser.Page.QuerySelector("#Input_FamilyName")!.GetAttribute("value")));
        Assert.Equal(0, await site.App.LookAsync(db => db.Persons.CountAsync()));
    }

    [Fact]
    public async Task A_digit_that_breaks_the_check_digit_is_told_at_the_number()
    {
        var wrong = Iin[..11] + (char)('0' + ((Iin[11] - '0' + 1) % 10));
        await OpenFormAsync();

        var answer = await browser.SubmitAsync(Fields("Input.Iin", wrong));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("бақылау саны", browser.Page.QuerySelector("#Input_Iin_error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(wrong, browser.Page.QuerySelector("#Input_Iin")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_password_is_never_sent_back()
    {
        await OpenFormAsync();

        await browser.SubmitAsync(Fields("Input.FamilyName", ""));

        Assert.DoesNotContain("tau-samaly-2026", browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_number_is_sent_to_signing_in_and_changes_nothing()
    {
        var known = await site.Data.PersonAsync(Role.Teacher);
        await OpenFormAsync();

        var answer = await browser.SubmitAsync(Fields("Input.Iin", known.Iin));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("#Input_Iin_error"));
        Assert.Equal(1, await site.App.LookAsync(db => db.Persons.CountAsync()));
        var stranger = site.Visitor();
        await stranger.GetAsync("/sign-in");
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await stranger.SubmitAsync(new() { ["Input.Iin"] = known.Iin, ["Input.Password"] = "tau-samaly-2026" })).StatusCode);
    }

    [Fact]
    public async Task The_same_form_sent_twice_registers_once()
    {
        await OpenFormAsync();

        await browser.SubmitAsync(Fields());
        var second = await browser.SubmitAsync(Fields());

        // the form was a visitor's, and the first sending signed in: it comes back once with a new token
        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(Fields())).StatusCode);
        Assert.Equal(1, await site.App.LookAsync(db => db.Persons.CountAsync()));
    }

    [Fact]
    public async Task Only_schools_of_the_chosen_district_are_offered()
    {
        await OpenFormAsync();

        var offered = browser.Page.QuerySelectorAll("#Input_SchoolId option").Select(o => o.GetAttribute("value")).Where(v => v is { Length: > 0 });

        Assert.Equal([world.School.Id.ToString()], offered);
    }

    [Fact]
    public async Task A_place_is_offered_once_it_has_schools_and_a_city_whose_schools_stand_right_below_it_too()
    {
        await browser.GetAsync("/register");

        var offered = browser.Page.QuerySelectorAll("#District option").Select(o => o.GetAttribute("value")).Where(v => v is { Length: > 0 });

        // the other region has its school right below it; the first region has a district for its own
        Assert.Equal(new[] { world.District.Id.ToString(), world.OtherRegion.Id.ToString() }.Order(), offered.Order());
        await browser.GetAsync($"/register?District={world.OtherRegion.Id}");
        Assert.NotNull(browser.Page.QuerySelector($"#Input_SchoolId option[value='{world.OtherSchool.Id}']"));
    }

    private Task<HttpResponseMessage> OpenFormAsync() => browser.GetAsync($"/register?District={world.District.Id}");

    private Dictionary<string, string> Fields(string? field = null, string value = "")
    {
        var fields = new Dictionary<string, string>
        {
            ["Input.SchoolId"] = world.School.Id.ToString(),
            ["Input.WorksSince"] = "2019-09-01",
            ["Input.Iin"] = Iin,
            ["Input.FamilyName"] = "Өтегенова",
            ["Input.GivenName"] = "Әсем",
            ["Input.Email"] = "asem@mektep.example",
            ["Input.Password"] = "tau-samaly-2026",
        };
        if (field is not null)
        {
            fields[field] = value;
        }

        return fields;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
