using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Networks.Notices;

/// <summary>Tells a coordinator of the school that the report of a visit is there, once however often it runs: claimed in a transaction of its own, sent, recorded in another.</summary>
[SystemOnly]
public sealed record SendVisitNoticeCommand(Guid NoticeId) : IRequest<Result<Done>>;

internal sealed class SendVisitNoticeHandler(IAppDbContext db, IMediator mediator, IMailSender mail, ReminderSite site, ILogger<SendVisitNoticeHandler> logger)
    : IRequestHandler<SendVisitNoticeCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SendVisitNoticeCommand request, CancellationToken cancellationToken)
    {
        var claimed = await mediator.Send(new ClaimVisitNoticeCommand(request.NoticeId), cancellationToken);
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
        return await mediator.Send(new RecordVisitNoticeCommand(request.NoticeId, attempt, outcome), CancellationToken.None);
    }

    private async Task<MailMessage> WrittenAsync(Guid noticeId, CancellationToken cancellationToken)
    {
        var facts = await (
            from notice in db.VisitNotices
            where notice.Id == noticeId
            join visit in db.SchoolVisits on notice.VisitId equals visit.Id
            join school in db.Organisations on visit.SchoolId equals school.Id
            join person in db.Persons on notice.PersonId equals person.Id
            select new { visit.Id, visit.Title, School = school.Name, person.Email, person.Language })
            .SingleAsync(cancellationToken);
        return new MailMessage(
            facts.Email!,
            TextCatalogue.Get(facts.Language, "visits.mail.subject", facts.Title),
            TextCatalogue.Get(facts.Language, "visits.mail.body", facts.School.In(facts.Language), facts.Title),
            string.Create(CultureInfo.InvariantCulture, $"visit-{noticeId:N}@{site.MailDomain}"),
            Link: new Uri(site.Address, $"visits/{facts.Id}/report"));
    }
}
