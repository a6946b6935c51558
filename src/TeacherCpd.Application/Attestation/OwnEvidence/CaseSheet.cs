using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Attestation.Essays;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;

namespace TeacherCpd.Application.Attestation.OwnEvidence;

/// <summary>The sheet of a case, criterion by criterion: what is claimed, what is marked, and what shows it.</summary>
/// <param name="Criteria">Criteria in the order of the sheet.</param>
/// <param name="Claimed">Sum of what the candidate claims.</param>
/// <param name="Total">Sum of what is marked, as the rules count it; null while nothing is.</param>
/// <param name="Threshold">Points needed; null where the rules cannot tell.</param>
/// <param name="Year">Observation sheets of the school year of the case; null where the edition says nothing of them.</param>
/// <param name="Observations">Those sheets.</param>
/// <param name="AsksEssay">Whether the edition asks for an essay.</param>
/// <param name="Essay">The essay; null where nothing is written.</param>
public sealed record CaseSheet(
    IReadOnlyList<CriterionView> Criteria,
    int Claimed,
    decimal? Total,
    int? Threshold,
    ObservationYear? Year,
    IReadOnlyList<ObservationLine> Observations,
    bool AsksEssay,
    EssayView? Essay)
{
    /// <summary>Criteria with something to show: a claim, points or evidence.</summary>
    public IEnumerable<CriterionView> Filled => Criteria.Where(c => c.Claimed is not null || c.Points is not null || c.Evidence.Count > 0);
}

/// <summary>A criterion of a case.</summary>
/// <param name="Label">What the edition calls it; null where it only has a number.</param>
/// <param name="Needed">Points that the sheet names for the category claimed; null where it names none.</param>
/// <param name="Most">Most points it can give.</param>
/// <param name="Claimed">What the candidate claims; null for nothing.</param>
/// <param name="Points">What is marked; null while nothing is.</param>
/// <param name="MarkedBy">Who marked it; null where that is not known.</param>
/// <param name="Reason">Why it differs from the claim; empty where nothing is said.</param>
public sealed record CriterionView(
    string Number,
    string? Label,
    int? Needed,
    int Most,
    int? Claimed,
    int? Points,
    string? MarkedBy,
    string Reason,
    IReadOnlyList<CaseEvidenceView> Evidence);

/// <summary>An item in a case.</summary>
/// <param name="NewerExists">Whether the item has another file now than the case was given.</param>
public sealed record CaseEvidenceView(
    Guid Id,
    Guid ItemId,
    EvidenceKind Kind,
    string Title,
    DateOnly On,
    EvidenceLevel? Level,
    EvidenceOrigin Origin,
    Guid? OriginId,
    string? Reference,
    string? FileName,
    string? Sha256,
    bool NewerExists);

/// <summary>A signed observation sheet, as a line.</summary>
public sealed record ObservationLine(Guid Id, DateOnly On, int LessonNumber, string Subject, ObserverPart Part, string Observer, int Points, string Answer);

/// <summary>Puts the sheet of a case together.</summary>
internal static class CaseSheets
{
    /// <summary>The sheet of a case that was loaded with its scores, claims and evidence: four queries at most.</summary>
    public static async Task<CaseSheet> SheetOfAsync(
        this IAppDbContext db, AttestationCase attestationCase, Evaluation evaluation, CancellationToken cancellationToken)
    {
        var itemIds = attestationCase.Evidence.Select(e => e.ItemId).ToList();
        var hashes = itemIds.Count == 0 ? [] : await db.EvidenceItems
            .Where(i => itemIds.Contains(i.Id))
            .Select(i => new { i.Id, i.FileSha256 })
            .ToDictionaryAsync(i => i.Id, i => i.FileSha256, cancellationToken);
        var markers = attestationCase.Scores.Select(s => s.MarkedBy).OfType<Guid>().Distinct().ToList();
        var names = markers.Count == 0 ? [] : await db.Persons
            .Where(p => markers.Contains(p.Id))
            .Select(p => new { p.Id, Name = p.FamilyName + " " + p.GivenName })
            .ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        var observations = await db.ObservationsOfYearAsync(attestationCase.PersonId, evaluation.Rules, Clock.DayOf(attestationCase.OpenedAt), cancellationToken);

        var known = evaluation.Sheet?.Sheet.Criteria.ToDictionary(c => c.Number) ?? [];
        var numbers = evaluation.Criteria
            .Concat(attestationCase.Scores.Select(s => s.Criterion).Concat(attestationCase.Evidence.Select(e => e.Criterion)).Order(StringComparer.Ordinal))
            .Distinct();
        var criteria = numbers.Select(number =>
        {
            var criterion = known.GetValueOrDefault(number);
            var score = attestationCase.Scores.FirstOrDefault(s => s.Criterion == number);
            return new CriterionView(
                number,
                criterion?.Label,
                criterion is not null && criterion.Points.TryGetValue(attestationCase.ClaimedCategory, out var points) ? points : null,
                criterion?.MostPoints ?? 0,
                attestationCase.Claims.FirstOrDefault(c => c.Criterion == number)?.Points,
                score?.Points,
                score?.MarkedBy is { } by ? names.GetValueOrDefault(by) : null,
                score?.Reason ?? "",
                [.. attestationCase.Evidence.Where(e => e.Criterion == number).OrderByDescending(e => e.On).ThenBy(e => e.Id).Select(e => new CaseEvidenceView(
                    e.Id,
                    e.ItemId,
                    e.Kind,
                    e.Title,
                    e.On,
                    e.Level,
                    e.Origin,
                    e.OriginId,
                    e.Reference,
                    e.FileName,
                    e.FileSha256,
                    hashes.TryGetValue(e.ItemId, out var now) && now != e.FileSha256))]);
        }).ToList();
        return new CaseSheet(
            criteria,
            attestationCase.Claims.Sum(c => c.Points),
            attestationCase.Scores.Count == 0 ? null : evaluation.Answer.SheetTotal,
            evaluation.Answer.SheetThreshold,
            evaluation.Rules.Observation is { } rules ? ObservationYear.Of(rules, [.. observations.Select(o => new ObservedPoints(o.On, o.LessonNumber, o.Part, o.Points))]) : null,
            observations,
            evaluation.Rules.Essay is not null,
            await db.EssayOfAsync(attestationCase.Id, cancellationToken));
    }

    /// <summary>Signed observation sheets of a teacher in the school year of a day, by day.</summary>
    public static async Task<IReadOnlyList<ObservationLine>> ObservationsOfYearAsync(
        this IAppDbContext db, Guid teacherId, AttestationRules rules, DateOnly day, CancellationToken cancellationToken)
    {
        var first = rules.SchoolYear.StartOf(day);
        var next = first.AddYears(1);
        return await (
            from sheet in db.LessonObservations
            join observer in db.Persons on sheet.ObserverId equals observer.Id
            where sheet.TeacherId == teacherId && sheet.On >= first && next > sheet.On
                && (sheet.Status == ObservationStatus.SignedOff || sheet.Status == ObservationStatus.Acknowledged)
            orderby sheet.On, sheet.LessonNumber, sheet.SignedAt
            select new ObservationLine(
                sheet.Id, sheet.On, sheet.LessonNumber, sheet.Subject, sheet.Part, observer.FamilyName + " " + observer.GivenName, sheet.Points, sheet.Answer))
            .ToListAsync(cancellationToken);
    }
}
