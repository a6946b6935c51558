using System.Linq.Expressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring.Mails;

/// <summary>Mails of every kind at which a person must look: refused too often, or begun and never confirmed.</summary>
[RequirePermission(Permission.SeeJobs)]
public sealed record GetStuckMailsQuery : IQuery<StuckMails>;

/// <summary>Mails that are stuck.</summary>
/// <param name="Mails">The oldest first, at most <see cref="MostOfAKind"/> of each kind.</param>
/// <param name="Counts">How many there are of each kind that has some.</param>
public sealed record StuckMails(IReadOnlyList<StuckMail> Mails, IReadOnlyDictionary<MailKind, int> Counts)
{
    /// <summary>Most mails of a kind that are listed.</summary>
    public const int MostOfAKind = 50;
}

/// <summary>A mail that is stuck.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Id">Id.</param>
/// <param name="Recipient">Who was to get it; empty for a visitor of the help desk.</param>
/// <param name="Status">Failed, or unconfirmed.</param>
/// <param name="Since">Since when (UTC).</param>
/// <param name="Attempts">Tries.</param>
public sealed record StuckMail(MailKind Kind, Guid Id, string Recipient, ReminderStatus Status, DateTime Since, int Attempts);

internal sealed class GetStuckMailsHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetStuckMailsQuery, Result<StuckMails>>
{
    private readonly List<StuckMail> mails = [];
    private readonly Dictionary<MailKind, int> counts = [];

    public async Task<Result<StuckMails>> Handle(GetStuckMailsQuery request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.SeeJobs))
        {
            return new Forbidden();
        }

        await AddAsync(MailKind.Reminder, db.Reminders, m => m.RecipientId, cancellationToken);
        await AddAsync(MailKind.Enrolment, db.EnrolmentNotices, m => db.Enrolments.Where(e => e.Id == m.EnrolmentId).Select(e => e.PersonId).First(), cancellationToken);
        await AddAsync(MailKind.OriginalityCase, db.CaseNotices, m => m.RecipientId, cancellationToken);
        await AddAsync(MailKind.Trainer, db.TrainerNotices, m => m.RecipientId, cancellationToken);
        await AddAsync(MailKind.Category, db.CategoryNotices, m => m.PersonId, cancellationToken);
        await AddAsync(MailKind.Attestation, db.AttestationNotices, m => m.RecipientId, cancellationToken);
        await AddAsync(MailKind.Study, db.StudyNotices, m => m.PersonId, cancellationToken);
        await AddAsync(MailKind.Testing, db.TestingNotices, m => m.PersonId, cancellationToken);
        await AddAsync(MailKind.Planning, db.PlanNotices, m => m.PersonId, cancellationToken);
        await AddAsync(MailKind.HelpDesk, db.TicketNotices, m => db.Tickets.Where(t => t.Id == m.TicketId).Select(t => t.PersonId ?? Guid.Empty).First(), cancellationToken);
        await AddAsync(MailKind.Visit, db.VisitNotices, m => m.PersonId, cancellationToken);
        return new StuckMails([.. mails.OrderBy(m => m.Since)], counts);
    }

    private async Task AddAsync<T>(MailKind kind, IQueryable<T> all, Expression<Func<T, Guid>> recipient, CancellationToken cancellationToken)
        where T : Mailing
    {
        var stuck = all.Where(m => MailTries.Stuck.Contains(m.Status));
        var rows = await stuck
            .OrderBy(m => m.StatusSince)
            .Take(StuckMails.MostOfAKind)
            .LeftJoin(
                db.Persons,
                recipient,
                p => p.Id,
                (m, p) => new { m.Id, Name = p == null ? "" : p.FamilyName + " " + p.GivenName, m.Status, m.StatusSince, m.Attempts })
            .ToListAsync(cancellationToken);
        if (rows.Count > 0)
        {
            mails.AddRange(rows.Select(m => new StuckMail(kind, m.Id, m.Name, m.Status, m.StatusSince, m.Attempts)));
            counts[kind] = rows.Count < StuckMails.MostOfAKind ? rows.Count : await stuck.CountAsync(cancellationToken);
        }
    }
}
