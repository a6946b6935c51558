using System.Security.Cryptography;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Exchange;

/// <summary>The key by which launches of outside courses are signed (RS256, as LTI 1.3 asks for). The newest signs; earlier ones stay published.</summary>
public sealed class LtiKey : Entity
{
    /// <summary>Name by which tools find it.</summary>
    public required string Name { get; init; }

    /// <summary>Public part: subject public key info, base64.</summary>
    public required string PublicKey { get; init; }

    /// <summary>Private part (PKCS 8), sealed by the keys of the installation.</summary>
    [Secret]
    public required string Sealed { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTime CreatedAt { get; init; }
}

/// <summary>An outside system that offers courses and opens them from here: a tool in the words of LTI 1.3.</summary>
public sealed class LtiTool : Aggregate
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 100;

    /// <summary>Longest address, in characters.</summary>
    public const int UrlLength = 500;

    /// <summary>The one deployment of each tool.</summary>
    public const string DeploymentId = "1";

    private const int ClientIdBytes = 12;

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>What the tool calls us as, and we it: random, not secret.</summary>
    public string ClientId { get; init; } = "tool-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(ClientIdBytes));

    /// <summary>Address at which signing in begins (third-party initiated login).</summary>
    public required string LoginUrl { get; init; }

    /// <summary>Address to which the signed message is sent.</summary>
    public required string LaunchUrl { get; init; }

    /// <summary>Address of the tool's public keys.</summary>
    public required string KeySetUrl { get; init; }

    /// <summary>Whether it is told the name and the mail address of whoever opens a course; else only an id.</summary>
    public required bool IsToldNames { get; init; }

    /// <summary>Whether courses of it can be opened and grades come back.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>Opens or closes it. What came back stays.</summary>
    public void Turn(bool open) => IsOpen = open;
}

/// <summary>A course of an outside tool.</summary>
public sealed class LtiCourse : Aggregate
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleLength = 200;

    /// <summary>Most academic hours.</summary>
    public const int MostHours = 500;

    /// <summary>Tool.</summary>
    public required Guid ToolId { get; init; }

    /// <summary>Title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Where in the tool it is.</summary>
    public required string TargetUrl { get; init; }

    /// <summary>Academic hours, 1 to <see cref="MostHours"/>.</summary>
    public required int Hours { get; init; }

    /// <summary>Whether it is offered.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>Offers it or not. What came back stays.</summary>
    public void Turn(bool open) => IsOpen = open;
}

/// <summary>Somebody opens a course: written when they leave for the tool, used once when the tool asks who they are.</summary>
public sealed class LtiLaunch : Entity, INotAudited
{
    /// <summary>How long the tool may take to ask.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    /// <summary>Course.</summary>
    public required Guid CourseId { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime At { get; init; }

    /// <summary>When the tool asked (UTC); null while it has not.</summary>
    public DateTime? UsedAt { get; set; }
}

/// <summary>An assertion that a tool used for a token: none is taken twice.</summary>
public sealed class LtiAssertion : Entity, INotAudited
{
    /// <summary>Longest id, in characters.</summary>
    public const int JtiLength = 200;

    /// <summary>Tool.</summary>
    public required Guid ToolId { get; init; }

    /// <summary>Its id.</summary>
    public required string Jti { get; init; }

    /// <summary>When it is over (UTC); until then it is remembered.</summary>
    public required DateTime Until { get; init; }
}

/// <summary>How far somebody is (LTI Assignment and Grade Services 2.0, section 3.4.7).</summary>
public enum LtiProgress
{
    /// <summary>Not begun, or begun anew.</summary>
    Initialized,

    /// <summary>Begun.</summary>
    Started,

    /// <summary>At work.</summary>
    InProgress,

    /// <summary>Handed in.</summary>
    Submitted,

    /// <summary>Done.</summary>
    Completed,
}

/// <summary>How far the grading is (section 3.4.8).</summary>
public enum LtiGrading
{
    /// <summary>Nothing to grade.</summary>
    NotReady,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>Not yet.</summary>
    Pending,

    /// <summary>A person has to grade.</summary>
    PendingManual,

    /// <summary>Final.</summary>
    FullyGraded,
}

/// <summary>What a tool last reported of a person in a course. One row each; a report with an earlier or the same moment changes nothing.</summary>
public sealed class LtiScore : Aggregate
{
    /// <summary>Longest comment, in characters.</summary>
    public const int CommentLength = 1000;

    /// <summary>Course.</summary>
    public required Guid CourseId { get; init; }

    /// <summary>Person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Points; null where there are none.</summary>
    public double? Given { get; private set; }

    /// <summary>Most points, above 0; null where there are none.</summary>
    public double? Maximum { get; private set; }

    /// <summary>How far the person is.</summary>
    public LtiProgress Progress { get; private set; }

    /// <summary>How far the grading is.</summary>
    public LtiGrading Grading { get; private set; }

    /// <summary>Words of the tool; empty where there are none.</summary>
    public string Comment { get; private set; } = "";

    /// <summary>Moment that the tool gives to its report (UTC).</summary>
    public DateTime ReportedAt { get; private set; }

    /// <summary>Keeps a report. False where one of the same or a later moment is kept already.</summary>
    public bool Take(double? given, double? maximum, LtiProgress progress, LtiGrading grading, string comment, DateTime reportedAt)
    {
        if (reportedAt <= ReportedAt)
        {
            return false;
        }

        (Given, Maximum, Progress, Grading, Comment, ReportedAt) = (given, maximum, progress, grading, comment, reportedAt);
        return true;
    }
}
