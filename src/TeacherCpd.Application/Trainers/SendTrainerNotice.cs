using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>
/// Tells somebody something about trainers by mail, once however often it runs: claimed in a transaction of its own, sent, recorded
/// in another. The mail says that there is something to read and by when, and nothing of what is in it.
/// </summary>
[SystemOnly]
public sealed record SendTrainerNoticeCommand(Guid NoticeId) : IRequest<Result<Done>>;

internal sealed class SendTrainerNoticeHandler(IAppDbContext db, IMediator mediator, IMailSender mail, ReminderSite site, ILogger<SendTrainerNoticeHandler> logger)
    : IRequestHandler<SendTrainerNoticeCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SendTrainerNoticeCommand request, CancellationToken cancellationToken)
    {
        var claimed = await mediator.Send(new ClaimTrainerNoticeCommand(request.NoticeId), cancellationToken);
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
        return await mediator.Send(new RecordTrainerNoticeCommand(request.NoticeId, attempt, outcome), CancellationToken.None);
    }

    private async Task<MailMessage> WrittenAsync(Guid noticeId, CancellationToken cancellationToken)
    {
        var facts = await (
            from notice in db.TrainerNotices
            where notice.Id == noticeId
            join recipient in db.Persons on notice.RecipientId equals recipient.Id
            select new
            {
                notice.Kind,
                notice.About,
                notice.Day,
                recipient.Language,
                recipient.GivenName,
                Email = recipient.Email!,
                IsTrainer = db.Trainers.Any(t => t.PersonId == recipient.Id),
            })
            .SingleAsync(cancellationToken);
        return new MailMessage(
            facts.Email,
            TextCatalogue.Get(facts.Language, $"trainers.notice.{facts.Kind}.subject", facts.About),
            TextCatalogue.Get(facts.Language, $"trainers.notice.{facts.Kind}.text", facts.GivenName, facts.About, facts.Day),
            string.Create(CultureInfo.InvariantCulture, $"trainers-{noticeId:N}@{site.MailDomain}"),
            Link: new Uri(site.Address, facts.IsTrainer ? "my/trainer" : "trainers/lapses"));
    }
}
