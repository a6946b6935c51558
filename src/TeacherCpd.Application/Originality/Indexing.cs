using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Originality;
using TeacherCpd.Originality.Index;

namespace TeacherCpd.Application.Originality;

/// <summary>Puts texts into the index of fingerprints.</summary>
public static class Indexing
{
    /// <summary>The series of the numbers of indexed documents, in the order of handing in.</summary>
    public const string Series = "index";

    /// <summary>
    /// The document with the next number. Numbers are taken in the transaction of handing in: whoever sees one sees all
    /// smaller ones, so a check of this document misses none that came before it.
    /// </summary>
    public static async Task<IndexedDocument> IndexAsync(this IAppDbContext db, Guid materialId, string text, CancellationToken cancellationToken) =>
        Document(await db.NextNumberAsync(Series, cancellationToken), materialId, PreparedText.From(text));

    /// <summary>The document of a text.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="documentId">Its id.</param>
    /// <param name="text">The text.</param>
    public static IndexedDocument Document(int number, Guid documentId, PreparedText text) => new()
    {
        Number = number,
        DocumentId = documentId,
        FormatVersion = PreparedText.FormatVersion,
        Fingerprints = PackedFingerprints.Pack(Fingerprints.OfDocument(text, Fingerprints.WindowFor(number))),
    };

    /// <summary>Documents that an older version of the engine prepared.</summary>
    public static IQueryable<IndexedDocument> OutdatedDocuments(this IAppDbContext db) =>
        db.IndexedDocuments.Where(d => d.FormatVersion < PreparedText.FormatVersion);
}
