using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Networks.Lists;

/// <summary>Takes a partner of a leading school out of a draft.</summary>
/// <param name="LeadingId">Entry of the leading school.</param>
/// <param name="SchoolId">Partner.</param>
[RequirePermission(Permission.ApproveNetworks)]
public sealed record DropPartnerSchoolCommand(Guid LeadingId, Guid SchoolId) : ICommand<Done>;

internal sealed class DropPartnerSchoolHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<DropPartnerSchoolCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DropPartnerSchoolCommand request, CancellationToken cancellationToken)
    {
        var list = await db.ListOfLeadingAsync(user, request.LeadingId, cancellationToken);
        if (list is null)
        {
            return new NotFound();
        }

        return list.Leave(request.LeadingId, request.SchoolId) is { } refused ? refused : Done.Value;
    }
}
