using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>Somebody chooses how to be reminded by mail.</summary>
[SignedIn]
public sealed record ChooseMailsCommand(bool WantsSingleMails, bool DoesWithoutOwn) : ICommand<Done>;

internal sealed class ChooseMailsHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<ChooseMailsCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ChooseMailsCommand request, CancellationToken cancellationToken)
    {
        var choice = await db.MailChoiceAsync(user.Me, cancellationToken);
        choice.Choose(request.WantsSingleMails, request.DoesWithoutOwn);
        return Done.Value;
    }
}

internal static class MailChoices
{
    /// <summary>The choice of a person, in its turn, to be changed; a new one where nothing was chosen.</summary>
    public static async Task<MailChoice> MailChoiceAsync(this IAppDbContext db, Guid personId, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(FormattableString.Invariant($"mail-choice/{personId}"), cancellationToken);
        var choice = await db.MailChoices.SingleOrDefaultAsync(c => c.PersonId == personId, cancellationToken);
        if (choice is null)
        {
            db.MailChoices.Add(choice = new MailChoice { PersonId = personId });
        }

        return choice;
    }
}
