namespace TeacherCpd.Application.Monitoring;

/// <summary>What a reminder says of this site.</summary>
/// <param name="Address">Address of the site, with a slash at the end.</param>
/// <param name="MailDomain">Domain of the sender; the right half of message ids.</param>
public sealed record ReminderSite(Uri Address, string MailDomain);
