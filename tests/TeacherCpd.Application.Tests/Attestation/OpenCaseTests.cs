using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Attestation;

public sealed class OpenCaseTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person teacher = null!;

    public static TheoryData<Role> OtherRoles => Roles.Except(Role.Teacher);

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CategoryAsync(teacher, "moderator");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_case_keeps_the_edition_the_category_held_and_the_place_of_work()
    {
        var edition = await app.Data.RuleSetAsync();

        var result = await app.SendAs(teacher, New("expert"));

        var opened = await app.LookAsync(db => db.AttestationCases.SingleAsync(c => c.Id == result.Value));
        Assert.Equal("AT-2026-000001", opened.Number);
        Assert.Equal(edition.Id, opened.RuleSetId);
        Assert.Equal("moderator", opened.CurrentCategory);
        Assert.Equal("expert", opened.ClaimedCategory);
        Assert.Equal((await app.Data.WorldAsync()).School.Id, opened.OrganisationId);
        Assert.Equal(AttestationCaseStatus.Open, opened.Status);
    }

    [Fact]
    public async Task The_same_form_sent_twice_opens_one_case()
    {
        await app.Data.RuleSetAsync();
        var command = New("expert");

        await app.SendAs(teacher, command);
        var second = await app.SendAs(teacher, command);

        Assert.Equal(command.CaseId, second.Value);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task The_id_of_somebody_elses_case_opens_nothing()
    {
        var others = await app.Data.CaseAsync(AttestationCaseStatus.Open);

        var result = await app.SendAs(teacher, new OpenCaseCommand(others.Id, "expert"));

        Assert.IsType<NotFound>(result.Error);
    }

    [Fact]
    public async Task A_step_left_out_is_refused_with_the_reason_in_every_language()
    {
        await app.Data.RuleSetAsync();

        var result = await app.SendAs(teacher, New("researcher"));

        var refused = Assert.IsType<ClaimNotAllowed>(result.Error);
        Assert.Contains("педагог-сарапшы", refused.Reasons.Kk, StringComparison.Ordinal);
        Assert.Contains("педагог-эксперт", refused.Reasons.Ru, StringComparison.Ordinal);
        Assert.Contains("teacher-expert", refused.Reasons.En, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_second_case_is_refused_while_the_first_is_on_its_way_and_its_number_is_given_back()
    {
        await app.Data.RuleSetAsync();
        var first = New("expert");
        await app.SendAs(teacher, first);

        var refused = await app.SendAs(teacher, New("expert"));
        await app.SendAs(teacher, new WithdrawCaseCommand(first.CaseId));
        var allowed = await app.SendAs(teacher, New("expert"));

        Assert.Equal(new CaseAlreadyOpen("AT-2026-000001"), refused.Error);
        Assert.Equal("AT-2026-000002", await app.LookAsync(db => db.AttestationCases.Where(c => c.Id == allowed.Value).Select(c => c.Number).SingleAsync()));
    }

    [Fact]
    public async Task Two_forms_sent_at_the_same_moment_open_one_case()
    {
        await app.Data.RuleSetAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.SendAs(teacher, New("expert"))));

        Assert.Single(results, r => r.Error is null);
        Assert.All(results.Where(r => r.Error is not null), r => Assert.IsType<CaseAlreadyOpen>(r.Error));
        Assert.Equal(1, await CountAsync());
    }

    [Theory]
    [InlineData("2026-02-11", null)]
    [InlineData(null, "2026-02-09")]
    public async Task Without_an_edition_in_force_today_no_case_opens(string? from, string? to)
    {
        await app.Data.RuleSetAsync(validFrom: Day(from), validTo: Day(to));

        Assert.IsType<NoRulesInForce>((await app.SendAs(teacher, New("expert"))).Error);
    }

    [Fact]
    public async Task Of_several_editions_in_force_the_one_that_came_last_decides()
    {
        await app.Data.RuleSetAsync("KZ.Z", validFrom: new DateOnly(2025, 1, 1), validTo: new DateOnly(2026, 2, 10));
        var newest = await app.Data.RuleSetAsync("KZ.A", validFrom: new DateOnly(2026, 2, 10));
        await app.Data.RuleSetAsync("KZ.B");
        await app.Data.RuleSetAsync("KZ.C", validFrom: new DateOnly(2026, 2, 11));

        var result = await app.SendAs(teacher, New("expert"));

        Assert.Equal(newest.Id, await app.LookAsync(db => db.AttestationCases.Where(c => c.Id == result.Value).Select(c => c.RuleSetId).SingleAsync()));
    }

    [Theory]
    [InlineData("head_cat1")]
    [InlineData("trainee")]
    [InlineData("wizard")]
    public async Task A_category_of_another_ladder_is_refused_at_its_field(string claimed)
    {
        await app.Data.RuleSetAsync();

        var result = await app.SendAs(teacher, New(claimed));

        Assert.Equal("Claimed", Assert.IsType<CategoryNotOnLadder>(result.Error).Field);
    }

    [Fact]
    public async Task Whoever_has_no_job_or_one_without_categories_opens_no_case()
    {
        await app.Data.RuleSetAsync();
        var school = (await app.Data.WorldAsync()).School.Id;
        var jobless = await TeacherAsync(900, _ => { });
        var later = await TeacherAsync(901, p => p.WorksAt(school, Position.Teacher, new DateOnly(2026, 2, 11)));
        var accountant = await TeacherAsync(902, p => p.WorksAt(school, Position.Staff, new DateOnly(2020, 1, 1)));

        Assert.IsType<NoPresentEmployment>((await app.SendAs(jobless, New("teacher"))).Error);
        Assert.IsType<NoPresentEmployment>((await app.SendAs(later, New("teacher"))).Error);
        Assert.IsType<PositionNotAttested>((await app.SendAs(accountant, New("teacher"))).Error);
    }

    [Theory]
    [MemberData(nameof(OtherRoles))]
    public async Task Other_roles_may_not_open_cases(Role role)
    {
        await app.Data.RuleSetAsync();

        var result = await app.SendAs(await app.Data.PersonAsync(role), New("expert"));

        Assert.IsType<Forbidden>(result.Error);
    }

    private static OpenCaseCommand New(string claimed) => new(Guid.CreateVersion7(), claimed);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private Task<int> CountAsync() => app.LookAsync(db => db.AttestationCases.CountAsync());

    private async Task<Person> TeacherAsync(int number, Action<Person> employ)
    {
        var person = new Person { Iin = TestData.NewIin(number), FamilyName = "Сейітов", GivenName = "Арман", SortKey = SortKey.Of("Сейітов Арман") };
        person.Receives(Role.Teacher, (await app.Data.WorldAsync()).School.Id);
        employ(person);
        await app.Data.SaveAsync(person);
        return person;
    }
}
