using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Monitoring;

/// <summary>How a person wants to be reminded by mail. Whoever chose nothing gets what is due together in one mail.</summary>
public sealed class MailChoice : Aggregate
{
    /// <summary>Person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Whether each reminder comes in a mail of its own, and not all of a day in one.</summary>
    public bool WantsSingleMails { get; private set; }

    /// <summary>
    /// Whether the person does without mails before and on the day of the own contacts. What is overdue is told in any case, and a
    /// trainer's duties are.
    /// </summary>
    public bool DoesWithoutOwn { get; private set; }

    /// <summary>Chooses.</summary>
    public void Choose(bool wantsSingleMails, bool doesWithoutOwn)
    {
        WantsSingleMails = wantsSingleMails;
        DoesWithoutOwn = doesWithoutOwn;
    }
}
