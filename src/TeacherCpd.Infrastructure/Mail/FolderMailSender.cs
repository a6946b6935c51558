using TeacherCpd.Application.Monitoring;

namespace TeacherCpd.Infrastructure.Mail;

/// <summary>Writes each message to a file instead of sending it, for development and trials without a mail server.</summary>
public sealed class FolderMailSender(FolderMailOptions options, TimeProvider time) : IMailSender
{
    /// <inheritdoc/>
    public async Task SendAsync(MailMessage mail, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        using var message = MimeMail.Compose(mail, options.From, now);
        Directory.CreateDirectory(options.Folder);
        var passing = Path.Combine(options.Folder, $"{Guid.CreateVersion7():N}.tmp");
        try
        {
            await message.WriteToAsync(passing, ct);
            File.SetLastWriteTimeUtc(passing, now.UtcDateTime);

            // the same id is the same file: a message sent again takes the place of the first
            File.Move(passing, FolderMailbox.PathOf(options.Folder, mail.MessageId), overwrite: true);
        }
        finally
        {
            File.Delete(passing);
        }
    }
}
