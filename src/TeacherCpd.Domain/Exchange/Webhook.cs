using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Exchange;

/// <summary>What programs of others are told of.</summary>
public enum WebhookEvent
{
    /// <summary>Nothing happened: the receiver is asked to prove that it expects messages.</summary>
    Ping,

    /// <summary>A certificate was issued.</summary>
    CertificateIssued,

    /// <summary>A certificate was suspended, restored, revoked or replaced.</summary>
    CertificateChanged,

    /// <summary>A qualification category was given or recorded.</summary>
    CategoryGiven,

    /// <summary>A record of a category was corrected or annulled.</summary>
    CategoryChanged,

    /// <summary>The differences of an import are there.</summary>
    ImportCompared,

    /// <summary>What was confirmed of an import is written.</summary>
    ImportApplied,

    /// <summary>An import is taken back.</summary>
    ImportUndone,

    /// <summary>An export can be fetched.</summary>
    ExportReady,
}

/// <summary>Events as messages name them.</summary>
public static class WebhookEvents
{
    /// <summary>The events that can be asked for.</summary>
    public static readonly IReadOnlyList<WebhookEvent> All = [.. Enum.GetValues<WebhookEvent>().Where(e => e != WebhookEvent.Ping)];

    /// <summary>The word for an event.</summary>
    public static string Word(this WebhookEvent happened) => happened switch
    {
        WebhookEvent.Ping => "ping",
        WebhookEvent.CertificateIssued => "certificate.issued",
        WebhookEvent.CertificateChanged => "certificate.changed",
        WebhookEvent.CategoryGiven => "category.given",
        WebhookEvent.CategoryChanged => "category.changed",
        WebhookEvent.ImportCompared => "import.compared",
        WebhookEvent.ImportApplied => "import.applied",
        WebhookEvent.ImportUndone => "import.undone",
        WebhookEvent.ExportReady => "export.ready",
    };
}

/// <summary>Where a webhook is.</summary>
public enum WebhookStatus
{
    /// <summary>Its receiver has not yet answered as one that expects messages.</summary>
    Unproven,

    /// <summary>It is told of what happens.</summary>
    Active,

    /// <summary>It is told nothing: its receiver was away too long, or its owner may no longer see what it tells.</summary>
    Paused,

    /// <summary>Taken away.</summary>
    Ended,
}

/// <summary>
/// An address of another system that is told of what happens below an organisation. The message says that something happened to which record;
/// what the record says now is asked through the interface, by whoever may.
/// </summary>
public sealed class Webhook : Aggregate
{
    /// <summary>Longest address, in characters.</summary>
    public const int UrlMaxLength = 500;

    /// <summary>Most webhooks of a person that are not ended.</summary>
    public const int MostOfAPerson = 20;

    /// <summary>How long a receiver may be away before the webhook is paused.</summary>
    public static readonly TimeSpan LongestAway = TimeSpan.FromDays(7);

    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<WebhookStatus> States = new(
        (WebhookStatus.Unproven, [WebhookStatus.Active, WebhookStatus.Ended]),
        (WebhookStatus.Active, [WebhookStatus.Paused, WebhookStatus.Ended]),
        (WebhookStatus.Paused, [WebhookStatus.Unproven, WebhookStatus.Ended]));

    // a minute after the first failure, then ever longer: two days away cost some fifteen tries
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6),
    ];

    /// <summary>Who registered it; it tells only what this person may see.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Organisation whose subtree it is about.</summary>
    public required Guid PlaceId { get; init; }

    /// <summary>Address of the receiver.</summary>
    public required string Url { get; init; }

    /// <summary>Names of <see cref="WebhookEvent"/>, parted by commas.</summary>
    public required string EventNames { get; init; }

    /// <summary>Key of the signatures, protected by the keys of the site.</summary>
    [Secret]
    public required string ProtectedKey { get; init; }

    /// <summary>When it was registered (UTC).</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>State.</summary>
    public WebhookStatus Status { get; private set; }

    /// <summary>Since when its receiver has not taken a message (UTC); null where it took the last.</summary>
    public DateTime? FailingSince { get; private set; }

    /// <summary>Failures since its receiver last took a message.</summary>
    public int Failures { get; private set; }

    /// <summary>Until when its receiver is left alone (UTC): one that is down is not asked once for each message.</summary>
    public DateTime? RestsUntil { get; private set; }

    /// <summary>Events it is told of.</summary>
    public IReadOnlyList<WebhookEvent> Events => [.. EventNames.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<WebhookEvent>)];

    /// <summary>How long to wait after some failures in a row.</summary>
    /// <param name="failures">From 1.</param>
    public static TimeSpan WaitAfter(int failures) => Waits[Math.Clamp(failures, 1, Waits.Length) - 1];

    /// <summary>Moves to another state. One that is tried anew begins without failures.</summary>
    public Error? Move(WebhookStatus to)
    {
        var error = States.Check(Status, to);
        if (error is null)
        {
            Status = to;
            (FailingSince, Failures, RestsUntil) = (null, 0, null);
        }

        return error;
    }

    /// <summary>Its receiver took a message.</summary>
    public void Took() => (FailingSince, Failures, RestsUntil) = (null, 0, null);

    /// <summary>Its receiver did not take a message. After <see cref="LongestAway"/> it is paused.</summary>
    public void Failed(DateTime at)
    {
        FailingSince ??= at;
        Failures++;
        RestsUntil = at + WaitAfter(Failures);
        if (Status == WebhookStatus.Active && at - FailingSince >= LongestAway)
        {
            Move(WebhookStatus.Paused);
        }
    }
}

/// <summary>Where a message is.</summary>
public enum WebhookDeliveryStatus
{
    /// <summary>Waits for its time.</summary>
    Waiting,

    /// <summary>Taken by one sender.</summary>
    Sending,

    /// <summary>The receiver took it.</summary>
    Delivered,

    /// <summary>The receiver was tried long enough; a person may send it again.</summary>
    Failed,
}

/// <summary>
/// A message to a receiver: written in the transaction of what it tells of, sent until it is taken. It may arrive twice and not in order; its id
/// stays the same, so that a receiver knows it.
/// </summary>
public sealed class WebhookDelivery : Aggregate
{
    /// <summary>Tries after which a message is given up: with its waits it is tried for more than two days.</summary>
    public const int MostTries = 16;

    /// <summary>How long messages are kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    /// <summary>After this time a sender that has not reported is taken to be gone.</summary>
    public static readonly TimeSpan SentWithin = TimeSpan.FromMinutes(5);

    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<WebhookDeliveryStatus> States = new(
        (WebhookDeliveryStatus.Waiting, [WebhookDeliveryStatus.Sending, WebhookDeliveryStatus.Failed]),
        (WebhookDeliveryStatus.Sending, [WebhookDeliveryStatus.Delivered, WebhookDeliveryStatus.Waiting, WebhookDeliveryStatus.Failed]),
        (WebhookDeliveryStatus.Delivered, [WebhookDeliveryStatus.Waiting]),
        (WebhookDeliveryStatus.Failed, [WebhookDeliveryStatus.Waiting]));

    /// <summary>Receiver.</summary>
    public required Guid WebhookId { get; init; }

    /// <summary>What happened.</summary>
    public required WebhookEvent Event { get; init; }

    /// <summary>Record it happened to: a certificate, a category, an import, an export; of a ping the webhook.</summary>
    public required Guid RecordId { get; init; }

    /// <summary>Person whose record it is; null where it is nobody's.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTime At { get; init; }

    /// <summary>State.</summary>
    public WebhookDeliveryStatus Status { get; private set; }

    /// <summary>When it is sent next, or was taken by a sender (UTC).</summary>
    public required DateTime NextAt { get; set; }

    /// <summary>Tries since it was last put into the queue.</summary>
    public int Tries { get; private set; }

    /// <summary>One sender takes it.</summary>
    public Error? Take(DateTime at)
    {
        var error = Move(WebhookDeliveryStatus.Sending, at);
        Tries += error is null ? 1 : 0;
        return error;
    }

    /// <summary>The receiver took it.</summary>
    public Error? Deliver(DateTime at) => Move(WebhookDeliveryStatus.Delivered, at);

    /// <summary>The receiver did not take it: it waits for the next try, or is given up.</summary>
    public Error? Miss(DateTime at) =>
        Tries >= MostTries ? Move(WebhookDeliveryStatus.Failed, at) : Move(WebhookDeliveryStatus.Waiting, at + Webhook.WaitAfter(Tries));

    /// <summary>It was not tried, since the receiver is left alone for now.</summary>
    public Error? PutBack(DateTime until)
    {
        var error = Move(WebhookDeliveryStatus.Waiting, until);
        Tries -= error is null ? 1 : 0;
        return error;
    }

    /// <summary>It is not tried any more.</summary>
    public Error? GiveUp(DateTime at) => Move(WebhookDeliveryStatus.Failed, at);

    /// <summary>A person has it sent again.</summary>
    public Error? Replay(DateTime at)
    {
        var error = Status is WebhookDeliveryStatus.Sending ? States.Check(Status, WebhookDeliveryStatus.Waiting) : Move(WebhookDeliveryStatus.Waiting, at);
        Tries = error is null ? 0 : Tries;
        return error;
    }

    private StepNotAllowed? Move(WebhookDeliveryStatus to, DateTime at)
    {
        var error = States.Check(Status, to);
        (Status, NextAt) = error is null ? (to, at) : (Status, NextAt);
        return error;
    }
}

/// <summary>Why a try failed.</summary>
public enum WebhookFault
{
    /// <summary>It did not fail.</summary>
    None,

    /// <summary>No connection: unknown name, nobody listening, a certificate that is not trusted.</summary>
    NoConnection,

    /// <summary>No answer in time.</summary>
    TooSlow,

    /// <summary>An address inside a network that is not open to everybody.</summary>
    PrivateAddress,

    /// <summary>A status that is no success; redirections are not followed.</summary>
    Refused,

    /// <summary>A ping was answered, but not with what it asked to be answered with.</summary>
    NotProven,
}

/// <summary>One try of a message: the log of a webhook. What a receiver answers is not kept, only how much and of which kind.</summary>
public sealed class WebhookTry : Entity, INotAudited
{
    /// <summary>Longest kind of content, in characters.</summary>
    public const int ContentTypeLength = 100;

    /// <summary>Message.</summary>
    public required Guid DeliveryId { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime At { get; init; }

    /// <summary>Status of the answer; null without one.</summary>
    public required int? Status { get; init; }

    /// <summary>Why it failed.</summary>
    public required WebhookFault Fault { get; init; }

    /// <summary>Milliseconds until the answer or the failure.</summary>
    public required int Milliseconds { get; init; }

    /// <summary>Kind of the answer's content as the receiver names it; empty where it names none.</summary>
    public required string ContentType { get; init; }
}
