using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.HelpDesk.Notices;

/// <summary>Tells the asker that there is an answer, once however often it runs: claimed in a transaction of its own, sent, recorded in another.</summary>
[SystemOnly]
public sealed record SendTicketNoticeCommand(Guid NoticeId) : IRequest<Result<Done>>;

internal sealed class SendTicketNoticeHandler(IAppDbContext db, IMediator mediator, IMailSender mail, ReminderSite site, ILogger<SendTicketNoticeHandler> logger)
    : IRequestHandler<SendTicketNoticeCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SendTicketNoticeCommand request, CancellationToken cancellationToken)
    {
        var claimed = await mediator.Send(new ClaimTicketNoticeCommand(request.NoticeId), cancellationToken);
        if (claimed.Error is not null)
        {
            return claimed.Error;
        }

        if (claimed.Value is not { } attempt)
        {
            return Done.Value;
        }

        var outcome = await mail.HandOverAsync(await WrittenAsync(request.NoticeId, cancellationToken), logger, cancellationToken);

        // the mail has gone out or not: that is recorded even while the program is being stopped
        return await mediator.Send(new RecordTicketNoticeCommand(request.NoticeId, attempt, outcome), CancellationToken.None);
    }

    // who is signed in reads the answer on the page; a visitor has no page, so the answer itself stands in the mail
    private async Task<MailMessage> WrittenAsync(Guid noticeId, CancellationToken cancellationToken)
    {
        var facts = await (
            from notice in db.TicketNotices
            where notice.Id == noticeId
            join ticket in db.Tickets on notice.TicketId equals ticket.Id
            join entry in db.TicketEntries on notice.EntryId equals entry.Id
            select new
            {
                ticket.Id,
                ticket.Number,
                ticket.Language,
                ticket.PersonId,
                ticket.Contact,
                entry.Words,
                Email = db.Persons.Where(p => p.Id == ticket.PersonId).Select(p => p.Email).FirstOrDefault(),
            })
            .SingleAsync(cancellationToken);
        return new MailMessage(
            facts.PersonId is null ? facts.Contact : facts.Email!,
            TextCatalogue.Get(facts.Language, "help.mail.subject", facts.Number),
            facts.PersonId is null ? TextCatalogue.Get(facts.Language, "help.mail.visitor", facts.Number, facts.Words) : TextCatalogue.Get(facts.Language, "help.mail.person", facts.Number),
            string.Create(CultureInfo.InvariantCulture, $"ticket-{noticeId:N}@{site.MailDomain}"),
            Link: new Uri(site.Address, facts.PersonId is null ? "help" : $"help/tickets/{facts.Id}"));
    }
}
