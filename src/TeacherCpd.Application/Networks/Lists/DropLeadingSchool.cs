using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Networks.Lists;

/// <summary>Takes a leading school, and with it its partners, out of a draft.</summary>
/// <param name="LeadingId">Its entry.</param>
[RequirePermission(Permission.ApproveNetworks)]
public sealed record DropLeadingSchoolCommand(Guid LeadingId) : ICommand<Done>;

internal sealed class DropLeadingSchoolHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<DropLeadingSchoolCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DropLeadingSchoolCommand request, CancellationToken cancellationToken)
    {
        var list = await db.ListOfLeadingAsync(user, request.LeadingId, cancellationToken);
        if (list is null)
        {
            return new NotFound();
        }

        return list.LeadNoMore(request.LeadingId) is { } refused ? refused : Done.Value;
    }
}
