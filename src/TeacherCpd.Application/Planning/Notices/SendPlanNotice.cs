using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Planning.Notices;

/// <summary>Reminds a person of an item of a plan, once however often it runs: claimed in a transaction of its own, sent, recorded in another.</summary>
[SystemOnly]
public sealed record SendPlanNoticeCommand(Guid NoticeId) : IRequest<Result<Done>>;

internal sealed class SendPlanNoticeHandler(IAppDbContext db, IMediator mediator, IMailSender mail, ReminderSite site, ILogger<SendPlanNoticeHandler> logger)
    : IRequestHandler<SendPlanNoticeCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SendPlanNoticeCommand request, CancellationToken cancellationToken)
    {
        var claimed = await mediator.Send(new ClaimPlanNoticeCommand(request.NoticeId), cancellationToken);
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
        return await mediator.Send(new RecordPlanNoticeCommand(request.NoticeId, attempt, outcome), CancellationToken.None);
    }

    private async Task<MailMessage> WrittenAsync(Guid noticeId, CancellationToken cancellationToken)
    {
        var facts = await (
            from notice in db.PlanNotices
            where notice.Id == noticeId
            join person in db.Persons on notice.PersonId equals person.Id
            join item in db.PlanItems on notice.ItemId equals item.Id
            join plan in db.WorkPlans on item.PlanId equals plan.Id
            select new
            {
                notice.Kind,
                item.Id,
                item.Title,
                item.Form,
                Plan = plan.Title,
                To = item.Windows.Where(w => w.Id == notice.WindowId).Select(w => w.To).Single(),
                person.Language,
                person.GivenName,
                Email = person.Email!,
            })
            .SingleAsync(cancellationToken);
        return new MailMessage(
            facts.Email,
            TextCatalogue.Get(facts.Language, $"planning.mail.{facts.Kind}.subject", facts.Title),
            TextCatalogue.Get(facts.Language, $"planning.mail.{facts.Kind}.text", facts.GivenName, facts.Title, facts.Plan, facts.To, facts.Form.Length > 0 ? facts.Form : "—"),
            string.Create(CultureInfo.InvariantCulture, $"plan-{noticeId:N}@{site.MailDomain}"),
            Link: new Uri(site.Address, $"plans/items/{facts.Id}"));
    }
}
