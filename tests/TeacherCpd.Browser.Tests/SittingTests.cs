using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Infrastructure.Demo;

namespace TeacherCpd.Browser.Tests;

/// <summary>A sitting of a commission of seven, one of whom has no part in a case, in Kazakh.</summary>
[Collection(Journeys.Name)]
public sealed class SittingTests(RunningSite site, Chromium chromium) : IClassFixture<RunningSite>
{
    private const int Relative = 2;

    private readonly Record record = new("sitting");

    [Fact]
    public async Task Seven_members_sit_and_one_of_them_sees_nothing_of_a_relatives_case()
    {
        var sitting = await site.LookAsync(db => db.Sittings
            .Where(s => s.Status == SittingStatus.Open && db.Commissions.Any(c => c.Id == s.CommissionId && c.Members.Count(m => m.IsChair) == 1))
            .Select(s => s.Id)
            .FirstAsync());
        var voting = await site.LookAsync(db => (
            from attestationCase in db.AttestationCases
            join person in db.Persons on attestationCase.PersonId equals person.Id
            where attestationCase.Status == AttestationCaseStatus.Voting && attestationCase.Votes.Count == 0
            select new { attestationCase.Id, attestationCase.Number, person.Iin }).FirstAsync());

        for (var i = 0; i < DemoAccounts.Commission.Count; i++)
        {
            await using var member = await (await chromium.OpenAsync(site, i == 0 ? "chair" : $"member-{i}", record))
                .SignInAsync(DemoAccounts.Commission[i].Iin, DemoAccounts.Password);
            if (i == Relative)
            {
                await member.GoAsync("/attestation/ties");
                await member.FillAsync("accounts.iin", voting.Iin);
                await member.PressAsync("ties.declare");
                await member.SeesAsync("ties.declare.done");
                await member.GoAsync($"/attestation/sittings/{sitting}");
                Assert.DoesNotContain(voting.Number, await member.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
                await member.KeepAsync("recused");
                await member.GoAsync("/attestation/votes");
                Assert.DoesNotContain(voting.Number, await member.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
                continue;
            }

            await member.GoAsync($"/attestation/sittings/{sitting}");
            await member.FollowAsync(voting.Number);
            await member.KeepAsync("packet");
            if (i == 5)
            {
                await member.PressAsync("attestation.vote.not.link");
                await member.FillAsync("attestation.vote.reason", "Сабақты бақылау парақтары жеткіліксіз.");
                await member.PressAsync("attestation.vote.not");
            }
            else
            {
                await member.PressAsync("attestation.vote.conforms");
                await member.PressAsync("attestation.vote.conforms");
            }
        }

        await using var secretary = await (await chromium.OpenAsync(site, "secretary", record)).SignInAsync(DemoAccounts.Secretary.Iin, DemoAccounts.Password);
        await secretary.GoAsync($"/attestation/sittings/{sitting}");
        await secretary.KeepAsync("all-voted");
        await secretary.PressAsync("sittings.decide_all");
        await secretary.SeesAsync("attestation.conforms");
        await secretary.FillAsync("sittings.recording", "Аудиожазба, № 3 сақтау орны");
        await secretary.PressAsync("sittings.close");
        await secretary.SeesAsync("sittings.close.done");
        await secretary.KeepAsync("closed");

        var protocol = await site.LookAsync(db => db.Protocols.SingleAsync(p => p.CaseId == voting.Id));
        Assert.Equal((7, 1, 5, 1, true), (protocol.Members, protocol.Recused, protocol.For, protocol.Against, protocol.Conforms));
        Assert.StartsWith("%PDF", System.Text.Encoding.Latin1.GetString(await secretary.FetchAsync($"/attestation/papers/Protocol/{sitting}")), StringComparison.Ordinal);
    }
}
