using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Testing.Notices;

/// <summary>Tells a person about an attempt, once however often it runs: claimed in a transaction of its own, sent, recorded in another.</summary>
[SystemOnly]
public sealed record SendTestingNoticeCommand(Guid NoticeId) : IRequest<Result<Done>>;

internal sealed class SendTestingNoticeHandler(IAppDbContext db, IMediator mediator, IMailSender mail, ReminderSite site, ILogger<SendTestingNoticeHandler> logger)
    : IRequestHandler<SendTestingNoticeCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SendTestingNoticeCommand request, CancellationToken cancellationToken)
    {
        var claimed = await mediator.Send(new ClaimTestingNoticeCommand(request.NoticeId), cancellationToken);
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
        return await mediator.Send(new RecordTestingNoticeCommand(request.NoticeId, attempt, outcome), CancellationToken.None);
    }

    // no result stands in a mail: the page tells it to whoever signs in
    private async Task<MailMessage> WrittenAsync(Guid noticeId, CancellationToken cancellationToken)
    {
        var facts = await (
            from notice in db.TestingNotices
            where notice.Id == noticeId
            join person in db.Persons on notice.PersonId equals person.Id
            join attempt in db.TestAttempts on notice.AttemptId equals attempt.Id
            join test in db.TrialTests on attempt.TestId equals test.Id
            select new { notice.Kind, notice.AttemptId, test.Title, person.Language, person.GivenName, Email = person.Email! })
            .SingleAsync(cancellationToken);
        return new MailMessage(
            facts.Email,
            TextCatalogue.Get(facts.Language, $"testing.mail.{facts.Kind}.subject", facts.Title),
            TextCatalogue.Get(facts.Language, $"testing.mail.{facts.Kind}.text", facts.GivenName, facts.Title),
            string.Create(CultureInfo.InvariantCulture, $"testing-{noticeId:N}@{site.MailDomain}"),
            Link: new Uri(site.Address, $"my/tests/{facts.AttemptId}/result"));
    }
}
