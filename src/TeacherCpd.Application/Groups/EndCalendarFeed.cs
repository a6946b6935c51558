using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Groups;

/// <summary>Somebody lets no other programme read their calendar any more.</summary>
[SignedIn]
public sealed record EndCalendarFeedCommand : ICommand<Done>;

internal sealed class EndCalendarFeedHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<EndCalendarFeedCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndCalendarFeedCommand request, CancellationToken cancellationToken)
    {
        db.CalendarFeeds.RemoveRange(await db.CalendarFeeds.Where(f => f.PersonId == user.Me).ToListAsync(cancellationToken));
        return Done.Value;
    }
}
