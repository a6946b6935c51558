using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Library;

namespace TeacherCpd.Application.Library;

/// <summary>Keeps the row and the terms under which a published material is found; who publishes or withdraws cannot forget them.</summary>
internal sealed class LibraryIndex(IAppDbContext db) : IDerivedRecords
{
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        var touched = db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified)
            .Select(e => e.Entity switch
            {
                LibraryMaterial material => material.Id,
                LibraryVersion version => version.MaterialId,
                _ => (Guid?)null,
            })
            .OfType<Guid>()
            .ToHashSet();
        if (touched.Count == 0)
        {
            return;
        }

        var ids = touched.ToList();
        await db.LibraryMaterials.Where(m => ids.Contains(m.Id)).LoadAsync(cancellationToken);
        await db.LibraryVersions.Where(v => ids.Contains(v.MaterialId) && v.Status == LibraryStatus.Published).LoadAsync(cancellationToken);
        var materials = db.LibraryMaterials.Local.Where(m => touched.Contains(m.Id)).ToList();
        var numbers = materials.ConvertAll(m => m.Number);
        var entries = await db.LibraryEntries.Where(e => numbers.Contains(e.Number)).ToDictionaryAsync(e => e.Number, cancellationToken);
        var stale = materials.Where(m => entries.GetValueOrDefault(m.Number)?.VersionId is { } shown && shown != m.Current?.Id).Select(m => m.Number).ToList();
        var terms = stale.Count == 0 ? [] : await db.LibraryTerms.Where(t => stale.Contains(t.Number)).ToListAsync(cancellationToken);
        foreach (var material in materials)
        {
            Follow(material, entries.GetValueOrDefault(material.Number), terms.FindAll(t => t.Number == material.Number));
        }
    }

    private void Follow(LibraryMaterial material, LibraryEntry? entry, List<LibraryTerm> terms)
    {
        if (material.Current is not { } current)
        {
            if (entry is not null)
            {
                db.LibraryEntries.Remove(entry);
                db.LibraryTerms.RemoveRange(terms);
            }

            return;
        }

        if (entry?.VersionId != current.Id)
        {
            // what both versions have stays
            var wanted = LibraryWords.TermsOf(material.Number, current.Writing).ToDictionary(t => (t.Term, t.InTitle));
            db.LibraryTerms.RemoveRange(terms.Where(t => !wanted.Remove((t.Term, t.InTitle))));
            db.LibraryTerms.AddRange(wanted.Values);
        }

        entry ??= db.LibraryEntries.Add(new LibraryEntry { Number = material.Number }).Entity;
        entry.Show(material, current);
    }
}
