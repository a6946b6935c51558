using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>What a reader may see of a source.</summary>
/// <param name="Source">Number of the source.</param>
/// <param name="IsWhole">Whether it is the whole text; otherwise the matches with a few words around.</param>
/// <param name="Pieces">Its pieces in order. Names of whoever wrote it are hidden.</param>
public sealed record SourceText(int Source, bool IsWhole, IReadOnlyList<SourcePiece> Pieces);

/// <summary>A piece of the text of a source.</summary>
/// <param name="Text">The text; empty for a match whose place another one holds.</param>
/// <param name="Match">Number of the match that it is, or null.</param>
/// <param name="Begins">Whether the match begins here.</param>
/// <param name="IsGap">Whether text was left out before it.</param>
public sealed record SourcePiece(string Text, int? Match, bool Begins, bool IsGap);

/// <summary>Where a source was handed in.</summary>
internal sealed class SourcePlace
{
    public required MaterialPlace Place { get; init; }

    public required string BranchPath { get; init; }
}

/// <summary>
/// Reads the sources of a report as far as its reader may see them: the whole text of the own works, of those of the own groups
/// and of the own branch; of all others only what matches, with a few words around it.
/// </summary>
internal sealed class SourceTexts(IAppDbContext db)
{
    /// <summary>Words shown before and after a match of a source that may not be read whole.</summary>
    public const int WordsAround = 12;

    /// <summary>The places of the sources of a check.</summary>
    public async Task<Dictionary<Guid, SourcePlace>> PlacesAsync(OriginalityCheck check, CancellationToken cancellationToken)
    {
        var ids = check.Sources.Select(s => s.SourceMaterialId).ToList();
        return ids.Count == 0 ? [] : await (
            from place in db.MaterialPlaces()
            where EF.Parameter(ids).Contains(place.MaterialId)
            join branch in db.Organisations on place.BranchId equals branch.Id
            select new SourcePlace { Place = place, BranchPath = branch.Path }).ToDictionaryAsync(p => p.Place.MaterialId, cancellationToken);
    }

    /// <summary>The texts of the sources that have a match.</summary>
    /// <param name="places">Places of the sources.</param>
    /// <param name="sources">Sources as they are shown.</param>
    /// <param name="matches">Matches to show.</param>
    /// <param name="whole">Number of the source that is wanted whole; null: all of them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<SourceText>> TextsAsync(
        Dictionary<Guid, SourcePlace> places, Dictionary<Guid, SourceView> sources, List<FoundMatch> matches, int? whole, CancellationToken cancellationToken)
    {
        var ids = matches.Select(m => m.Passage.SourceMaterialId).Distinct().ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var texts = await db.PortfolioTexts
            .Where(t => EF.Parameter(ids).Contains(t.MaterialId))
            .Select(t => new { t.MaterialId, t.Text })
            .ToListAsync(cancellationToken);
        var authors = texts.Select(t => places[t.MaterialId].Place.PersonId).Distinct().ToList();
        var names = await db.Persons
            .Where(p => EF.Parameter(authors).Contains(p.Id))
            .Select(p => new { p.Id, p.FamilyName, p.GivenName, p.Patronymic })
            .ToDictionaryAsync(p => p.Id, p => new[] { p.FamilyName, p.GivenName, p.Patronymic ?? "" }, cancellationToken);
        var schools = (await (
            from person in db.Persons
            where EF.Parameter(authors).Contains(person.Id)
            from employment in person.Employments
            join organisation in db.Organisations on employment.OrganisationId equals organisation.Id
            select new { person.Id, organisation.Name }).ToListAsync(cancellationToken)).ToLookup(s => s.Id, s => s.Name);
        return
        [
            .. texts
                .Select(t =>
                {
                    var (source, author) = (sources[t.MaterialId], places[t.MaterialId].Place.PersonId);
                    var isWhole = source.MayReadWhole && (whole is null || whole == source.Number);
                    var hidden = NameHider.Find(t.Text, names[author], schools[author].SelectMany(n => new[] { n.Kk, n.Ru, n.En }));
                    return new SourceText(source.Number, isWhole, Cut(t.Text, [.. matches.Where(m => m.Passage.SourceMaterialId == t.MaterialId)], hidden, isWhole));
                })
                .OrderBy(t => t.Source),
        ];
    }

    /// <summary>Cuts the text of a source into pieces.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="matches">Matches in it, in the order of the checked text; where two share a place, the first one is marked.</param>
    /// <param name="hidden">What must not be read, in order, without overlap.</param>
    /// <param name="isWhole">Whether all of it is shown.</param>
    internal static IReadOnlyList<SourcePiece> Cut(string text, IReadOnlyList<FoundMatch> matches, IReadOnlyList<HiddenRange> hidden, bool isWhole)
    {
        var owner = new int[text.Length];
        foreach (var match in matches)
        {
            var place = owner.AsSpan(match.Passage.SourceStart, Math.Min(match.Passage.SourceLength, text.Length - match.Passage.SourceStart));
            for (var i = 0; i < place.Length; i++)
            {
                place[i] = place[i] == 0 ? match.Match.Number : place[i];
            }
        }

        var isHidden = new bool[text.Length];
        foreach (var range in hidden)
        {
            isHidden.AsSpan(range.Start, range.Length).Fill(true);
        }

        List<SourcePiece> pieces = [];
        var begun = new HashSet<int>();
        var last = 0;
        foreach (var (from, to) in isWhole ? [(0, text.Length)] : Windows(text, matches))
        {
            var isGap = from > last;
            for (var start = from; start < to;)
            {
                var end = start + 1;
                while (end < to && owner[end] == owner[start] && isHidden[end] == isHidden[start])
                {
                    end++;
                }

                // a match whose place others hold is still to be found
                foreach (var match in matches.Where(m => m.Passage.SourceStart >= start && m.Passage.SourceStart < end && m.Match.Number != owner[start]))
                {
                    if (begun.Add(match.Match.Number))
                    {
                        pieces.Add(new SourcePiece("", match.Match.Number, true, isGap));
                        isGap = false;
                    }
                }

                int? number = owner[start] == 0 ? null : owner[start];
                pieces.Add(new SourcePiece(
                    isHidden[start] ? MarkedText.Hidden : text[start..end], number, number is { } n && begun.Add(n), isGap));
                isGap = false;
                start = end;
            }

            last = to;
        }

        return pieces;
    }

    private static List<(int From, int To)> Windows(string text, IReadOnlyList<FoundMatch> matches)
    {
        List<(int From, int To)> windows = [];
        foreach (var passage in matches.Select(m => m.Passage).OrderBy(p => p.SourceStart))
        {
            var (from, to) = (Before(text, passage.SourceStart), After(text, Math.Min(text.Length, passage.SourceStart + passage.SourceLength)));
            if (windows.Count > 0 && from <= windows[^1].To)
            {
                windows[^1] = (windows[^1].From, Math.Max(windows[^1].To, to));
            }
            else
            {
                windows.Add((from, to));
            }
        }

        return windows;
    }

    private static int Before(string text, int at)
    {
        for (var words = 0; at > 0; at--)
        {
            if (char.IsWhiteSpace(text[at - 1]) && at < text.Length && !char.IsWhiteSpace(text[at]) && ++words > WordsAround)
            {
                break;
            }
        }

        return at;
    }

    private static int After(string text, int at)
    {
        for (var words = 0; at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at]) && at > 0 && !char.IsWhiteSpace(text[at - 1]) && ++words > WordsAround)
            {
                break;
            }
        }

        return at;
    }
}
