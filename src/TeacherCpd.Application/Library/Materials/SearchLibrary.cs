using System.Linq.Expressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Library;

namespace TeacherCpd.Application.Library.Materials;

/// <summary>What is published in the sections that somebody reads: all words that are looked for, in any of their forms; those of titles first, then the newest.</summary>
/// <param name="Filter">What is looked for.</param>
/// <param name="Page">Page, from 1.</param>
[OpenToAll]
public sealed record SearchLibraryQuery(LibraryFilter Filter, int Page) : IQuery<LibraryFound>;

/// <summary>What is looked for; null and empty: everything.</summary>
/// <param name="Words">Words.</param>
/// <param name="Type">What it is.</param>
/// <param name="Language">Language that it is in.</param>
/// <param name="Subject">Beginning of the subject.</param>
/// <param name="Grade">Grade that it is for.</param>
/// <param name="Year">Year in which it was developed.</param>
/// <param name="SectionId">Section.</param>
/// <param name="WithInactive">Whether what was not confirmed for this school year is found too.</param>
public sealed record LibraryFilter(
    string? Words = null, LibraryType? Type = null, Language? Language = null, string? Subject = null, int? Grade = null, int? Year = null,
    Guid? SectionId = null, bool WithInactive = false)
{
    /// <summary>Longest text that is looked for, in characters; what stands behind is not looked at.</summary>
    public const int WordsLength = 200;
}

/// <summary>What was found.</summary>
/// <param name="Sections">Sections that the user reads.</param>
/// <param name="MayPropose">Whether the user proposes materials to some section.</param>
/// <param name="MayReview">Whether the user decides on proposals.</param>
/// <param name="MayKeep">Whether the user keeps the library.</param>
/// <param name="Returned">Materials of the user that the council returned and that have no next version yet.</param>
public sealed record LibraryFound(Paged<LibraryRow> Materials, IReadOnlyList<LibrarySectionRow> Sections, bool MayPropose, bool MayReview, bool MayKeep, int Returned);

/// <summary>A section.</summary>
public sealed record LibrarySectionRow(Guid Id, LibrarySectionKind Kind, LocalizedText Name, LocalizedText About);

/// <summary>A material that was found.</summary>
/// <param name="IsActive">Whether it was confirmed for this school year.</param>
public sealed record LibraryRow(
    Guid Id, int Number, Guid SectionId, LibraryType Type, LocalizedText Title, LocalizedText Summary, IReadOnlyList<Language> Languages, string Subject,
    int GradeFrom, int GradeTo, int Year, string Authors, bool IsActive);

internal sealed class SearchLibraryHandler(IAppDbContext db, CurrentUser user, LibraryRules rules, TimeProvider time)
    : IRequestHandler<SearchLibraryQuery, Result<LibraryFound>>
{
    private const int ManyWords = 3;

    // both, so that the whole key of a term is known where one is looked for
    private static readonly bool[] Anywhere = [true, false];

    public async Task<Result<LibraryFound>> Handle(SearchLibraryQuery request, CancellationToken cancellationToken)
    {
        var all = await db.AllSectionsAsync(cancellationToken);
        var read = all.FindAll(user.Reads);
        var schoolYear = LibraryYear.Of(time.Today(), rules.SchoolYearMonth);
        var words = await RarestFirstAsync(WordsOf(request.Filter.Words), cancellationToken);
        var found = WithWords(Filtered(request.Filter, read, all.Count, schoolYear), words);
        var page = await Ranked(found, words)
            .Select(e => new { e.Number, e.VersionId, e.SectionId, e.ActiveIn })
            .PageAsync(await found.CountAsync(cancellationToken), request.Page, cancellationToken);

        var ids = page.Items.Select(e => e.VersionId).ToList();
        var versions = await db.LibraryVersions.AsNoTracking().Where(v => ids.Contains(v.Id)).ToDictionaryAsync(v => v.Id, cancellationToken);
        return new LibraryFound(
            new Paged<LibraryRow>(
                [.. page.Items.Select(e => RowOf(versions[e.VersionId], e.Number, e.SectionId, e.ActiveIn >= schoolYear))], page.Number, page.Total),
            [.. read.Select(s => new LibrarySectionRow(s.Id, s.Kind, s.Name, s.About))],
            all.Exists(user.Proposes),
            all.Exists(user.Reviews),
            user.Can(Permission.KeepLibrary),
            user.PersonId is not { } me ? 0 : await db.LibraryMaterials.CountAsync(
                m => m.OwnerId == me && m.Versions.Any(v => v.Status == LibraryStatus.Returned && !m.Versions.Any(later => later.Number > v.Number)), cancellationToken));
    }

    private static LibraryRow RowOf(LibraryVersion version, int number, Guid sectionId, bool isActive)
    {
        var writing = version.Writing;
        return new LibraryRow(
            version.MaterialId, number, sectionId, writing.Type, writing.Title, writing.Summary, [.. writing.Languages], writing.Subject,
            writing.GradeFrom, writing.GradeTo, writing.Year, writing.Authors, isActive);
    }

    private IQueryable<LibraryEntry> Filtered(LibraryFilter filter, List<LibrarySection> read, int sections, int schoolYear)
    {
        IQueryable<LibraryEntry> found = db.LibraryEntries;
        if (filter.SectionId is { } section)
        {
            found = found.Where(e => e.SectionId == section);
        }

        if (read.Count < sections)
        {
            var readable = read.ConvertAll(s => s.Id);
            found = found.Where(e => readable.Contains(e.SectionId));
        }

        if (!filter.WithInactive)
        {
            found = found.Where(e => e.ActiveIn >= schoolYear);
        }

        if (filter.Type is { } type)
        {
            found = found.Where(e => e.Type == type);
        }

        found = filter.Language switch
        {
            Language.Kk => found.Where(e => e.IsKk),
            Language.Ru => found.Where(e => e.IsRu),
            Language.En => found.Where(e => e.IsEn),
            _ => found,
        };
        if (filter.Grade is { } grade)
        {
            found = found.Where(e => e.GradeFrom <= grade && e.GradeTo >= grade);
        }

        if (filter.Year is { } year)
        {
            found = found.Where(e => e.Year == year);
        }

        if (filter.Subject.OrNothing() is { } subject)
        {
            var folded = ForgivingText.Fold(subject);
#pragma warning disable CA1310 // asked of the database, which has no culture
            found = found.Where(e => e.Subject.StartsWith(folded));
#pragma warning restore CA1310
        }

        return found;
    }

    // of many words the rarest finds few materials, in which the others are then looked for one by one; of two, both are found at once
    private IQueryable<LibraryEntry> WithWords(IQueryable<LibraryEntry> found, IReadOnlyList<IReadOnlyList<string>> words)
    {
        foreach (var (terms, at) in words.Select((terms, at) => (terms, at)))
        {
            var numbers = db.LibraryTerms.Where(t => terms.Contains(t.Term)).Select(t => t.Number);
            found = at > 0 && words.Count >= ManyWords
                ? found.Where(e => db.LibraryTerms.Any(t => terms.Contains(t.Term) && Anywhere.Contains(t.InTitle) && t.Number == e.Number))
                : found.Where(e => numbers.Contains(e.Number));
        }

        return found;
    }

    private async Task<IReadOnlyList<IReadOnlyList<string>>> RarestFirstAsync(IReadOnlyList<IReadOnlyList<string>> words, CancellationToken cancellationToken)
    {
        if (words.Count < ManyWords)
        {
            return words;
        }

        var terms = words.SelectMany(w => w).Distinct().ToList();
        var counts = await db.LibraryTerms
            .Where(t => EF.Parameter(terms).Contains(t.Term))
            .GroupBy(t => t.Term)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return [.. words.OrderBy(w => w.Sum(term => counts.GetValueOrDefault(term)))];
    }

    // the rank is how many of the words stand in the title
    private IOrderedQueryable<LibraryEntry> Ranked(IQueryable<LibraryEntry> found, IReadOnlyList<IReadOnlyList<string>> words)
    {
        var entry = Expression.Parameter(typeof(LibraryEntry), "entry");
        var number = Expression.Property(entry, nameof(LibraryEntry.Number));
        Expression? rank = null;
        foreach (var terms in words)
        {
            var numbers = db.LibraryTerms.Where(t => terms.Contains(t.Term) && t.InTitle).Select(t => t.Number);
            var stands = Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(int)], numbers.Expression, number);
            var point = Expression.Condition(stands, Expression.Constant(1), Expression.Constant(0));
            rank = rank is null ? point : Expression.Add(rank, point);
        }

        return (rank is null
            ? found.OrderByDescending(e => e.Year)
            : found.OrderByDescending(Expression.Lambda<Func<LibraryEntry, int>>(rank, entry)).ThenByDescending(e => e.Year)).ThenByDescending(e => e.Number);
    }

    private static IReadOnlyList<IReadOnlyList<string>> WordsOf(string? words) =>
        LibraryWords.LookedFor(words is { Length: > LibraryFilter.WordsLength } ? words[..LibraryFilter.WordsLength] : words);
}
