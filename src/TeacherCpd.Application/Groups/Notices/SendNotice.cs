using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups.Notices;

/// <summary>
/// Sends one notice to an applicant, once however often it runs and however many run at the same time: the row is claimed in a
/// transaction of its own, the mail goes out, and what came of it is recorded in another.
/// </summary>
[SystemOnly]
public sealed record SendNoticeCommand(Guid NoticeId) : IRequest<Result<Done>>;

internal sealed class SendNoticeHandler(IAppDbContext db, IMediator mediator, IMailSender mail, ReminderSite site, ILogger<SendNoticeHandler> logger)
    : IRequestHandler<SendNoticeCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SendNoticeCommand request, CancellationToken cancellationToken)
    {
        var claimed = await mediator.Send(new ClaimNoticeCommand(request.NoticeId), cancellationToken);
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
        return await mediator.Send(new RecordNoticeCommand(request.NoticeId, attempt, outcome), CancellationToken.None);
    }

    private async Task<MailMessage> WrittenAsync(Guid noticeId, CancellationToken cancellationToken)
    {
        var facts = await (
            from notice in db.EnrolmentNotices
            where notice.Id == noticeId
            join enrolment in db.Enrolments on notice.EnrolmentId equals enrolment.Id
            join person in db.Persons on enrolment.PersonId equals person.Id
            join g in db.Groups on enrolment.GroupId equals g.Id
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            join branch in db.Organisations on g.BranchId equals branch.Id
            select new
            {
                notice.Kind,
                GroupId = g.Id,
                g.Code,
                programme.Title,
                g.StartsOn,
                g.EndsOn,
                Branch = branch.Name,
                person.Language,
                Email = person.Email!,
                person.GivenName,
                enrolment.DeclineReason,
            })
            .SingleAsync(cancellationToken);
        return new MailMessage(
            facts.Email,
            TextCatalogue.Get(facts.Language, $"notice.{facts.Kind}.subject", facts.Title),
            facts.Kind == NoticeKind.Declined
                ? TextCatalogue.Get(facts.Language, $"notice.{facts.Kind}.text", facts.GivenName, facts.Title, facts.Code, facts.DeclineReason)
                : TextCatalogue.Get(facts.Language, $"notice.{facts.Kind}.text", facts.GivenName, facts.Title, facts.Code, facts.StartsOn, facts.EndsOn, facts.Branch),
            string.Create(CultureInfo.InvariantCulture, $"notice-{noticeId:N}@{site.MailDomain}"),
            Link: new Uri(site.Address, $"groups/{facts.GroupId}"));
    }
}
