using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>Cases in which the user has something to say: a teacher a statement or an appeal, others a verdict.</summary>
internal sealed class CasesToday(IAppDbContext db, TimeProvider time) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        List<TodayItem> items = [];
        if (user.Can(Permission.HandInPortfolio))
        {
            items.AddRange(await OwnAsync(user.Me, cancellationToken));
        }

        if (user.Can(Permission.DecideOriginality) && await DueAsync(user, cancellationToken) is > 0 and var due)
        {
            items.Add(new TodayItem("originality.today.decide", [due], "/originality/cases", Count: due));
        }

        return items;
    }

    private async Task<IEnumerable<TodayItem>> OwnAsync(Guid me, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var own = await db.CaseWorks()
            .Where(c => c.Work.PersonId == me
                && ((c.Case.Status == OriginalityCaseStatus.Open && c.Case.StatementDueOn >= today)
                    || (c.Case.Status == OriginalityCaseStatus.Decided && c.Case.AppealDueOn >= today && c.Case.Verdict != OriginalityVerdict.NoBreach)))
            .Select(c => new { c.Case.Id, c.Case.Number, c.Case.Status, c.Case.StatementDueOn, c.Case.AppealDueOn })
            .ToListAsync(cancellationToken);
        return own.Select(c => new TodayItem(
            c.Status == OriginalityCaseStatus.Open ? "originality.today.statement" : "originality.today.verdict",
            [c.Number],
            $"/originality/cases/{c.Id}",
            c.Status == OriginalityCaseStatus.Open ? c.StatementDueOn : c.AppealDueOn));
    }

    private async Task<int> DueAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var (me, today) = (user.Me, time.Today());
        var branches = db.Organisations.Within(user.Scopes(Permission.DecideOriginality));
        return await db.CaseWorks()
            .Where(c => c.Work.PersonId != me && c.Work.TrainerId != me && branches.Any(b => b.Id == c.Work.BranchId))
            .Where(c => c.Case.Grounds.All(g => g.By != me))
            .Where(c => c.Case.Status == OriginalityCaseStatus.Heard
                || (c.Case.Status == OriginalityCaseStatus.Open && c.Case.StatementDueOn < today)
                || (c.Case.Status == OriginalityCaseStatus.Appealed && c.Case.DecidedBy != me))
            .CountAsync(cancellationToken);
    }
}
