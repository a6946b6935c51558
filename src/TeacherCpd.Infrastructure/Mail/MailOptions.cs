namespace TeacherCpd.Infrastructure.Mail;

/// <summary>Who the system's mail is from.</summary>
/// <param name="Address">Address.</param>
/// <param name="Name">Name that is shown.</param>
public sealed record MailSenderIdentity(string Address, string Name);

/// <summary>How the connection to a mail server is protected.</summary>
public enum SmtpTlsMode
{
    /// <summary>Not at all: only for a server on the same machine.</summary>
    None,

    /// <summary>Begins in the clear and must change to TLS, usually on port 587. Without TLS nothing is sent.</summary>
    StartTls,

    /// <summary>TLS from the first byte, usually on port 465.</summary>
    Tls,
}

/// <summary>Settings of the mail server.</summary>
public sealed record SmtpOptions
{
    /// <summary>Sender.</summary>
    public required MailSenderIdentity From { get; init; }

    /// <summary>Name or address of the server.</summary>
    public required string Host { get; init; }

    /// <summary>Port.</summary>
    public int Port { get; init; } = 587;

    /// <summary>Protection of the connection.</summary>
    public SmtpTlsMode Tls { get; init; } = SmtpTlsMode.StartTls;

    /// <summary>User name; null where the server asks for none.</summary>
    public string? User { get; init; }

    /// <summary>Password of <see cref="User"/>.</summary>
    public string? Password { get; init; }

    /// <summary>Longest time for one message, from connecting to goodbye.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>Settings of the folder that takes mail instead of a server.</summary>
public sealed record FolderMailOptions
{
    /// <summary>Sender.</summary>
    public required MailSenderIdentity From { get; init; }

    /// <summary>Folder of the messages; made when it is missing.</summary>
    public required string Folder { get; init; }
}
