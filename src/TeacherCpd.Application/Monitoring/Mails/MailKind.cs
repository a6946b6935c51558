using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring.Mails;

/// <summary>The kinds of mail that the product sends; each is a table of its own.</summary>
public enum MailKind
{
    /// <summary>Reminder of a contact after a course.</summary>
    Reminder,

    /// <summary>What happened to an enrolment or a portfolio.</summary>
    Enrolment,

    /// <summary>Originality case.</summary>
    OriginalityCase,

    /// <summary>Trainers: recertification and lapses.</summary>
    Trainer,

    /// <summary>End of a category.</summary>
    Category,

    /// <summary>Attestation: cycle, application, commission.</summary>
    Attestation,

    /// <summary>Studies: invitations and reminders.</summary>
    Study,

    /// <summary>Trial tests: appeals against items.</summary>
    Testing,

    /// <summary>Plans: deadlines of items.</summary>
    Planning,

    /// <summary>Help desk: answers.</summary>
    HelpDesk,

    /// <summary>Visits to schools: reports.</summary>
    Visit,
}

internal static class MailKinds
{
    /// <summary>One mail of a kind, to be changed; null where there is none.</summary>
    public static async Task<Mailing?> FindMailAsync(this IAppDbContext db, MailKind kind, Guid id, CancellationToken cancellationToken) => kind switch
    {
        MailKind.Reminder => await db.Reminders.SingleOrDefaultAsync(m => m.Id == id, cancellationToken),
        MailKind.Enrolment => await db.EnrolmentNotices.SingleOrDefaultAsync(m => m.Id == id, cancellationToken),
        MailKind.OriginalityCase => await db.CaseNotices.SingleOrDefaultAsync(m => m.Id == id, cancellationToken),
        MailKind.Trainer => await db.TrainerNotices.SingleOrDefaultAsync(m => m.Id == id, cancellationToken),
        MailKind.Category => await db.CategoryNotices.SingleOrDefaultAsync(m => m.Id == id, cancellationToken),
        MailKind.Attestation => await db.AttestationNotices.SingleOrDefaultAsync(m => m.Id == id, cancellationToken),
        MailKind.Study => await db.StudyNotices.SingleOrDefaultAsync(m => m.Id == id, cancellationToken),
        MailKind.Testing => await db.TestingNotices.SingleOrDefaultAsync(m => m.Id == id, cancellationToken),
        MailKind.Planning => await db.PlanNotices.SingleOrDefaultAsync(m => m.Id == id, cancellationToken),
        MailKind.HelpDesk => await db.TicketNotices.SingleOrDefaultAsync(m => m.Id == id, cancellationToken),
        MailKind.Visit => await db.VisitNotices.SingleOrDefaultAsync(m => m.Id == id, cancellationToken),
    };

    /// <summary>Hands a mail of a kind to the background once the transaction has ended.</summary>
    public static void Send(this IBackgroundJobs jobs, MailKind kind, Guid id)
    {
        switch (kind)
        {
            case MailKind.Reminder:
                jobs.SendReminder(id);
                break;
            case MailKind.Enrolment:
                jobs.SendNotice(id);
                break;
            case MailKind.OriginalityCase:
                jobs.SendCaseNotice(id);
                break;
            case MailKind.Trainer:
                jobs.SendTrainerNotice(id);
                break;
            case MailKind.Category:
                jobs.SendCategoryNotice(id);
                break;
            case MailKind.Attestation:
                jobs.SendAttestationNotice(id);
                break;
            case MailKind.Study:
                jobs.SendStudyNotice(id);
                break;
            case MailKind.Testing:
                jobs.SendTestingNotice(id);
                break;
            case MailKind.Planning:
                jobs.SendPlanNotice(id);
                break;
            case MailKind.HelpDesk:
                jobs.SendTicketNotice(id);
                break;
            case MailKind.Visit:
                jobs.SendVisitNotice(id);
                break;
        }
    }
}
