using MimeKit;

namespace TeacherCpd.Infrastructure.Mail;

/// <summary>Reads back what <see cref="FolderMailSender"/> wrote.</summary>
public sealed class FolderMailbox(FolderMailOptions options)
{
    private const string Extension = ".eml";

    /// <summary>A page of messages, newest first.</summary>
    /// <param name="page">Number of the page, from 1.</param>
    /// <param name="size">Messages on a page, from 1.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<FolderMailPage> ListAsync(int page, int size, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var folder = new DirectoryInfo(options.Folder);
        if (!folder.Exists)
        {
            return new FolderMailPage([], 0);
        }

        var files = folder.GetFiles("*" + Extension)
            .OrderByDescending(f => f.LastWriteTimeUtc)
            .ThenByDescending(f => f.Name, StringComparer.Ordinal)
            .ToArray();
        var mails = new List<FolderMail>(size);
        foreach (var file in files.Skip((int)Math.Min((page - 1L) * size, files.Length)).Take(size))
        {
            mails.Add(await ReadFileAsync(file.FullName, ct));
        }

        return new FolderMailPage(mails, files.Length);
    }

    /// <summary>One message, or null when there is none of this id.</summary>
    /// <exception cref="ArgumentException">The text cannot be a message id.</exception>
    public async Task<FolderMail?> ReadAsync(string messageId, CancellationToken ct)
    {
        var path = PathOf(options.Folder, messageId);
        return File.Exists(path) ? await ReadFileAsync(path, ct) : null;
    }

    internal static string PathOf(string folder, string messageId)
    {
        MimeMail.CheckId(messageId);
        return Path.Combine(folder, messageId + Extension);
    }

    private static async Task<FolderMail> ReadFileAsync(string path, CancellationToken ct)
    {
        using var message = await MimeMessage.LoadAsync(path, ct);
        var to = message.To.Mailboxes.First();
        return new FolderMail(
            message.MessageId ?? "",
            to.Address,
            string.IsNullOrEmpty(to.Name) ? null : to.Name,
            message.Subject ?? "",
            message.TextBody ?? "",
            message.ReplyTo.Mailboxes.FirstOrDefault()?.Address,
            message.Date.UtcDateTime);
    }
}

/// <summary>A message of the folder.</summary>
/// <param name="MessageId">Id that the caller gave it.</param>
/// <param name="To">Address of the recipient.</param>
/// <param name="ToName">Name of the recipient, or null.</param>
/// <param name="Subject">Subject.</param>
/// <param name="TextBody">Text with the link under it.</param>
/// <param name="ReplyTo">Address that answers go to, or null.</param>
/// <param name="SentAt">When it was written (UTC).</param>
public sealed record FolderMail(string MessageId, string To, string? ToName, string Subject, string TextBody, string? ReplyTo, DateTime SentAt);

/// <summary>A page of messages.</summary>
/// <param name="Mails">Newest first.</param>
/// <param name="Total">Messages in the folder.</param>
public sealed record FolderMailPage(IReadOnlyList<FolderMail> Mails, int Total);
