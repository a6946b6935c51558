using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Audit;

/// <summary>What <see cref="VerifyAuditChainQuery"/> tells, for whoever sees the audit.</summary>
[RequirePermission(Permission.SeeAudit)]
public sealed record CheckAuditChainQuery : IQuery<AuditChainState>;

internal sealed class CheckAuditChainHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<CheckAuditChainQuery, Result<AuditChainState>>
{
    public async Task<Result<AuditChainState>> Handle(CheckAuditChainQuery request, CancellationToken cancellationToken) =>
        user.CanEverywhere(Permission.SeeAudit) ? await AuditChain.VerifyAsync(db, cancellationToken) : new Forbidden();
}
