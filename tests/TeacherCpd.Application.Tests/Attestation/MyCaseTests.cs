using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Attestation;

public sealed class MyCaseTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person teacher = null!;

    public static TheoryData<AttestationCaseStatus> All => [.. Enum.GetValues<AttestationCaseStatus>().Where(s => s != AttestationCaseStatus.Decided)];

    public static TheoryData<Role> OtherRoles => Roles.Except(Role.Teacher);

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CategoryAsync(teacher, "moderator");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_page_names_the_category_the_next_one_and_what_is_missing()
    {
        await app.Data.RuleSetAsync();

        var view = (await app.SendAs(teacher, new GetMyCategoryQuery(null))).Value;

        Assert.Equal("moderator", view.Now!.Category);
        Assert.True(view.NowIsValid);
        Assert.Equal("expert", view.Prospect!.Claimed);
        Assert.True(view.Prospect.MayClaim);
        Assert.Equal(["teacher", "moderator", "expert", "researcher", "master"], view.Prospect.Choices);
        Assert.Equal(true, Row(view.Prospect, "Педагогикалық өтіл, жыл").Met);
        Assert.Equal("10,42", Row(view.Prospect, "Педагогикалық өтіл, жыл").Have.Kk);
        Assert.Equal(false, Row(view.Prospect, "Білімді бағалау, %").Met);
        Assert.Equal("70", Row(view.Prospect, "Білімді бағалау, %").Needed.Kk);
    }

    [Fact]
    public async Task A_category_that_may_not_be_claimed_comes_with_the_reason()
    {
        await app.Data.RuleSetAsync();

        var prospect = (await app.SendAs(teacher, new GetMyCategoryQuery("master"))).Value.Prospect!;

        Assert.Equal("master", prospect.Claimed);
        Assert.False(prospect.MayClaim);
        Assert.NotEmpty(prospect.Refusals);
    }

    [Fact]
    public async Task Without_rules_the_page_says_so_and_still_shows_the_category()
    {
        var view = (await app.SendAs(teacher, new GetMyCategoryQuery(null))).Value;

        Assert.IsType<NoRulesInForce>(view.Hindrance);
        Assert.Null(view.Prospect);
        Assert.Equal("moderator", view.Now!.Category);
    }

    [Fact]
    public async Task Hours_count_once_for_a_programme_that_is_agreed_within_three_years()
    {
        await app.Data.RuleSetAsync();
        var agreed = await app.Data.ProgrammeAsync();
        var other = await app.Data.ProgrammeAsync();
        var draft = await app.Data.ProgrammeAsync(ProgrammeVersionStatus.Draft);
        var longest = await app.Data.HoursAsync(teacher, agreed, new DateOnly(2025, 3, 1), 72);
        var again = await app.Data.HoursAsync(teacher, agreed, new DateOnly(2024, 3, 1), 36);
        var second = await app.Data.HoursAsync(teacher, other, new DateOnly(2023, 2, 10), 40);
        var old = await app.Data.HoursAsync(teacher, other, new DateOnly(2023, 2, 9), 80);
        var notAgreed = await app.Data.HoursAsync(teacher, draft, new DateOnly(2025, 5, 1), 80);
        var silent = await app.Data.HoursAsync(teacher, other, new DateOnly(2025, 5, 1), null);

        var prospect = (await app.SendAs(teacher, new GetMyCategoryQuery(null))).Value.Prospect!;

        Assert.Equal(112, prospect.CourseHours);
        Assert.Equal(prospect.CourseHours, prospect.Certificates.Sum(c => c.Counted));
        var outcomes = prospect.Certificates.ToDictionary(c => c.Serial, c => c.Outcome);
        Assert.Equal(HoursOutcome.Counts, outcomes[longest.Serial]);
        Assert.Equal(HoursOutcome.SameProgramme, outcomes[again.Serial]);
        Assert.Equal(HoursOutcome.Counts, outcomes[second.Serial]);
        Assert.Equal(HoursOutcome.TooOld, outcomes[old.Serial]);
        Assert.Equal(HoursOutcome.NotAgreed, outcomes[notAgreed.Serial]);
        Assert.Equal(HoursOutcome.NoHours, outcomes[silent.Serial]);
    }

    [Fact]
    public async Task Hours_from_before_the_last_category_do_not_count_again()
    {
        await app.Data.RuleSetAsync();
        var version = await app.Data.ProgrammeAsync();
        await app.Data.CategoryAsync(teacher, "expert", new DateOnly(2025, 6, 1));
        await app.Data.HoursAsync(teacher, version, new DateOnly(2025, 5, 31));

        var prospect = (await app.SendAs(teacher, new GetMyCategoryQuery(null))).Value.Prospect!;

        Assert.Equal(new DateOnly(2025, 6, 1), prospect.HoursFrom);
        Assert.Equal(0, prospect.CourseHours);
    }

    [Fact]
    public async Task Experience_that_the_records_cannot_tell_is_to_be_checked_and_refuses_nothing()
    {
        await app.Data.RuleSetAsync();
        await app.Data.CategoryAsync(teacher, "teacher", new DateOnly(2013, 6, 25));

        var prospect = (await app.SendAs(teacher, new GetMyCategoryQuery(null))).Value.Prospect!;

        Assert.True(prospect.MayClaim);
        Assert.Equal("", Row(prospect, "Педагогикалық өтіл, жыл").Have.Kk);
    }

    [Fact]
    public async Task A_case_is_handed_in_once()
    {
        var own = await app.Data.CaseAsync(AttestationCaseStatus.Open, teacher);

        await app.SendAs(teacher, new SubmitCaseCommand(own.Id));
        app.Time.Advance(TimeSpan.FromHours(1));
        var second = await app.SendAs(teacher, new SubmitCaseCommand(own.Id));

        Assert.Null(second.Error);
        var saved = await SavedAsync(own);
        Assert.Equal(AttestationCaseStatus.Submitted, saved.Status);
        Assert.Equal(TestApp.Start.UtcDateTime, saved.SubmittedAt);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_case_is_handed_in_only_when_it_is_open(AttestationCaseStatus status)
    {
        var own = await app.Data.CaseAsync(status, teacher);

        var result = await app.SendAs(teacher, new SubmitCaseCommand(own.Id));

        Assert.Equal(status is AttestationCaseStatus.Open or AttestationCaseStatus.Submitted, result.Error is null);
        Assert.Equal(status == AttestationCaseStatus.Open ? AttestationCaseStatus.Submitted : status, (await SavedAsync(own)).Status);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_case_is_taken_back_only_before_the_vote(AttestationCaseStatus status)
    {
        var own = await app.Data.CaseAsync(status, teacher);

        var result = await app.SendAs(teacher, new WithdrawCaseCommand(own.Id));

        var stays = status is AttestationCaseStatus.Voting or AttestationCaseStatus.Refused;
        Assert.Equal(stays, result.Error is StepNotAllowed);
        Assert.Equal(stays ? status : AttestationCaseStatus.Withdrawn, (await SavedAsync(own)).Status);
    }

    [Fact]
    public async Task Somebody_elses_case_does_not_exist()
    {
        var others = await app.Data.CaseAsync(AttestationCaseStatus.Open);

        Assert.IsType<NotFound>((await app.SendAs(teacher, new GetMyCaseQuery(others.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(teacher, new SubmitCaseCommand(others.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(teacher, new WithdrawCaseCommand(others.Id))).Error);
    }

    [Theory]
    [MemberData(nameof(OtherRoles))]
    public async Task Other_roles_have_no_cases_of_their_own(Role role)
    {
        var person = await app.Data.PersonAsync(role);

        Assert.IsType<Forbidden>((await app.SendAs(person, new GetMyCategoryQuery(null))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new GetMyCaseQuery(Guid.Empty))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new SubmitCaseCommand(Guid.Empty))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new WithdrawCaseCommand(Guid.Empty))).Error);
    }

    private static RequirementView Row(ProspectView prospect, string title) => Assert.Single(prospect.Requirements, r => r.Title.Kk == title);

    private Task<AttestationCase> SavedAsync(AttestationCase own) => app.LookAsync(db => db.AttestationCases.SingleAsync(c => c.Id == own.Id));
}
