using System.Text;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Infrastructure.Mail;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Monitoring;

public sealed class MailSenderTests : IDisposable
{
    private const string KazakhSubject = "Еске салу: «Сабақты зерттеу» курсынан кейінгі үш айлық байланыс — әріптестер, өтінеміз, ұмытпаңыздар";

    private static readonly MailSenderIdentity From = new("no-reply@teachers.example", "Мұғалімнің кәсіби дамуы");

    private static readonly MailMessage Mail = new(
        "gulnur@school.example",
        KazakhSubject,
        "Құрметті Гүлнұр!\n.\nҮш айлық сауалнаманы толтырыңыз.",
        "reminder-1@teachers.example",
        ToName: "Әлімбекова Гүлнұр",
        ReplyTo: "trainer@centre.example",
        Link: new Uri("https://teachers.example/kk/monitoring/1"));

    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 25, 6, 0, 0, TimeSpan.Zero));
    private readonly FolderMailOptions options;

    public MailSenderTests() => options = new FolderMailOptions { From = From, Folder = Path.Combine(folder.Path, "mail") };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Folder_MessageReadsBackAsItWasWritten()
    {
        await new FolderMailSender(options, time).SendAsync(Mail, Ct);

        var read = await new FolderMailbox(options).ReadAsync(Mail.MessageId, Ct);

        Assert.Equal(
            new FolderMail(
                Mail.MessageId, Mail.To, Mail.ToName, KazakhSubject,
                "Құрметті Гүлнұр!\n.\nҮш айлық сауалнаманы толтырыңыз.\n\nhttps://teachers.example/kk/monitoring/1\n",
                Mail.ReplyTo, time.GetUtcNow().UtcDateTime),
            read! with { TextBody = read.TextBody.ReplaceLineEndings("\n") });
    }

    [Fact]
    public async Task Folder_FileIsPlainAsciiWithAnEncodedSubject()
    {
        await new FolderMailSender(options, time).SendAsync(Mail, Ct);

        var bytes = await File.ReadAllBytesAsync(Assert.Single(folder.Files), Ct);
        Assert.All(bytes, b => Assert.True(b < 128));
        Assert.Contains("Subject: =?utf-8?", Encoding.ASCII.GetString(bytes), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Auto-Submitted: auto-generated", Encoding.ASCII.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_TheSameIdIsTheSameFile()
    {
        var sender = new FolderMailSender(options, time);
        await sender.SendAsync(Mail, Ct);
        await sender.SendAsync(Mail with { Subject = "Екінші рет" }, Ct);

        Assert.Equal("reminder-1@teachers.example.eml", Path.GetFileName(Assert.Single(folder.Files)));
        Assert.Equal("Екінші рет", (await new FolderMailbox(options).ReadAsync(Mail.MessageId, Ct))!.Subject);
    }

    [Fact]
    public async Task Folder_ManyAtOnceLeaveOneWholeFile()
    {
        var sender = new FolderMailSender(options, time);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => sender.SendAsync(Mail, Ct), Ct)));

        Assert.Single(folder.Files);
        Assert.Equal(KazakhSubject, (await new FolderMailbox(options).ReadAsync(Mail.MessageId, Ct))!.Subject);
    }

    [Fact]
    public async Task Mailbox_ListsNewestFirstInPages()
    {
        var sender = new FolderMailSender(options, time);
        for (var i = 1; i <= 5; i++)
        {
            await sender.SendAsync(Mail with { MessageId = $"m{i}@teachers.example", Subject = $"Хат {i}" }, Ct);
            time.Advance(TimeSpan.FromMinutes(1));
        }

        var mailbox = new FolderMailbox(options);
        Assert.Equal(["Хат 5", "Хат 4"], (await mailbox.ListAsync(1, 2, Ct)).Mails.Select(m => m.Subject));
        Assert.Equal(["Хат 1"], (await mailbox.ListAsync(3, 2, Ct)).Mails.Select(m => m.Subject));
        Assert.Empty((await mailbox.ListAsync(4, 2, Ct)).Mails);
        Assert.Equal(5, (await mailbox.ListAsync(4, 2, Ct)).Total);
    }

    [Fact]
    public async Task Mailbox_WithoutAFolderIsEmpty()
    {
        var mailbox = new FolderMailbox(options);

        Assert.Equal(0, (await mailbox.ListAsync(1, 10, Ct)).Total);
        Assert.Null(await mailbox.ReadAsync("none@teachers.example", Ct));
    }

    [Theory]
    [InlineData("Сабақ\r\nBcc: evil@example.org")]
    [InlineData("Сабақ\nBcc: evil@example.org\n\nbody")]
    [InlineData("Lesson\rBcc: evil@example.org")]
    public async Task LineBreaksInSubjectOrName_MakeNoHeader(string text)
    {
        var identity = options with { From = From with { Name = text } };
        await new FolderMailSender(identity, time).SendAsync(Mail with { Subject = text, ToName = text }, Ct);

        using var message = await MimeMessage.LoadAsync(Assert.Single(folder.Files), Ct);
        Assert.False(message.Headers.Contains(HeaderId.Bcc));
        Assert.Empty(message.Bcc);
        var oneLine = text.Replace('\r', ' ').Replace('\n', ' ');
        Assert.Equal(oneLine, message.Subject);
        Assert.Equal(oneLine, Assert.Single(message.To.Mailboxes).Name);
        Assert.Equal(Mail.To, Assert.Single(message.To.Mailboxes).Address);
    }

    [Theory]
    [InlineData("a@school.example\r\nBcc: evil@example.org")]
    [InlineData("a@school.example, b@school.example")]
    [InlineData("Аты <a@school.example>")]
    [InlineData("")]
    [InlineData("жоқ")]
    public async Task AddressThatIsNotOne_IsRefused(string address)
    {
        var sender = new FolderMailSender(options, time);

        await Assert.ThrowsAsync<ArgumentException>(() => sender.SendAsync(Mail with { To = address }, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => sender.SendAsync(Mail with { ReplyTo = address }, Ct));
        Assert.Empty(folder.Files);
    }

    [Theory]
    [InlineData("../../x@y")]
    [InlineData("a/b@y")]
    [InlineData("a@y\r\nBcc: evil@example.org")]
    [InlineData("a@y\n")]
    [InlineData("without-domain")]
    [InlineData("")]
    public async Task MessageIdThatIsNotOne_IsRefused(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => new FolderMailSender(options, time).SendAsync(Mail with { MessageId = id }, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => new FolderMailbox(options).ReadAsync(id, Ct));
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task Smtp_HandsTheMessageOver()
    {
        await using var server = new SmtpListener { Extensions = ["8BITMIME", "AUTH PLAIN"] };

        await using var sender = new SmtpMailSender(Smtp(server) with { User = "қолданушы", Password = "құпия сөз" }, time);
        await sender.SendAsync(Mail, Ct);

        using var message = await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(Assert.Single(server.Messages))), Ct);
        Assert.Equal(KazakhSubject, message.Subject);
        Assert.Equal(Mail.MessageId, message.MessageId);
        Assert.Equal((From.Name, From.Address), (message.From.Mailboxes.Single().Name, message.From.Mailboxes.Single().Address));
        Assert.Equal((Mail.ToName, Mail.To), (message.To.Mailboxes.Single().Name, message.To.Mailboxes.Single().Address));
        Assert.Equal(Mail.ReplyTo, message.ReplyTo.Mailboxes.Single().Address);
        Assert.Equal(time.GetUtcNow(), message.Date);
        Assert.StartsWith("Құрметті Гүлнұр!\n.\nҮш айлық", message.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var secret = Convert.ToBase64String("\0қолданушы\0құпия сөз"u8);
        Assert.Contains($"AUTH PLAIN {secret}", server.Commands);
        Assert.Contains(server.Commands, c => c.StartsWith("MAIL FROM:<no-reply@teachers.example>", StringComparison.Ordinal));
        Assert.Contains(server.Commands, c => c.StartsWith("RCPT TO:<gulnur@school.example>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Smtp_WithoutAUserDoesNotSignIn()
    {
        await using var server = new SmtpListener { Extensions = ["AUTH PLAIN"] };

        await using var sender = new SmtpMailSender(Smtp(server), time);
        await sender.SendAsync(Mail, Ct);

        Assert.Single(server.Messages);
        Assert.DoesNotContain(server.Commands, c => c.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Smtp_RefusedRecipientIsAnException()
    {
        await using var server = new SmtpListener { RecipientAnswer = "550 no such person" };

        await using var sender = new SmtpMailSender(Smtp(server), time);
        var refusal = await Assert.ThrowsAsync<MailNotTakenException>(() => sender.SendAsync(Mail, Ct));

        Assert.IsType<SmtpCommandException>(refusal.InnerException);
        Assert.Empty(server.Messages);
    }

    [Fact]
    public async Task MailThatMayBeLeft_SaysWhereToMailPrograms()
    {
        await using var server = new SmtpListener();
        await using var sender = new SmtpMailSender(Smtp(server), time);

        await sender.SendAsync(Mail with { Leave = new Uri("https://cpd.example.kz/mails/leave?t=abc") }, Ct);
        await sender.SendAsync(Mail, Ct);

        Assert.Contains("List-Unsubscribe: <https://cpd.example.kz/mails/leave?t=abc>\r\n", server.Messages[0], StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n", server.Messages[0], StringComparison.Ordinal);
        Assert.DoesNotContain("List-Unsubscribe", server.Messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Smtp_ManyMessagesGoOverOneConnection()
    {
        await using var server = new SmtpListener { RecipientAnswer = "550 no such person" };
        await using (var sender = new SmtpMailSender(Smtp(server), time))
        {
            await Assert.ThrowsAsync<MailNotTakenException>(() => sender.SendAsync(Mail, Ct));
            server.RecipientAnswer = "250 OK";
            await sender.SendAsync(Mail, Ct);
            await sender.SendAsync(Mail, Ct);
        }

        Assert.Equal(2, server.Messages.Count);
        Assert.Single(server.Commands, c => c.StartsWith("EHLO", StringComparison.Ordinal));
        Assert.Equal("QUIT", server.Commands[^1]);
    }

    [Fact]
    public async Task Smtp_AConnectionThatTheServerClosedIsReplaced()
    {
        await using var server = new SmtpListener { ClosesAfterMessage = true };
        await using var sender = new SmtpMailSender(Smtp(server), time);

        await sender.SendAsync(Mail, Ct);
        await sender.SendAsync(Mail, Ct);

        Assert.Equal(2, server.Messages.Count);
        Assert.Equal(2, server.Commands.Count(c => c.StartsWith("EHLO", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Smtp_WithoutTheTlsThatWasAskedForSendsNothing()
    {
        await using var server = new SmtpListener();

        await using var sender = new SmtpMailSender(Smtp(server) with { Tls = SmtpTlsMode.StartTls, User = "u", Password = "p" }, time);

        var refusal = await Assert.ThrowsAsync<MailServerAwayException>(() => sender.SendAsync(Mail, Ct));

        Assert.IsType<NotSupportedException>(refusal.InnerException);
        Assert.DoesNotContain(server.Commands, c => c.StartsWith("AUTH", StringComparison.Ordinal) || c.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Smtp_SilentServerIsGivenUp()
    {
        await using var server = new SmtpListener { IsSilent = true };

        await using var sender = new SmtpMailSender(Smtp(server) with { Timeout = TimeSpan.FromMilliseconds(200) }, TimeProvider.System);

        await Assert.ThrowsAsync<MailServerAwayException>(() => sender.SendAsync(Mail, Ct));
    }

    private static SmtpOptions Smtp(SmtpListener server) =>
        new() { From = From, Host = "127.0.0.1", Port = server.Port, Tls = SmtpTlsMode.None };
}
