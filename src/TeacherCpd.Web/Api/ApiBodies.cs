using TeacherCpd.Application.Exchange;
using TeacherCpd.Application.Exchange.Webhooks;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Web.Api;

/// <summary>Whom to find.</summary>
/// <param name="Iin">National number, 12 digits.</param>
public sealed record FindBody(string Iin);

/// <summary>What was made.</summary>
public sealed record MadeBody(Guid Id);

/// <summary>In which differences our records follow the file.</summary>
public sealed record ConfirmBody(IReadOnlyList<RegisterFinding> Follow);

/// <summary>Which export is asked for.</summary>
/// <param name="PlaceId">Organisation whose subtree it is about.</param>
/// <param name="OnlyChanges">Only people of whom anything changed since the last one of the place.</param>
public sealed record ExportBody(Guid PlaceId, bool OnlyChanges);

/// <summary>An import.</summary>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Left">Rows of the running step that are still to be done.</param>
/// <param name="Counts">How often each difference is there.</param>
/// <param name="Applicable">Differences that may be confirmed.</param>
/// <param name="Confirmed">Differences that were confirmed last.</param>
/// <param name="Written">Records that it wrote and that are not taken back.</param>
public sealed record ImportBody(
    Guid Id,
    RegisterKind Kind,
    DateOnly AsOf,
    RegisterImportStatus Status,
    int Rows,
    int Left,
    IReadOnlyDictionary<string, int> Counts,
    IReadOnlyList<RegisterFinding> Applicable,
    IReadOnlyList<RegisterFinding> Confirmed,
    int Written,
    IReadOnlyList<string> UnknownHeadings)
{
    internal static ImportBody Of(RegisterImportView view) => new(
        view.Id, view.Kind, view.AsOf, view.Status, view.Rows, view.Left, view.Counts.OrderBy(c => c.Key).ToDictionary(c => c.Key.ToString(), c => c.Value),
        view.Applicable, view.Confirmed, view.Written, view.UnknownHeadings);
}

/// <summary>Rows of a kind of difference.</summary>
/// <param name="Finding">Kind; null where there is none of it.</param>
/// <param name="Page">Page, from 1.</param>
public sealed record DifferencesBody(RegisterFinding? Finding, int Page, int Pages, int Total, IReadOnlyList<RegisterDifference> Items)
{
    internal static DifferencesBody Of(RegisterImportView view) =>
        new(view.Shown, view.Differences.Number, view.Differences.Pages, view.Differences.Total, view.Differences.Items);
}

/// <summary>An address to be registered.</summary>
/// <param name="Url">Address, https.</param>
/// <param name="PlaceId">Organisation whose subtree it is about.</param>
/// <param name="Events">Words of what it is told of, for example <c>certificate.issued</c>.</param>
public sealed record WebhookBody(string Url, Guid PlaceId, IReadOnlyList<string> Events)
{
    // a word that is none becomes one that is refused
    internal IReadOnlyList<WebhookEvent> EventKinds => [.. Events.Select(word => WebhookEvents.All.Where(e => e.Word() == word).DefaultIfEmpty(WebhookEvent.Ping).First())];
}

/// <summary>Registered addresses.</summary>
public sealed record WebhooksBody(IReadOnlyList<WebhookItem> Items)
{
    internal static WebhooksBody Of(WebhooksView view) =>
        new([.. view.Webhooks.Select(w => new WebhookItem(w.Id, w.Url, [.. w.Events.Select(e => e.Word())], w.Status, w.FailingSince, w.Waiting, w.Failed))]);
}

/// <summary>A registered address.</summary>
/// <param name="FailingSince">Since when its receiver takes nothing (UTC); null where it took the last message.</param>
/// <param name="Waiting">Messages that wait.</param>
/// <param name="Failed">Messages that were given up.</param>
public sealed record WebhookItem(Guid Id, string Url, IReadOnlyList<string> Events, WebhookStatus Status, DateTime? FailingSince, int Waiting, int Failed);

/// <summary>Messages to an address.</summary>
/// <param name="Page">Page, from 1.</param>
public sealed record DeliveriesBody(WebhookStatus Status, int Page, int Pages, int Total, IReadOnlyList<DeliveryItem> Items)
{
    internal static DeliveriesBody Of(WebhookView view) => new(
        view.Status, view.Deliveries.Number, view.Deliveries.Pages, view.Deliveries.Total,
        [.. view.Deliveries.Items.Select(d => new DeliveryItem(d.Id, d.Event.Word(), d.RecordId, d.At, d.Status, d.NextAt, d.Tries))]);
}

/// <summary>A message.</summary>
/// <param name="Event">What happened.</param>
/// <param name="RecordId">Record it happened to.</param>
/// <param name="NextAt">When it is tried next (UTC); null where it is not.</param>
/// <param name="Tries">Its last tries.</param>
public sealed record DeliveryItem(Guid Id, string Event, Guid RecordId, DateTime At, WebhookDeliveryStatus Status, DateTime? NextAt, IReadOnlyList<TryRow> Tries);
