namespace TeacherCpd.Application.Monitoring;

/// <summary>Sends mail. A failure is an exception.</summary>
public interface IMailSender
{
    /// <summary>Hands the message to the mail server.</summary>
    /// <exception cref="ArgumentException">The recipient's address or the message id cannot be one; nothing was sent.</exception>
    /// <exception cref="MailNotTakenException">
    /// The server refused the message or was not reached: it has certainly not gone out. After any other exception it
    /// may have.
    /// </exception>
    /// <exception cref="MailServerAwayException">The server is not there, or takes nothing now: no other message would go out either.</exception>
    Task SendAsync(MailMessage mail, CancellationToken ct);
}

/// <summary>The mail server did not take the message, for certain.</summary>
public class MailNotTakenException(string message, Exception inner) : Exception(message, inner);

/// <summary>The mail server is not there, or takes nothing now.</summary>
public sealed class MailServerAwayException(string message, Exception inner) : MailNotTakenException(message, inner);

/// <summary>A message to one person.</summary>
/// <param name="To">Address of the recipient.</param>
/// <param name="Subject">Subject; line breaks in it become spaces.</param>
/// <param name="TextBody">Plain text.</param>
/// <param name="MessageId">
/// Id of the message such as <c>reminder-0198f3c2@teachers.example</c>, made by the caller from what the message is
/// about: the same message sent again has the same id, so that a repeat is recognised.
/// </param>
/// <param name="ToName">Name of the recipient; null to show the address.</param>
/// <param name="ReplyTo">Address that answers go to; null for the sender's.</param>
/// <param name="Link">Page that the message is about; stands under the text.</param>
/// <param name="Leave">Where the recipient does without more of the kind; mail programs show a button for it (RFC 8058). Null where there is no choice.</param>
public sealed record MailMessage(
    string To,
    string Subject,
    string TextBody,
    string MessageId,
    string? ToName = null,
    string? ReplyTo = null,
    Uri? Link = null,
    Uri? Leave = null);
