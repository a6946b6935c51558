using Microsoft.Extensions.Logging;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>What came of handing a mail to the server.</summary>
public enum SendOutcome
{
    /// <summary>The server has it.</summary>
    Taken,

    /// <summary>It has certainly not gone out.</summary>
    Refused,

    /// <summary>There is no server that takes anything now: no fault of the mail.</summary>
    Away,

    /// <summary>The server may have it or not.</summary>
    Unknown,
}

/// <summary>How often and how long a mail is tried, and what a try means: the same for every kind of mail.</summary>
internal static class MailTries
{
    /// <summary>Mails of one run; the next minute has its own.</summary>
    public const int MostAtOnce = 500;

    /// <summary>Tries after which a person must look.</summary>
    private const int MostAttempts = 5;

    /// <summary>States in which a person must look: it was refused too often, or may have gone out.</summary>
    public static readonly IReadOnlyList<ReminderStatus> Stuck = [ReminderStatus.Failed, ReminderStatus.Unconfirmed];

    /// <summary>Longer than any mail server takes to answer.</summary>
    public static readonly TimeSpan LongestSending = TimeSpan.FromMinutes(10);

    /// <summary>Five tries then take two hours: a mail server that restarts costs nobody a mail.</summary>
    public static readonly TimeSpan PauseAfterRefusal = TimeSpan.FromMinutes(30);

    /// <summary>A person has a mail tried again at which a person must look; any other stays as it is.</summary>
    public static Error? Again(this Mailing mail, DateTime at) =>
        Stuck.Contains(mail.Status) ? mail.Move(ReminderStatus.Pending, at) : new StepNotAllowed(mail.Status.ToString(), nameof(ReminderStatus.Pending));

    /// <summary>
    /// Records what came of a try. One that was refused waits for another try, up to the last; a try without a server does not count,
    /// so that a server may be away for days; one that may have gone out is left to a person. A sender who comes back too late, and whose try is another's by now, records nothing.
    /// </summary>
    public static void Record(this Mailing mail, int attempt, SendOutcome outcome, DateTime at)
    {
        if (mail.Status != ReminderStatus.Sending || mail.Attempts != attempt)
        {
            return;
        }

        if (outcome == SendOutcome.Away)
        {
            mail.GiveBack(at);
        }
        else
        {
            mail.Move(
                outcome switch
                {
                    SendOutcome.Taken => ReminderStatus.Sent,
                    SendOutcome.Refused when mail.Attempts < MostAttempts => ReminderStatus.Pending,
                    SendOutcome.Refused => ReminderStatus.Failed,
                    _ => ReminderStatus.Unconfirmed,
                },
                at);
        }
    }

    /// <summary>Hands a mail to the server.</summary>
    public static async Task<SendOutcome> HandOverAsync(this IMailSender sender, MailMessage mail, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            await sender.SendAsync(mail, cancellationToken);
            return SendOutcome.Taken;
        }
        catch (MailServerAwayException e)
        {
            logger.LogWarning(e, "There is no mail server that takes anything; {MessageId} waits.", mail.MessageId);
            return SendOutcome.Away;
        }
        catch (Exception e) when (e is MailNotTakenException or ArgumentException)
        {
            logger.LogWarning(e, "The mail server did not take {MessageId}.", mail.MessageId);
            return SendOutcome.Refused;
        }
        catch (Exception e)
        {
            logger.LogError(e, "Nobody knows whether {MessageId} went out.", mail.MessageId);
            return SendOutcome.Unknown;
        }
    }
}
