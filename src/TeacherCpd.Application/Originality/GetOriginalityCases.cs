using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>The cases that a trainer or a coordinator answers for, and results that went over the threshold since.</summary>
/// <param name="Status">Only cases of a state; null: all.</param>
/// <param name="Page">Page, from 1.</param>
[SignedIn]
public sealed record GetOriginalityCasesQuery(OriginalityCaseStatus? Status, int Page = 1) : IQuery<OriginalityCasesView>;

/// <summary>Cases and crossings.</summary>
/// <param name="Crossings">Results that nobody has noted yet, the oldest first, at most <see cref="MostCrossings"/>.</param>
/// <param name="Cases">Cases of the page, the newest first.</param>
/// <param name="Total">All cases of the filter.</param>
/// <param name="Page">Page, from 1.</param>
public sealed record OriginalityCasesView(IReadOnlyList<CrossingView> Crossings, IReadOnlyList<CaseRow> Cases, int Total, int Page)
{
    /// <summary>Crossings on the page.</summary>
    public const int MostCrossings = 50;

    /// <summary>Cases on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Pages there are, at least one.</summary>
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
}

/// <summary>A case in the list.</summary>
public sealed class CaseRow
{
    public Guid Id { get; init; }

    public required string Number { get; init; }

    public required string GroupCode { get; init; }

    public required string ListenerCode { get; init; }

    public int VersionNumber { get; init; }

    public DateTime OpenedAt { get; init; }

    public OriginalityCaseStatus Status { get; init; }

    public DateOnly StatementDueOn { get; init; }

    public OriginalityVerdict? Verdict { get; init; }

    /// <summary>Number that the teacher quotes.</summary>
    public string Receipt => ReceiptNumber.Of(ListenerCode, VersionNumber);
}

internal sealed class GetOriginalityCasesHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetOriginalityCasesQuery, Result<OriginalityCasesView>>
{
    public async Task<Result<OriginalityCasesView>> Handle(GetOriginalityCasesQuery request, CancellationToken cancellationToken)
    {
        if (!user.Can(Permission.GiveFeedback) && !user.Can(Permission.RunOriginality) && !user.Can(Permission.DecideOriginality))
        {
            return new Forbidden();
        }

        var cases = db.CasesOf(user).Where(c => request.Status == null || c.Case.Status == request.Status);
        var page = Math.Max(1, request.Page);
        return new OriginalityCasesView(
            await db.CrossingsOf(user).OrderBy(c => c.FinishedAt).Take(OriginalityCasesView.MostCrossings).ToListAsync(cancellationToken),
            await cases
                .OrderByDescending(c => c.Case.OpenedAt)
                .ThenByDescending(c => c.Case.Id)
                .Skip((page - 1) * OriginalityCasesView.PageSize)
                .Take(OriginalityCasesView.PageSize)
                .Select(c => new CaseRow
                {
                    Id = c.Case.Id,
                    Number = c.Case.Number,
                    GroupCode = c.Work.GroupCode,
                    ListenerCode = c.Work.ListenerCode,
                    VersionNumber = c.Work.Number,
                    OpenedAt = c.Case.OpenedAt,
                    Status = c.Case.Status,
                    StatementDueOn = c.Case.StatementDueOn,
                    Verdict = c.Case.Verdict,
                })
                .ToListAsync(cancellationToken),
            await cases.CountAsync(cancellationToken),
            page);
    }
}
