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
        await db.TakeTurnAsync($"mail-choice/{user.Me}", cancellationToken);
        var choice = await db.MailChoices.SingleOrDefaultAsync(c => c.PersonId == user.Me, cancellationToken);
        if (choice is null)
        {
            db.MailChoices.Add(choice = new MailChoice { PersonId = user.Me });
        }

        choice.Choose(request.WantsSingleMails, request.DoesWithoutOwn);
        return Done.Value;
    }
}
