using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Lti;

/// <summary>Forgets assertions whose time is over and leavings that led nowhere.</summary>
[SystemOnly]
public sealed record DropOldLtiCommand : ICommand<Done>;

internal sealed class DropOldLtiHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<DropOldLtiCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DropOldLtiCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        await db.LtiAssertions.Where(a => a.Until < now).ExecuteDeleteAsync(cancellationToken);
        var before = now - LtiLaunch.Within - LtiLaunch.Within;
        await db.LtiLaunches.Where(l => l.UsedAt == null && l.At < before).ExecuteDeleteAsync(cancellationToken);
        return Done.Value;
    }
}
