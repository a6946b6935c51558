using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>
/// Tells a teacher of a case by mail, once however often it runs: claimed in a transaction of its own, sent, recorded in another.
/// The mail says that there is something to read and by when, and nothing of what is in it.
/// </summary>
[SystemOnly]
public sealed record SendCaseNoticeCommand(Guid NoticeId) : IRequest<Result<Done>>;

internal sealed class SendCaseNoticeHandler(IAppDbContext db, IMediator mediator, IMailSender mail, ReminderSite site, ILogger<SendCaseNoticeHandler> logger)
    : IRequestHandler<SendCaseNoticeCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SendCaseNoticeCommand request, CancellationToken cancellationToken)
    {
        var claimed = await mediator.Send(new ClaimCaseNoticeCommand(request.NoticeId), cancellationToken);
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
        return await mediator.Send(new RecordCaseNoticeCommand(request.NoticeId, attempt, outcome), CancellationToken.None);
    }

    private async Task<MailMessage> WrittenAsync(Guid noticeId, CancellationToken cancellationToken)
    {
        var facts = await (
            from notice in db.CaseNotices
            where notice.Id == noticeId
            join @case in db.OriginalityCases on notice.CaseId equals @case.Id
            join recipient in db.Persons on notice.RecipientId equals recipient.Id
            select new Facts(notice.Kind, @case.Id, @case.Number, @case.StatementDueOn, @case.AppealDueOn, recipient.Language, recipient.Email!, recipient.GivenName))
            .SingleAsync(cancellationToken);
        return new MailMessage(
            facts.Email,
            TextCatalogue.Get(facts.Language, $"originality.notice.{facts.Kind}.subject", facts.Number),
            TextCatalogue.Get(
                facts.Language,
                $"originality.notice.{facts.Kind}.text",
                facts.GivenName,
                facts.Number,
                facts.Kind == CaseNoticeKind.Opened ? facts.StatementDueOn : facts.AppealDueOn),
            string.Create(CultureInfo.InvariantCulture, $"originality-{noticeId:N}@{site.MailDomain}"),
            Link: new Uri(site.Address, $"originality/cases/{facts.CaseId}"));
    }

    private sealed record Facts(
        CaseNoticeKind Kind, Guid CaseId, string Number, DateOnly StatementDueOn, DateOnly? AppealDueOn, Language Language, string Email, string GivenName);
}
