using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Networks.Lists;

/// <summary>The department of a region begins the list of a school year, empty or with the schools of the list before it.</summary>
/// <param name="ListId">Id that the form carries: sending it twice begins one.</param>
/// <param name="RegionId">Region.</param>
/// <param name="YearStart">Calendar year in which the school year begins.</param>
/// <param name="TakesOver">Whether it begins with the schools of the list that is approved for the year, or else for the year before.</param>
[RequirePermission(Permission.ApproveNetworks)]
public sealed record BeginNetworkListCommand(Guid ListId, Guid RegionId, int? YearStart, bool TakesOver) : ICommand<Done>;

internal sealed class BeginNetworkListValidator : AbstractValidator<BeginNetworkListCommand>
{
    public BeginNetworkListValidator() =>
        RuleFor(c => c.YearStart).NotNull().WithErrorCode("required").InclusiveBetween(PlanYear.Earliest, PlanYear.Latest - 1).WithErrorCode("out_of_range");
}

internal sealed class BeginNetworkListHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<BeginNetworkListCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(BeginNetworkListCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfListsAsync(cancellationToken);
        if (await db.OrganisationInReachAsync(user, Permission.ApproveNetworks, request.RegionId, cancellationToken) is not { Kind: OrganisationKind.Region } region)
        {
            return new NotFound();
        }

        if (await db.NetworkLists.AnyAsync(l => l.Id == request.ListId, cancellationToken))
        {
            return Done.Value;
        }

        var year = request.YearStart!.Value;
        if (await db.NetworkLists.AnyAsync(l => l.RegionId == region.Id && l.YearStart == year && l.Status == NetworkListStatus.Draft, cancellationToken))
        {
            return new NetworkDraftExists();
        }

        var list = new NetworkList { Id = request.ListId, RegionId = region.Id, YearStart = year, MadeById = user.Me, MadeAt = time.UtcNow() };
        if (request.TakesOver && await LastAsync(region.Id, year, cancellationToken) is { } last)
        {
            list.TakeOver(last);
        }

        db.NetworkLists.Add(list);
        return Done.Value;
    }

    private Task<NetworkList?> LastAsync(Guid regionId, int year, CancellationToken cancellationToken) =>
        db.NetworkLists.AsNoTracking().Whole()
            .Where(l => l.RegionId == regionId && l.Status == NetworkListStatus.Approved && (l.YearStart == year || l.YearStart == year - 1))
            .OrderByDescending(l => l.YearStart)
            .ThenBy(l => l.Id)
            .FirstOrDefaultAsync(cancellationToken);
}
