using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>The owner deletes a kept text.</summary>
[SignedIn]
public sealed record ForgetCommentCommand(Guid CommentId) : ICommand<Done>;

internal sealed class ForgetCommentHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<ForgetCommentCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ForgetCommentCommand request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var comment = await db.BankComments.SingleOrDefaultAsync(c => c.Id == request.CommentId && c.OwnerId == me, cancellationToken);
        if (comment is null)
        {
            return new NotFound();
        }

        db.BankComments.Remove(comment);
        return Done.Value;
    }
}
