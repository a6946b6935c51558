using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
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

        foreach (var root in entries.Where(e => e.State is EntityState.Modified or EntityState.Added or EntityState.Deleted)
            .Select(e => RootOf(e, entries))
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

    private static EntityEntry? RootOf(EntityEntry entry, List<EntityEntry> all)
    {
        if (entry.Entity is Aggregate)
        {
            return entry;
        }

        foreach (var key in entry.Metadata.GetForeignKeys().Where(k => k.PrincipalToDependent is not null))
        {
            var id = entry.Property(key.Properties[0].Name).CurrentValue;
            var owner = all.Find(e => e.Metadata == key.PrincipalEntityType && Equals(((Entity)e.Entity).Id, id));
            if (owner is not null)
            {
                return RootOf(owner, all);
            }
        }

        return null;
    }
}
