using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Reports.Stated;

/// <summary>Takes a table of somebody else's out of the list, by the person who keeps it; its cells stay.</summary>
/// <param name="TableId">Table.</param>
[RequirePermission(Permission.SeeTraining)]
public sealed record WithdrawTableCommand(Guid TableId) : ICommand<Done>;

internal sealed class WithdrawTableHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<WithdrawTableCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(WithdrawTableCommand request, CancellationToken cancellationToken)
    {
        var table = await db.TablesSeenBy(user).SingleOrDefaultAsync(t => t.Id == request.TableId && t.KeptById == user.Me, cancellationToken);
        if (table is null)
        {
            return new NotFound();
        }

        table.Withdraw(time.UtcNow());
        return Done.Value;
    }
}
