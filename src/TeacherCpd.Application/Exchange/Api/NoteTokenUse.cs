using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Exchange.Api;

/// <summary>Notes that the user's token is used today, so that its owner sees which are still needed. Once a day.</summary>
[SignedIn]
public sealed record NoteTokenUseCommand(Guid TokenId) : ICommand<Done>;

internal sealed class NoteTokenUseHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<NoteTokenUseCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(NoteTokenUseCommand request, CancellationToken cancellationToken)
    {
        var token = await db.ApiTokens.SingleOrDefaultAsync(t => t.Id == request.TokenId && t.PersonId == user.Me, cancellationToken);
        token?.Use(time.Today());
        return Done.Value;
    }
}
