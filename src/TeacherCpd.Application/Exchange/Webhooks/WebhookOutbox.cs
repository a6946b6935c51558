using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Webhooks;

/// <summary>
/// Writes the messages of what a command changed, in its transaction: whoever issues a certificate or gives a category cannot forget the systems that
/// wait for it.
/// </summary>
internal sealed class WebhookOutbox(IAppDbContext db, IBackgroundJobs jobs, TimeProvider time) : IDerivedRecords
{
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        var happened = db.ChangeTracker.Entries().Select(Happened).OfType<Happening>().ToList();
        if (happened.Count == 0)
        {
            return;
        }

        var hooks = await (
            from webhook in db.Webhooks
            where webhook.Status == WebhookStatus.Active
            join place in db.Organisations on webhook.PlaceId equals place.Id
            orderby webhook.Id
            select new { webhook.Id, webhook.EventNames, place.Path }).ToListAsync(cancellationToken);
        if (hooks.Count == 0)
        {
            return;
        }

        var places = await PathsAsync([.. happened.Select(h => h.PersonId).OfType<Guid>().Distinct()], [.. happened.Select(h => h.PlaceId).OfType<Guid>().Distinct()], cancellationToken);
        var now = time.UtcNow();
        foreach (var hook in hooks)
        {
            var wanted = hook.EventNames.Split(',').Select(Enum.Parse<WebhookEvent>).ToHashSet();
            foreach (var one in happened.Where(h => wanted.Contains(h.Event) && places[h.PersonId ?? h.PlaceId!.Value].Any(path => path.StartsWith(hook.Path, StringComparison.Ordinal))))
            {
                db.WebhookDeliveries.Add(new WebhookDelivery { WebhookId = hook.Id, Event = one.Event, RecordId = one.RecordId, PersonId = one.PersonId, At = now, NextAt = now });
                jobs.SendWebhooks();
            }
        }
    }

    /// <summary>The message that asks a receiver to prove itself.</summary>
    internal static WebhookDelivery PingOf(Webhook webhook, DateTime at) =>
        new() { WebhookId = webhook.Id, Event = WebhookEvent.Ping, RecordId = webhook.Id, At = at, NextAt = at };

    private static Happening? Happened(EntityEntry entry) => (entry.State, entry.Entity) switch
    {
        (EntityState.Added, Certificate certificate) => new(WebhookEvent.CertificateIssued, certificate.Id, certificate.PersonId, null),
        (EntityState.Modified, Certificate certificate) when IsNew(entry, nameof(Certificate.Status)) => new(WebhookEvent.CertificateChanged, certificate.Id, certificate.PersonId, null),
        (EntityState.Added, CategoryRecord record) => new(WebhookEvent.CategoryGiven, record.Id, record.PersonId, null),
        (EntityState.Modified, CategoryRecord record) => new(WebhookEvent.CategoryChanged, record.Id, record.PersonId, null),
        (EntityState.Modified, RegisterImport import) when IsNew(entry, nameof(RegisterImport.Status)) && EventOf(import.Status) is { } step => new(step, import.Id, null, import.PlaceId),
        (EntityState.Modified, RegisterExport { Status: RegisterExportStatus.Ready } export) when IsNew(entry, nameof(RegisterExport.Status)) =>
            new(WebhookEvent.ExportReady, export.Id, null, export.PlaceId),
        _ => null,
    };

    private static bool IsNew(EntityEntry entry, string property) => entry.Property(property).IsModified;

    private static WebhookEvent? EventOf(RegisterImportStatus status) => status switch
    {
        RegisterImportStatus.Compared => WebhookEvent.ImportCompared,
        RegisterImportStatus.Applied => WebhookEvent.ImportApplied,
        RegisterImportStatus.Undone => WebhookEvent.ImportUndone,
        _ => null,
    };

    // where people work today, and where the places of imports and exports stand
    private async Task<ILookup<Guid, string>> PathsAsync(List<Guid> people, List<Guid> places, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var work = people.Count == 0
            ? []
            : await (
                from person in db.Persons
                where EF.Parameter(people).Contains(person.Id)
                from employment in person.Employments
                where employment.From <= today && (employment.To == null || employment.To >= today)
                join place in db.Organisations on employment.OrganisationId equals place.Id
                select new { Id = person.Id, place.Path }).ToListAsync(cancellationToken);
        var own = places.Count == 0
            ? []
            : await db.Organisations.Where(o => EF.Parameter(places).Contains(o.Id)).Select(o => new { o.Id, o.Path }).ToListAsync(cancellationToken);
        return work.Concat(own).ToLookup(p => p.Id, p => p.Path);
    }

    private sealed record Happening(WebhookEvent Event, Guid RecordId, Guid? PersonId, Guid? PlaceId);
}
