using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>Somebody asks for an address from which other programmes read their calendar. An address given out before ends.</summary>
[SignedIn]
public sealed record MakeCalendarFeedCommand : ICommand<string>;

internal sealed class MakeCalendarFeedHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<MakeCalendarFeedCommand, Result<string>>
{
    private const int TokenBytes = 24;

    public async Task<Result<string>> Handle(MakeCalendarFeedCommand request, CancellationToken cancellationToken)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        var (hash, now) = (CalendarFeed.HashOf(token), time.UtcNow());
        var feed = await db.CalendarFeeds.SingleOrDefaultAsync(f => f.PersonId == user.Me, cancellationToken);
        if (feed is null)
        {
            db.CalendarFeeds.Add(new CalendarFeed { PersonId = user.Me, TokenHash = hash, MadeAt = now });
        }
        else
        {
            (feed.TokenHash, feed.MadeAt) = (hash, now);
        }

        return token;
    }
}
