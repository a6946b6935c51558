using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Exchange.Api;

/// <summary>Keeps the answer to a writing request; null lets the request go, so that it can be sent again: nothing was done.</summary>
[SignedIn]
public sealed record KeepReplyCommand(Guid ReplyId, GivenReply? Answer) : ICommand<Done>;

internal sealed class KeepReplyHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<KeepReplyCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(KeepReplyCommand request, CancellationToken cancellationToken)
    {
        if (await db.ApiReplies.SingleOrDefaultAsync(r => r.Id == request.ReplyId && r.PersonId == user.Me && r.Status == null, cancellationToken) is not { } reply)
        {
            return Done.Value;
        }

        if (request.Answer is not { } answer)
        {
            db.ApiReplies.Remove(reply);
            return Done.Value;
        }

        (reply.Status, reply.Location, reply.Body) = (answer.Status, answer.Location, answer.Body);
        return Done.Value;
    }
}
