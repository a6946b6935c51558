using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Accounts;

/// <summary>The first page: what waits for the user now.</summary>
[OpenToAll]
public sealed record GetTodayQuery : IQuery<TodayView>;

/// <summary>The first page.</summary>
/// <param name="GivenName">Name to greet by; null for a visitor.</param>
/// <param name="Items">What waits, the most urgent first.</param>
public sealed record TodayView(string? GivenName, IReadOnlyList<TodayItem> Items);

internal sealed class GetTodayHandler(IAppDbContext db, CurrentUser user, IEnumerable<ITodaySource> sources)
    : IRequestHandler<GetTodayQuery, Result<TodayView>>
{
    public async Task<Result<TodayView>> Handle(GetTodayQuery request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me)
        {
            return new TodayView(null, []);
        }

        var name = await db.Persons.Where(p => p.Id == me).Select(p => p.GivenName).SingleAsync(cancellationToken);
        var items = new List<TodayItem>();
        foreach (var source in sources)
        {
            items.AddRange(await source.ItemsAsync(user, cancellationToken));
        }

        return new TodayView(name, [.. items.OrderBy(i => i.DueOn ?? DateOnly.MaxValue)]);
    }
}
