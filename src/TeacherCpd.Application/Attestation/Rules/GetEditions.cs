using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>All editions of the attestation rules, the newest first. Drafts are for those who write them.</summary>
[SignedIn]
public sealed record GetEditionsQuery : IQuery<EditionsView>;

/// <summary>Editions.</summary>
/// <param name="MayManage">Whether the reader writes them.</param>
public sealed record EditionsView(IReadOnlyList<EditionRow> Editions, bool MayManage);

/// <summary>An edition in the list.</summary>
/// <param name="DecidesToday">Whether a case opened today comes under it.</param>
/// <param name="Cases">Cases opened under it.</param>
public sealed record EditionRow(
    Guid Id, string Code, string Source, RuleSetStatus Status, DateOnly? ValidFrom, DateOnly? ValidTo, string? Note, bool DecidesToday, int Cases);

internal sealed class GetEditionsHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetEditionsQuery, Result<EditionsView>>
{
    public async Task<Result<EditionsView>> Handle(GetEditionsQuery request, CancellationToken cancellationToken)
    {
        var mayManage = user.CanEverywhere(Permission.ManageRules);
        var deciding = await Evaluation.InForceIdAsync(db, time.Today(), cancellationToken);
        var rows = await db.RuleSets
            .Where(r => mayManage || r.Status == RuleSetStatus.InForce || r.Status == RuleSetStatus.Ended)
            .OrderByDescending(r => r.Id)
            .Select(r => new EditionRow(
                r.Id, r.Code, r.Source, r.Status, r.ValidFrom, r.ValidTo, r.Note, r.Id == deciding, db.AttestationCases.Count(c => c.RuleSetId == r.Id)))
            .ToListAsync(cancellationToken);
        return new EditionsView(rows, mayManage);
    }
}
