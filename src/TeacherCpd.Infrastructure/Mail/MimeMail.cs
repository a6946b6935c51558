using System.Text.RegularExpressions;
using MimeKit;
using TeacherCpd.Application.Monitoring;

namespace TeacherCpd.Infrastructure.Mail;

/// <summary>Turns a message into MIME so that no value of it can become a header of its own.</summary>
internal static partial class MimeMail
{
    public static MimeMessage Compose(MailMessage mail, MailSenderIdentity from, DateTimeOffset now)
    {
        CheckId(mail.MessageId);
        var message = new MimeMessage
        {
            MessageId = mail.MessageId,
            Date = now,
            Subject = OneLine(mail.Subject),
            Body = new TextPart("plain")
            {
                Text = mail.Link is null ? mail.TextBody : $"{mail.TextBody.TrimEnd()}\n\n{mail.Link.AbsoluteUri}\n",
                ContentTransferEncoding = ContentEncoding.Base64,
            },
        };
        message.From.Add(Mailbox(from.Address, from.Name));
        message.To.Add(Mailbox(mail.To, mail.ToName));
        if (mail.ReplyTo is not null)
        {
            message.ReplyTo.Add(Mailbox(mail.ReplyTo, null));
        }

        if (mail.Leave is not null)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{mail.Leave.AbsoluteUri}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        // holiday notices and other machines do not answer to such mail
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    /// <summary>Refuses an id that could not be a header value and a file name alike.</summary>
    /// <exception cref="ArgumentException">It is another text than <c>name@domain</c>.</exception>
    public static void CheckId(string messageId)
    {
        if (messageId.Length > 200 || !MessageIdPattern().IsMatch(messageId))
        {
            throw new ArgumentException("A message id is name@domain of letters, digits, dots, hyphens and underscores.", nameof(messageId));
        }
    }

    private static MailboxAddress Mailbox(string address, string? name)
    {
        if (!MailboxAddress.TryParse(address, out var parsed) || parsed.Address != address || !address.Contains('@') || address.Any(char.IsControl))
        {
            throw new ArgumentException("This is not a mail address.", nameof(address));
        }

        return new MailboxAddress(OneLine(name ?? ""), address);
    }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]*@[A-Za-z0-9][A-Za-z0-9.-]*\z")]
    private static partial Regex MessageIdPattern();
}
