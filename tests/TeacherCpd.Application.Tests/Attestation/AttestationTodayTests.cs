using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Attestation;

public sealed class AttestationTodayTests : IAsyncLifetime
{
    private TestApp app = null!;
    private TestCommission commission = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        commission = await app.Data.CommissionAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_secretary_sees_what_waits_and_what_can_be_decided()
    {
        await app.Data.CaseAsync(AttestationCaseStatus.Submitted);
        await app.Data.CaseAsync(AttestationCaseStatus.Submitted, await app.Data.PersonAsync(Role.Teacher, w => w.OtherSchool));
        var voting = await app.Data.CaseAsync(AttestationCaseStatus.Voting, commission: commission);
        var before = await ItemsAsync(commission.Secretary);
        foreach (var member in commission.Members)
        {
            await app.SendAs(member, new CastVoteCommand(voting.Id, true, null));
        }

        var after = await ItemsAsync(commission.Secretary);

        Assert.Equal(1, Assert.Single(before).Count);
        Assert.Equal("attestation.today.submitted", before[0].TextKey);
        Assert.Equal(["attestation.today.submitted", "attestation.today.voted"], after.Select(i => i.TextKey).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_member_sees_the_cases_to_vote_on_until_the_vote_is_cast()
    {
        var voting = await app.Data.CaseAsync(AttestationCaseStatus.Voting, commission: commission);

        var before = await ItemsAsync(commission.Members[2]);
        await app.SendAs(commission.Members[2], new CastVoteCommand(voting.Id, true, null));

        Assert.Equal("attestation.today.votes", Assert.Single(before).TextKey);
        Assert.Empty(await ItemsAsync(commission.Members[2]));
    }

    [Theory]
    [InlineData("2020-02-09", false)]
    [InlineData("2021-02-10", true)]
    [InlineData("2022-02-10", true)]
    [InlineData("2022-02-11", false)]
    public async Task A_teacher_is_told_in_the_last_year_of_the_category(string grantedOn, bool told)
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CategoryAsync(teacher, grantedOn: DateOnly.Parse(grantedOn, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(told, (await ItemsAsync(teacher)).Any(i => i.TextKey == "attestation.today.category_ends"));
    }

    [Fact]
    public async Task A_decision_is_news_for_thirty_days()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CategoryAsync(teacher, grantedOn: new DateOnly(2025, 1, 1));
        var voting = await app.Data.CaseAsync(AttestationCaseStatus.Voting, teacher, commission);
        foreach (var member in commission.Members)
        {
            await app.SendAs(member, new CastVoteCommand(voting.Id, false, "Өтіл жетпейді"));
        }

        await app.SendAs(commission.Secretary, new DecideCaseCommand(voting.Id));
        app.Time.Advance(TimeSpan.FromDays(30));
        var last = await ItemsAsync(teacher);
        app.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal($"/my/cases/{voting.Id}", Assert.Single(last).Path);
        Assert.Empty(await ItemsAsync(teacher));
    }

    [Fact]
    public async Task A_visitor_and_other_roles_see_nothing_of_attestation()
    {
        await app.Data.CaseAsync(AttestationCaseStatus.Submitted);

        Assert.Empty(await ItemsAsync(null));
        Assert.Empty(await ItemsAsync(await app.Data.PersonAsync(Role.Administrator)));
    }

    private async Task<IReadOnlyList<TodayItem>> ItemsAsync(Person? person) =>
        [.. (await app.SendAs(person, new GetTodayQuery())).Value.Items.Where(i => i.TextKey.StartsWith("attestation.", StringComparison.Ordinal))];
}
