using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>
/// Tells somebody something about attestation by mail, once however often it runs: claimed in a transaction of its own, sent, recorded
/// in another. The mail says that there is something to read and by when, and nothing of what is in it.
/// </summary>
[SystemOnly]
public sealed record SendAttestationNoticeCommand(Guid NoticeId) : IRequest<Result<Done>>;

internal sealed class SendAttestationNoticeHandler(IAppDbContext db, IMediator mediator, IMailSender mail, ReminderSite site, ILogger<SendAttestationNoticeHandler> logger)
    : IRequestHandler<SendAttestationNoticeCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SendAttestationNoticeCommand request, CancellationToken cancellationToken)
    {
        var claimed = await mediator.Send(new ClaimAttestationNoticeCommand(request.NoticeId), cancellationToken);
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
        return await mediator.Send(new RecordAttestationNoticeCommand(request.NoticeId, attempt, outcome), CancellationToken.None);
    }

    private async Task<MailMessage> WrittenAsync(Guid noticeId, CancellationToken cancellationToken)
    {
        var facts = await (
            from notice in db.AttestationNotices
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
            })
            .SingleAsync(cancellationToken);
        // a stage of a cycle is told by its name in the reader's language
        var about = facts.Kind == AttestationNoticeKind.CycleMoved ? TextCatalogue.Get(facts.Language, $"enum.CycleStage.{facts.About}") : facts.About;
        return new MailMessage(
            facts.Email,
            TextCatalogue.Get(facts.Language, $"attestation.notice.{facts.Kind}.subject", about),
            TextCatalogue.Get(facts.Language, $"attestation.notice.{facts.Kind}.text", facts.GivenName, about, facts.Day),
            string.Create(CultureInfo.InvariantCulture, $"attestation-{noticeId:N}@{site.MailDomain}"),
            Link: new Uri(site.Address, PageOf(facts.Kind)));
    }

    private static string PageOf(AttestationNoticeKind kind) => kind switch
    {
        AttestationNoticeKind.Refused => "commissions",
        AttestationNoticeKind.LetterSent or AttestationNoticeKind.ApplicationRefused => "my/category",
        AttestationNoticeKind.CycleMoved => "attestation/cycles",
        AttestationNoticeKind.Invited or AttestationNoticeKind.Replaced or AttestationNoticeKind.CasesPassedOn
            or AttestationNoticeKind.BallotOpened or AttestationNoticeKind.SittingPlanned => "attestation/commissions",
    };
}
