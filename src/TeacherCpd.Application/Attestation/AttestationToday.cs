using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;

namespace TeacherCpd.Application.Attestation;

internal sealed class AttestationToday(IAppDbContext db, TimeProvider time) : ITodaySource
{
    private const int DaysOfNews = 30;

    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var items = new List<TodayItem>();
        if (user.Can(Permission.PrepareAttestationCases))
        {
            await AddForSecretaryAsync(items, user, cancellationToken);
        }

        if (user.Can(Permission.VoteOnAttestationCases))
        {
            await AddForMemberAsync(items, user.Me, cancellationToken);
        }

        if (user.Can(Permission.OpenAttestationCase))
        {
            await AddForTeacherAsync(items, user.Me, cancellationToken);
        }

        return items;
    }

    private async Task AddForSecretaryAsync(List<TodayItem> items, CurrentUser user, CancellationToken cancellationToken)
    {
        var counts = await db.AttestationCases
            .ForSecretary(db, user)
            .Where(c => c.Status == AttestationCaseStatus.Submitted
                || (c.Status == AttestationCaseStatus.Voting
                    && c.Votes.Count(v => v.CommissionId == c.CommissionId) >= db.Commissions
                        .Where(k => k.Id == c.CommissionId)
                        .Select(k => k.Members.Count(m => m.Status == CommissionMemberStatus.Serving && m.PersonId != c.PersonId && !c.Recusals.Any(r => r.MemberId == m.PersonId)))
                        .Single()))
            .GroupBy(c => c.Status)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        foreach (var (status, key) in new[] { (AttestationCaseStatus.Submitted, "attestation.today.submitted"), (AttestationCaseStatus.Voting, "attestation.today.voted") })
        {
            if (counts.TryGetValue(status, out var count))
            {
                items.Add(new TodayItem(key, [count], $"/attestation/cases?status={status}", Count: count));
            }
        }
    }

    private async Task AddForMemberAsync(List<TodayItem> items, Guid me, CancellationToken cancellationToken)
    {
        var count = await db.AttestationCases
            .ForMember(db, me)
            .CountAsync(c => c.Status == AttestationCaseStatus.Voting && c.Votes.All(v => v.MemberId != me || v.CommissionId != c.CommissionId), cancellationToken);
        var invited = await db.Commissions.CountAsync(c => c.Members.Any(m => m.PersonId == me && m.Status == CommissionMemberStatus.Invited), cancellationToken);
        if (invited > 0)
        {
            items.Add(new TodayItem("attestation.today.invited", [invited], "/attestation/commissions", Count: invited));
        }

        if (count > 0)
        {
            items.Add(new TodayItem("attestation.today.votes", [count], "/attestation/votes", Count: count));
        }
    }

    // few were away; only for them the rules are asked how the term goes on
    private async Task<DateOnly?> EndAsync(Guid me, DateOnly grantedOn, DateOnly validUntil, DateOnly today, CancellationToken cancellationToken)
    {
        var pauses = await db.CategoryPauses.Where(p => p.PersonId == me).Select(p => new { p.From, p.To }).ToListAsync(cancellationToken);
        return pauses.Count > 0 && await Evaluation.InForceAsync(db, today, cancellationToken) is { } edition
            ? CategoryTerm.Ends(validUntil, grantedOn, pauses.Select(p => (p.From, p.To)), RuleBook.Read(edition.Json).Leave.Years)
            : validUntil;
    }

    private async Task AddForTeacherAsync(List<TodayItem> items, Guid me, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var held = await db.CategoryRecords
            .Where(r => r.PersonId == me)
            .OrderByDescending(r => r.GrantedOn)
            .Select(r => new { r.GrantedOn, r.ValidUntil })
            .FirstOrDefaultAsync(cancellationToken);
        if (held?.ValidUntil is { } given && await EndAsync(me, held.GrantedOn, given, today, cancellationToken) is { } end && end >= today && end <= today.AddYears(1))
        {
            items.Add(new TodayItem("attestation.today.category_ends", [end], "/my/category", end));
        }

        var unread = await db.LessonObservations.CountAsync(o => o.TeacherId == me && o.Status == ObservationStatus.SignedOff, cancellationToken);
        if (unread > 0)
        {
            items.Add(new TodayItem("observation.today", [unread], "/my/observations", Count: unread));
        }

        var since = time.UtcNow().AddDays(-DaysOfNews);
        var decided = await (
            from protocol in db.Protocols
            join own in db.AttestationCases on protocol.CaseId equals own.Id
            where own.PersonId == me && protocol.DecidedAt >= since
            orderby protocol.DecidedAt descending
            select new { own.Id, own.Number })
            .FirstOrDefaultAsync(cancellationToken);
        if (decided is not null)
        {
            items.Add(new TodayItem("attestation.today.decided", [decided.Number], $"/my/cases/{decided.Id}"));
        }
    }
}
