using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Studies.Notices;

/// <summary>Asks a person to answer, once however often it runs: claimed in a transaction of its own, sent, recorded in another.</summary>
[SystemOnly]
public sealed record SendStudyNoticeCommand(Guid NoticeId) : IRequest<Result<Done>>;

internal sealed class SendStudyNoticeHandler(IAppDbContext db, IMediator mediator, IMailSender mail, ReminderSite site, ILogger<SendStudyNoticeHandler> logger)
    : IRequestHandler<SendStudyNoticeCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SendStudyNoticeCommand request, CancellationToken cancellationToken)
    {
        var claimed = await mediator.Send(new ClaimStudyNoticeCommand(request.NoticeId), cancellationToken);
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
        return await mediator.Send(new RecordStudyNoticeCommand(request.NoticeId, attempt, outcome), CancellationToken.None);
    }

    private async Task<MailMessage> WrittenAsync(Guid noticeId, CancellationToken cancellationToken)
    {
        var facts = await (
            from notice in db.StudyNotices
            where notice.Id == noticeId
            join person in db.Persons on notice.PersonId equals person.Id
            join questionnaire in db.Questionnaires on notice.QuestionnaireId equals questionnaire.Id
            join study in db.Studies on questionnaire.StudyId equals study.Id
            select new { notice.Number, questionnaire.Kind, QuestionnaireId = questionnaire.Id, study.Title, study.EndsOn, person.Language, person.GivenName, Email = person.Email! })
            .SingleAsync(cancellationToken);
        var step = facts.Number == 0 ? "invitation" : "reminder";
        return new MailMessage(
            facts.Email,
            TextCatalogue.Get(facts.Language, $"studies.mail.{step}.subject", facts.Title),
            TextCatalogue.Get(facts.Language, $"studies.mail.{facts.Kind}.text", facts.GivenName, facts.Title, facts.EndsOn),
            string.Create(CultureInfo.InvariantCulture, $"study-{noticeId:N}@{site.MailDomain}"),
            Link: new Uri(site.Address, $"my/surveys/{facts.QuestionnaireId}"));
    }
}
