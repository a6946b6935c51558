using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Categories;

/// <summary>
/// Tells a person that the own category ends, once however often it runs: claimed in a transaction of its own, sent, recorded in
/// another. The mail names the day and leads to the page; it does not say which category it is.
/// </summary>
[SystemOnly]
public sealed record SendCategoryNoticeCommand(Guid NoticeId) : IRequest<Result<Done>>;

internal sealed class SendCategoryNoticeHandler(IAppDbContext db, IMediator mediator, IMailSender mail, ReminderSite site, ILogger<SendCategoryNoticeHandler> logger)
    : IRequestHandler<SendCategoryNoticeCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SendCategoryNoticeCommand request, CancellationToken cancellationToken)
    {
        var claimed = await mediator.Send(new ClaimCategoryNoticeCommand(request.NoticeId), cancellationToken);
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
        return await mediator.Send(new RecordCategoryNoticeCommand(request.NoticeId, attempt, outcome), CancellationToken.None);
    }

    private async Task<MailMessage> WrittenAsync(Guid noticeId, CancellationToken cancellationToken)
    {
        var facts = await (
            from notice in db.CategoryNotices
            where notice.Id == noticeId
            join person in db.Persons on notice.PersonId equals person.Id
            select new { notice.Day, person.Language, person.GivenName, Email = person.Email! })
            .SingleAsync(cancellationToken);
        return new MailMessage(
            facts.Email,
            TextCatalogue.Get(facts.Language, "categories.notice.subject", facts.Day),
            TextCatalogue.Get(facts.Language, "categories.notice.text", facts.GivenName, facts.Day),
            string.Create(CultureInfo.InvariantCulture, $"categories-{noticeId:N}@{site.MailDomain}"),
            Link: new Uri(site.Address, "my/readiness"));
    }
}
