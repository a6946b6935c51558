using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using TeacherCpd.Application.Audit;
using TeacherCpd.Domain.Audit;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Infrastructure.Persistence;

/// <summary>
/// Refuses to save audited records outside a command and to change or delete the audit itself, and counts up the revision of every root that changed, itself
/// or in what belongs to it.
/// </summary>
internal sealed class AuditedSaveInterceptor(AuditGate gate) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var entries = eventData.Context!.ChangeTracker.Entries().ToList();
        if (!gate.IsOpen && entries.Find(AuditTrail.IsAuditedChange) is { } stray)
        {
            throw new InvalidOperationException($"{stray.Metadata.ClrType.Name} is saved only by a command, with its audit.");
        }

        if (entries.Find(e => e is { Entity: AuditProcess or AuditEvent, State: EntityState.Modified or EntityState.Deleted }) is { } rewritten)
        {
            throw new InvalidOperationException($"{rewritten.Metadata.ClrType.Name} is only ever added.");
        }

        // found by key: a list of thousands of people brings as many owners, and the events of its audit
        var owners = new Lazy<Dictionary<(IEntityType, Guid), EntityEntry>>(() => entries
            .Where(e => e.Entity is Entity)
            .ToDictionary(e => ((IEntityType)e.Metadata, ((Entity)e.Entity).Id)));
        foreach (var root in entries.Where(e => e is { State: EntityState.Modified or EntityState.Added or EntityState.Deleted, Entity: not AuditEvent })
            .Select(e => RootOf(e, owners))
            .OfType<EntityEntry>()
            .Where(e => e.State is EntityState.Modified or EntityState.Unchanged)
            .Distinct()
            .ToList())
        {
            var revision = root.Property(nameof(Aggregate.Revision));
            revision.CurrentValue = (int)revision.OriginalValue! + 1;
        }

        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private static EntityEntry? RootOf(EntityEntry entry, Lazy<Dictionary<(IEntityType Type, Guid Id), EntityEntry>> owners)
    {
        if (entry.Entity is Aggregate)
        {
            return entry;
        }

        foreach (var key in entry.Metadata.GetForeignKeys().Where(k => k.PrincipalToDependent is not null))
        {
            if (entry.Property(key.Properties[0].Name).CurrentValue is Guid id && owners.Value.TryGetValue((key.PrincipalEntityType, id), out var owner))
            {
                return RootOf(owner, owners);
            }
        }

        return null;
    }
}
