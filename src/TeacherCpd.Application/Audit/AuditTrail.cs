using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Audit;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Audit;

/// <summary>
/// Saves a command's changes together with the audit process that tells of them. The chain's end is locked only here,
/// as the last thing before the commit, so that writers wait for each other no longer than needed.
/// </summary>
public sealed class AuditTrail(IAppDbContext db, AuditGate gate, CurrentUser user, TimeProvider time, IEnumerable<IDerivedRecords> derived)
{
    private const string Hidden = "•••";

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Saves. Without changes to audited records nothing is audited.</summary>
    public async Task SaveAsync(string name, CancellationToken cancellationToken)
    {
        db.ChangeTracker.DetectChanges();
        foreach (var records in derived)
        {
            await records.FollowAsync(cancellationToken);
        }

        var changes = db.ChangeTracker.Entries()
            .Where(IsAuditedChange)
            .Select((entry, index) => EventOf(entry, index + 1))
            .ToList();
        gate.IsOpen = true;
        try
        {
            if (changes.Count > 0)
            {
                await AppendAsync(name, changes, cancellationToken);
            }
            else
            {
                await db.SaveChangesAsync(cancellationToken);
            }
        }
        finally
        {
            gate.IsOpen = false;
        }
    }

    /// <summary>Whether an entry is a change that must not be saved without its audit.</summary>
    public static bool IsAuditedChange(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && entry.Entity is Entity and not INotAudited and not AuditProcess and not AuditEvent;

    private async Task AppendAsync(string name, List<AuditEvent> changes, CancellationToken cancellationToken)
    {
        await db.AuditHeads.ExecuteUpdateAsync(h => h.SetProperty(x => x.Sequence, x => x.Sequence + 1), cancellationToken);
        var head = await db.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
        var process = new AuditProcess
        {
            Sequence = head.Sequence,
            Name = name,
            At = time.UtcNow(),
            ActorId = user.PersonId,
            PreviousHash = head.Hash,
        };
        process.Seal(changes);
        db.AuditProcesses.Add(process);
        await db.SaveChangesAsync(cancellationToken);
        await db.AuditHeads.ExecuteUpdateAsync(h => h.SetProperty(x => x.Hash, process.Hash), cancellationToken);
    }

    private static AuditEvent EventOf(EntityEntry entry, int order)
    {
        var values = new Dictionary<string, string?[]>();
        foreach (var property in entry.Properties)
        {
            Add(values, property.Metadata.Name, entry.State, property);
        }

        foreach (var complex in entry.ComplexProperties)
        {
            foreach (var property in complex.Properties)
            {
                Add(values, $"{complex.Metadata.Name}.{property.Metadata.Name}", entry.State, property);
            }
        }

        return new AuditEvent
        {
            Order = order,
            Record = entry.Metadata.ClrType.Name,
            RecordId = ((Entity)entry.Entity).Id.ToString(),
            Change = entry.State switch
            {
                EntityState.Added => AuditChange.Added,
                EntityState.Deleted => AuditChange.Removed,
                _ => AuditChange.Changed,
            },
            Values = JsonSerializer.Serialize(values, Json),
        };
    }

    private static void Add(Dictionary<string, string?[]> values, string name, EntityState state, PropertyEntry property)
    {
        if (name is nameof(Entity.Id) or nameof(Aggregate.Revision))
        {
            return;
        }

        if (property.Metadata.PropertyInfo?.IsDefined(typeof(SecretAttribute), inherit: true) == true)
        {
            if (state != EntityState.Modified || property.IsModified)
            {
                values[name] = [null, Hidden];
            }

            return;
        }

        switch (state)
        {
            case EntityState.Added when property.CurrentValue is not null:
                values[name] = [null, Text(property.CurrentValue)];
                break;
            case EntityState.Modified when property.IsModified:
                values[name] = [Text(property.OriginalValue), Text(property.CurrentValue)];
                break;
            case EntityState.Deleted:
                values[name] = [Text(property.OriginalValue), null];
                break;
        }
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}

/// <summary>Open while the changes of this scope are being saved with their audit; the context saves nothing else.</summary>
public sealed class AuditGate
{
    /// <summary>Whether audited records may be saved now.</summary>
    public bool IsOpen { get; internal set; }
}
