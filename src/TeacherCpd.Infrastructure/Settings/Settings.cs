using System.ComponentModel.DataAnnotations;
using TeacherCpd.Application.Accounts.Outside;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Exchange.Webhooks;
using TeacherCpd.Application.HelpDesk;
using TeacherCpd.Application.Library;
using TeacherCpd.Application.Studies;
using TeacherCpd.Application.Testing;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.HelpDesk;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Planning;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Studies;
using TeacherCpd.Infrastructure.Portfolios;

namespace TeacherCpd.Infrastructure.Settings;

/// <summary>The databases that the product runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>One machine, nothing to install.</summary>
    Sqlite,

    /// <summary>SQL Server, several nodes.</summary>
    SqlServer,

    /// <summary>PostgreSQL 15 or newer, several nodes.</summary>
    PostgreSql,
}

/// <summary>Section <c>Database</c>.</summary>
public sealed class DatabaseSettings
{
    /// <summary>Which database.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Where it is; for SQLite a path in it is seen from the data folder.</summary>
    [Required]
    public string ConnectionString { get; set; } = "Data Source=teachercpd.db";
}

/// <summary>Section <c>Storage</c>.</summary>
public sealed class StorageSettings
{
    /// <summary>Folder for the SQLite file, uploads, keys and, without a mail server, mails. Relative: seen from the working folder.</summary>
    [Required]
    public string DataFolder { get; set; } = "data";

    /// <summary>Where handed-in files are kept.</summary>
    public string UploadFolder => Path.Combine(DataFolder, "files");

    /// <summary>Where the pieces of uploads are kept until they are whole.</summary>
    public string OnTheirWayFolder => Path.Combine(DataFolder, "uploads");

    /// <summary>Where the archives of exports are kept.</summary>
    public string ExportFolder => Path.Combine(DataFolder, "exports");

    /// <summary>Where mails are laid when no server is set.</summary>
    public string MailFolder => Path.Combine(DataFolder, "mail");

    /// <summary>Where the keys that protect cookies and forms are kept.</summary>
    public string KeyFolder => Path.Combine(DataFolder, "keys");
}

/// <summary>Section <c>Uploads</c>: files that people send in pieces.</summary>
public sealed class UploadSettings
{
    /// <summary>Hours after its beginning for which an upload can be continued and handed in.</summary>
    [Range(1, 720)]
    public int KeepHours { get; set; } = 72;

    /// <summary>Minutes after a deadline in which an upload that began before it may still be handed in.</summary>
    [Range(0, 1440)]
    public int GraceMinutes { get; set; } = 30;

    /// <summary>The terms as these settings want them.</summary>
    public UploadTerms ToTerms() => new(TimeSpan.FromHours(KeepHours), TimeSpan.FromMinutes(GraceMinutes));
}

/// <summary>Section <c>Exports</c>: many portfolios taken away at once.</summary>
public sealed class ExportSettings
{
    /// <summary>Days for which a ready export can be downloaded.</summary>
    [Range(1, 90)]
    public int KeepDays { get; set; } = 7;

    /// <summary>Most portfolios in a part.</summary>
    [Range(1, 2000)]
    public int PartPortfolios { get; set; } = 200;

    /// <summary>Megabytes of files in a part.</summary>
    [Range(1, 4000)]
    public int PartMegabytes { get; set; } = 1024;

    /// <summary>The terms as these settings want them.</summary>
    public ExportTerms ToTerms() => new(TimeSpan.FromDays(KeepDays), PartPortfolios, PartMegabytes * 1024L * 1024);
}

/// <summary>Section <c>S3</c>: a store for the files that speaks Amazon's protocol, instead of the data folder.</summary>
public sealed class S3Settings : IValidatableObject
{
    /// <summary>Bucket; empty: files are kept in the data folder.</summary>
    public string Bucket { get; set; } = "";

    /// <summary>Address of the store.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Region that requests are signed for; many stores take any.</summary>
    [Required]
    public string Region { get; set; } = "us-east-1";

    /// <summary>Name of the key.</summary>
    public string AccessKey { get; set; } = "";

    /// <summary>The key.</summary>
    public string SecretKey { get; set; } = "";

    /// <summary>Where the bucket is; null where files are kept in the data folder.</summary>
    public S3Options? ToOptions() => Bucket.Length == 0 ? null : new(Endpoint, Region, Bucket, AccessKey, SecretKey);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Bucket.Length > 0 && !(Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            yield return new ValidationResult("Endpoint has to be an address that begins with https:// or http://.", [nameof(Endpoint)]);
        }

        if (Bucket.Length > 0 && (AccessKey.Length == 0 || SecretKey.Length == 0))
        {
            yield return new ValidationResult("AccessKey and SecretKey have to be set with Bucket.", [nameof(AccessKey), nameof(SecretKey)]);
        }
    }
}

/// <summary>Section <c>VirusScan</c>.</summary>
public sealed class VirusScanSettings
{
    /// <summary>Socket of the ClamAV daemon: a path, or host and port with a colon between; empty: files are not searched.</summary>
    [RegularExpression(@"^(/.+|[^/\s]+:\d{1,5})?$", ErrorMessage = "Clamd has to be the path of a socket, or host:port.")]
    public string Clamd { get; set; } = "";
}

/// <summary>Section <c>Site</c>.</summary>
public sealed class SiteSettings
{
    /// <summary>Address under which people reach the site; printed on certificates and in mails. No slash at the end.</summary>
    [Required, Url]
    public string PublicUrl { get; set; } = "http://localhost:5080";
}

/// <summary>Section <c>Attestation</c>.</summary>
public sealed class AttestationSettings
{
    /// <summary>Address of the service that verifies national signatures (CMS); empty: none is asked for, and nobody can sign so.</summary>
    public string SignatureService { get; set; } = "";
}

/// <summary>Section <c>Mail</c>.</summary>
public sealed class MailSettings
{
    /// <summary>SMTP server; empty: mails are laid into the mail folder.</summary>
    public string Host { get; set; } = "";

    /// <summary>Port.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Whether the connection must be encrypted.</summary>
    public bool RequireTls { get; set; } = true;

    /// <summary>User of the server; empty where it asks for none.</summary>
    public string User { get; set; } = "";

    /// <summary>Password of the server.</summary>
    public string Password { get; set; } = "";

    /// <summary>Sender.</summary>
    [Required, EmailAddress]
    public string From { get; set; } = "noreply@teachercpd.example";
}

/// <summary>Section <c>Monitoring</c>: the year after a course. The sources say "one year" and "last day" and no more.</summary>
public sealed class MonitoringSettings : IValidatableObject
{
    /// <summary>The contacts of the year, each with its month from 1 to 12; empty: <see cref="SupportPlan.Default"/>.</summary>
    public IReadOnlyList<PlannedContact> Contacts { get; set; } = [];

    /// <summary>Days before a contact on which the first reminder goes out.</summary>
    [Range(1, 60)]
    public int RemindDaysBefore { get; set; } = 7;

    /// <summary>Days after a contact that did not take place on which the last reminder goes out.</summary>
    [Range(1, 60)]
    public int RemindDaysAfter { get; set; } = 3;

    /// <summary>Days after a contact that did not take place on which the coordinators of the branch are told.</summary>
    [Range(1, 120)]
    public int EscalateDaysAfter { get; set; } = 7;

    /// <summary>Reminders are sent from this minute on.</summary>
    public TimeOnly SendFrom { get; set; } = new(8, 0);

    /// <summary>Reminders are sent before this minute.</summary>
    public TimeOnly SendUntil { get; set; } = new(20, 0);

    /// <summary>Whether reminders are sent on days of rest too.</summary>
    public bool SendOnDaysOfRest { get; set; }

    /// <summary>When reminders may be sent, as these settings want it.</summary>
    public SendingHours ToHours() => new(SendFrom, SendUntil, SendOnDaysOfRest);

    /// <summary>The year after a course as these settings want it.</summary>
    public SupportPlan ToPlan() => new(Contacts.Count > 0 ? Contacts : SupportPlan.Default, RemindDaysBefore, RemindDaysAfter);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        SupportPlan.FaultIn(Contacts) is { } fault ? [new ValidationResult(fault, [nameof(Contacts)])]
        : SendUntil <= SendFrom ? [new ValidationResult("Reminders are sent until a later minute than they are sent from.", [nameof(SendUntil)])]
        : [];
}

/// <summary>Section <c>Studies</c>: what the sources leave open about studies and diagnoses.</summary>
public sealed class StudySettings : IValidatableObject
{
    /// <summary>People from which a group is shown in results.</summary>
    [Range(2, 100)]
    public int SmallGroup { get; set; } = 5;

    /// <summary>Days after the last mail on which those who have not answered are reminded.</summary>
    [Range(1, 60)]
    public int RemindAfterDays { get; set; } = 7;

    /// <summary>Reminders after the invitation; 0 for none.</summary>
    [Range(0, 5)]
    public int MostReminders { get; set; } = 2;

    /// <summary>Answers by open addresses a minute from one address; a school shares one.</summary>
    [Range(1, 1_000_000)]
    public int AnswersPerMinute { get; set; } = 300;

    /// <summary>Per cent of the points from which a level of a competence is medium.</summary>
    [Range(1, 99)]
    public int MediumFrom { get; set; } = 50;

    /// <summary>Per cent of the points from which a level of a competence is high.</summary>
    [Range(2, 100)]
    public int HighFrom { get; set; } = 80;

    /// <summary>The rules as these settings want them.</summary>
    public StudyRules ToRules() => new(SmallGroup, RemindAfterDays, MostReminders, new LevelLines(MediumFrom, HighFrom));

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        HighFrom > MediumFrom ? [] : [new ValidationResult($"HighFrom ({HighFrom}) has to be above MediumFrom ({MediumFrom}).", [nameof(HighFrom)])];
}

/// <summary>Section <c>Testing</c>: what the sources leave open about trial tests and the bank of items.</summary>
public sealed class TestingSettings
{
    /// <summary>Experts who have to agree before tests use an item.</summary>
    [Range(2, 10)]
    public int Reviewers { get; set; } = 2;

    /// <summary>Days for an appeal against an item of a trial test, from the end of the attempt or, where that is later, from when right answers are shown.</summary>
    [Range(1, 60)]
    public int AppealDays { get; set; } = 3;

    /// <summary>Minutes more for people with impaired sight, hearing or movement.</summary>
    [Range(0, 240)]
    public int ExtraMinutes { get; set; } = 40;

    /// <summary>The rules as these settings want them.</summary>
    public TestingRules ToRules() => new(Reviewers, AppealDays, ExtraMinutes);
}

/// <summary>Section <c>Library</c>: what the sources leave open about the library.</summary>
public sealed class LibrarySettings
{
    /// <summary>People of the council who have to agree before a material is published.</summary>
    [Range(2, 10)]
    public int Reviewers { get; set; } = 2;

    /// <summary>Month on whose first day a school year begins.</summary>
    [Range(1, 12)]
    public int SchoolYearMonth { get; set; } = 9;

    /// <summary>The rules as these settings want them.</summary>
    public LibraryRules ToRules() => new(Reviewers, SchoolYearMonth);
}

/// <summary>Section <c>HelpDesk</c>: what the sources leave open about the help desk.</summary>
public sealed class HelpDeskSettings : IValidatableObject
{
    /// <summary>When it opens on a working day, in Kazakhstan's time.</summary>
    public TimeOnly Opens { get; set; } = new(9, 0);

    /// <summary>When it closes.</summary>
    public TimeOnly Closes { get; set; } = new(18, 0);

    /// <summary>Working hours within which a first answer is promised.</summary>
    [Range(1, 90)]
    public int AnswerHours { get; set; } = 9;

    /// <summary>Questions of visitors a minute from one address; a school shares one.</summary>
    [Range(1, 1_000_000)]
    public int AsksPerMinute { get; set; } = 30;

    /// <summary>The rules as these settings want them.</summary>
    public HelpDeskRules ToRules() => new(new WorkingHours(Opens, Closes, Clock.Zone), AnswerHours);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Closes > Opens ? [] : [new ValidationResult($"Closes ({Closes}) has to be after Opens ({Opens}).", [nameof(Closes)])];
}

/// <summary>Section <c>Collaboration</c>: what the sources leave open about mentoring.</summary>
public sealed class CollaborationSettings
{
    /// <summary>Years of work as a pedagogue up to which somebody is a beginner who may have a mentor.</summary>
    [Range(1, 10)]
    public int BeginnerYears { get; set; } = 3;

    /// <summary>Most pairs of one mentor at once.</summary>
    [Range(1, 20)]
    public int MenteesPerMentor { get; set; } = 3;

    /// <summary>The rules as these settings want them.</summary>
    public CollaborationRules ToRules() => new(BeginnerYears, MenteesPerMentor);
}

/// <summary>Section <c>Meetings</c>: which marks a list of a meeting proposes. No source names a share.</summary>
public sealed class MeetingSettings
{
    /// <summary>Least share of the session, in per cent, with which somebody is proposed as present.</summary>
    [Range(1, 100)]
    public int PresentPercent { get; set; } = 80;

    /// <summary>Least share with which somebody is proposed as late; below it as absent. Not above the other.</summary>
    [Range(0, 100)]
    public int LatePercent { get; set; } = 40;

    /// <summary>The rules as these settings want them.</summary>
    public MeetingRules ToRules() => new(PresentPercent, LatePercent);
}

/// <summary>Section <c>Planning</c>: what the sources leave open about reminders of plans.</summary>
public sealed class PlanningSettings
{
    /// <summary>Days before the last day of an item on which people are reminded.</summary>
    [Range(1, 60)]
    public int DaysBefore { get; set; } = 7;

    /// <summary>Days after it.</summary>
    [Range(1, 60)]
    public int DaysAfter { get; set; } = 3;

    /// <summary>The rules as these settings want them.</summary>
    public PlanningRules ToRules() => new(DaysBefore, DaysAfter);
}

/// <summary>
/// Section <c>Training</c>: how often training is asked for, and what counts. The law counts courses; what other forms
/// count is a setting.
/// </summary>
public sealed class TrainingSettings : IValidatableObject
{
    /// <summary>Length of the period in years.</summary>
    [Range(1, 10)]
    public int Years { get; set; } = TrainingRule.Default.Years;

    /// <summary>Academic hours of courses asked for in a period.</summary>
    [Range(1, 1000)]
    public int Hours { get; set; } = TrainingRule.Default.Hours;

    /// <summary>Months before the last day from which training is called due soon.</summary>
    [Range(0, 24)]
    public int WarnMonths { get; set; } = TrainingRule.Default.WarnMonths;

    /// <summary>Whether confirmed activities outside courses count toward the hours.</summary>
    public bool CountActivities { get; set; } = TrainingRule.Default.CountActivities;

    /// <summary>What counts of activities, one row a kind; kinds left out: <see cref="DevelopmentHours.Default"/>.</summary>
    public IReadOnlyList<HoursRule> Activities { get; set; } = [];

    /// <summary>The rule as these settings want it.</summary>
    public TrainingRule ToRule() => new(Years, Hours, WarnMonths, CountActivities, new DevelopmentHours(Activities));

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        DevelopmentHours.FaultIn(Activities) is { } fault ? [new ValidationResult(fault, [nameof(Activities)])] : [];
}

/// <summary>Section <c>Originality</c>: what no plan of a programme sets.</summary>
public sealed class OriginalitySettings
{
    /// <summary>Calendar days in which a teacher may give a statement in a case.</summary>
    [Range(1, 60)]
    public int StatementDays { get; set; } = 10;
}

/// <summary>Section <c>Verification</c>: how often one address may ask the public pages about certificates.</summary>
public sealed class VerificationSettings
{
    /// <summary>Checks of codes a minute from one address; a school shares one.</summary>
    [Range(1, 1_000_000)]
    public int PerMinute { get; set; } = 300;

    /// <summary>Comparisons of files a minute from one address: each draws a certificate.</summary>
    [Range(1, 1_000_000)]
    public int FilesPerMinute { get; set; } = 30;
}

/// <summary>Section <c>Exchange</c>: programs of others, and the systems that are told of changes.</summary>
public sealed class ExchangeSettings
{
    /// <summary>Requests a minute with one token.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 1_200;

    /// <summary>Requests a minute from one address without a token that works.</summary>
    [Range(1, 1_000_000)]
    public int StrangersPerMinute { get; set; } = 60;

    /// <summary>Whether messages may go to addresses inside the own network, and without TLS.</summary>
    public bool AllowPrivateReceivers { get; set; }

    /// <summary>The rules as these settings want them.</summary>
    public WebhookRules ToRules() => new(AllowPrivateReceivers);
}

/// <summary>Section <c>SignIn</c>: an outside provider (OpenID Connect) through which people may sign in beside their password.</summary>
public sealed class SignInSettings : IValidatableObject
{
    /// <summary>What people call the provider; empty: none.</summary>
    public string Name { get; set; } = "";

    /// <summary>Address of the provider; its description is below <c>/.well-known/openid-configuration</c>.</summary>
    public string Authority { get; set; } = "";

    /// <summary>What the provider calls this site.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Secret of this site at the provider; empty where it asks for none.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Scopes asked for, parted by spaces.</summary>
    [Required]
    public string Scopes { get; set; } = "openid profile";

    /// <summary>Claim with the national number.</summary>
    [Required]
    public string IinClaim { get; set; } = "iin";

    /// <summary>Whether that number is proof enough to link an account: only for a provider that looks at papers, as the national one does.</summary>
    public bool ProvesIin { get; set; }

    /// <summary>Audience of its tokens for the interface for programs; empty: its tokens are not taken there.</summary>
    public string ApiAudience { get; set; } = "";

    /// <summary>The rules as these settings want them.</summary>
    public OutsideRules ToRules() => new(Name, ProvesIin);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Name.Length == 0)
        {
            yield break;
        }

        if (!(Uri.TryCreate(Authority, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))))
        {
            yield return new ValidationResult("Authority has to be an address that begins with https://.", [nameof(Authority)]);
        }

        if (ClientId.Length == 0)
        {
            yield return new ValidationResult("ClientId has to be set with Name.", [nameof(ClientId)]);
        }
    }
}

/// <summary>Section <c>Licences</c>.</summary>
public sealed class LicenceSettings
{
    /// <summary>Licence key of AutoMapper; empty under its community terms.</summary>
    public string AutoMapper { get; set; } = "";
}

/// <summary>Section <c>Jobs</c>.</summary>
public sealed class JobSettings
{
    /// <summary>Whether this process works background items off and keeps the schedules; false on nodes that only serve pages.</summary>
    public bool RunHere { get; set; } = true;
}
