using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Application.Networks.Lists;

/// <summary>The department approves a list by an order or letter. A list of the same year that was approved before gives way to it.</summary>
/// <param name="ListId">List.</param>
/// <param name="OrderNumber">Number of the order or letter, such as "11-4/874".</param>
/// <param name="OrderedOn">Day of it, not after today.</param>
[RequirePermission(Permission.ApproveNetworks)]
public sealed record ApproveNetworkListCommand(Guid ListId, string? OrderNumber, DateOnly? OrderedOn) : ICommand<Done>;

internal sealed class ApproveNetworkListValidator : AbstractValidator<ApproveNetworkListCommand>
{
    public ApproveNetworkListValidator(TimeProvider time)
    {
        RuleFor(c => c.OrderNumber).NotEmpty().WithErrorCode("required").MaximumLength(NetworkList.OrderLength).WithErrorCode("too_long");
        RuleFor(c => c.OrderedOn).NotNull().WithErrorCode("required").Must(day => day is null || day <= time.Today()).WithErrorCode("date_in_future");
    }
}

internal sealed class ApproveNetworkListHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<ApproveNetworkListCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ApproveNetworkListCommand request, CancellationToken cancellationToken)
    {
        var list = await db.ListInHandAsync(user, request.ListId, cancellationToken);
        if (list is null)
        {
            return new NotFound();
        }

        var now = time.UtcNow();
        if (list.Approve(request.OrderNumber!.Trim(), request.OrderedOn!.Value, now) is { } refused)
        {
            return refused;
        }

        var earlier = await db.NetworkLists.SingleOrDefaultAsync(
            l => l.RegionId == list.RegionId && l.YearStart == list.YearStart && l.Status == NetworkListStatus.Approved && l.Id != list.Id, cancellationToken);
        return earlier?.GiveWayTo(list.Id, now) is { } stays ? stays : Done.Value;
    }
}
