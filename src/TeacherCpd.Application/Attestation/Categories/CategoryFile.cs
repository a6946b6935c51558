using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Categories;

/// <summary>A recorded category, with all that it rests on.</summary>
/// <param name="Format">System by which it was given.</param>
/// <param name="Commission">Commission or body that gave it; null where nobody said.</param>
/// <param name="AnnulledAt">When it was found to be entered wrongly; null while it stands.</param>
/// <param name="MayAnnul">Whether it may be taken back as entered wrongly: what a commission decided here may not.</param>
public sealed record CategoryEntry(
    Guid Id,
    string Category,
    CategoryFormat Format,
    DateOnly GrantedOn,
    DateOnly? ValidUntil,
    CategoryBasis Basis,
    string? Paragraph,
    string Ground,
    LocalizedText? Commission,
    DateTime? AnnulledAt,
    string? AnnulReason,
    bool MayAnnul);

/// <summary>A time away.</summary>
public sealed record PauseEntry(Guid Id, PauseKind Kind, DateOnly From, DateOnly? To, string Ground, DateTime? AnnulledAt, string? AnnulReason);

/// <summary>A post held.</summary>
public sealed record PostEntry(LocalizedText Organisation, Position Position, DateOnly From, DateOnly? To);

/// <summary>
/// What is recorded of a person's categories: shown alike to the teacher and to whoever keeps it.
/// </summary>
/// <param name="Standing">Where the person stands today.</param>
/// <param name="Now">Category held; null for none.</param>
/// <param name="EndsOn">Last day of its term, pauses counted in; null without a term, or while it stands still.</param>
/// <param name="StandsStill">Whether the person is away and the term stands still.</param>
/// <param name="PauseParagraph">Paragraph by which pauses stop the term.</param>
/// <param name="PensionFrom">Day from which the person is free of attestation before the pension; null where the edition names no age.</param>
/// <param name="PensionParagraph">Paragraph of that exemption.</param>
/// <param name="PensionNow">Whether it holds today.</param>
public sealed record CategoryFile(
    CategoryStanding Standing,
    CategoryEntry? Now,
    DateOnly? EndsOn,
    bool StandsStill,
    string PauseParagraph,
    DateOnly? PensionFrom,
    string PensionParagraph,
    bool PensionNow,
    IReadOnlyList<CategoryEntry> Entries,
    IReadOnlyList<PauseEntry> Pauses,
    IReadOnlyList<PostEntry> Posts)
{
    /// <summary>Reads it: three queries.</summary>
    internal static async Task<CategoryFile> ReadAsync(
        IAppDbContext db, Guid personId, string iin, AttestationRules rules, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await (
            from record in db.CategoryRecords.IgnoreQueryFilters()
            where record.PersonId == personId
            join own in db.AttestationCases on record.CaseId equals own.Id into cases
            from decided in cases.DefaultIfEmpty()
            join commission in db.Commissions on decided.CommissionId equals commission.Id into commissions
            from gave in commissions.DefaultIfEmpty()
            orderby record.GrantedOn descending, record.Id descending
            select new { Record = record, Commission = gave == null ? null : gave.Name })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var entries = rows.ConvertAll(r => new CategoryEntry(
            r.Record.Id,
            r.Record.Category,
            r.Record.Format,
            r.Record.GrantedOn,
            r.Record.ValidUntil,
            r.Record.CaseId is null ? r.Record.Basis : CategoryBasis.Commission,
            r.Record.Paragraph,
            r.Record.Ground,
            r.Commission ?? (r.Record.GivenBy is { } body ? new LocalizedText(body, body, body) : null),
            r.Record.AnnulledAt,
            r.Record.AnnulReason,
            r.Record is { CaseId: null, AnnulledAt: null }));
        var pauses = await db.CategoryPauses.IgnoreQueryFilters()
            .Where(p => p.PersonId == personId)
            .OrderByDescending(p => p.From)
            .Select(p => new PauseEntry(p.Id, p.Kind, p.From, p.To, p.Ground, p.AnnulledAt, p.AnnulReason))
            .ToListAsync(cancellationToken);
        var posts = await db.Persons
            .Where(p => p.Id == personId)
            .SelectMany(p => p.Employments)
            .OrderByDescending(e => e.From)
            .Join(db.Organisations, e => e.OrganisationId, o => o.Id, (e, o) => new PostEntry(o.Name, e.Position, e.From, e.To))
            .ToListAsync(cancellationToken);
        var now = entries.Find(e => e.AnnulledAt is null);
        var away = pauses.Where(p => p.AnnulledAt is null).Select(p => (p.From, p.To)).ToList();
        var ends = now is null ? null : CategoryTerm.Ends(now.ValidUntil, now.GrantedOn, away, rules.Leave.Years);
        var stands = now?.ValidUntil is not null && ends is null;
        var pensionFrom = PensionAge.DayOf(rules, iin)?.AddYears(-rules.Pension.YearsBefore);
        return new CategoryFile(
            StandingOf(now, ends, stands, today),
            now,
            ends,
            stands,
            rules.Leave.Paragraph,
            pensionFrom,
            rules.Pension.Paragraph,
            pensionFrom <= today && PensionAge.DayOf(rules, iin) >= today,
            entries,
            pauses,
            [.. posts.OrderByDescending(p => p.From)]);
    }

    private static CategoryStanding StandingOf(CategoryEntry? now, DateOnly? ends, bool standsStill, DateOnly today) => now switch
    {
        null => CategoryStanding.NoRecord,
        _ when CategoryRecord.IsLowestStep(now.Category) => CategoryStanding.LowestStep,
        _ when standsStill || ends is null || ends >= today => CategoryStanding.Valid,
        _ => CategoryStanding.TermOver,
    };
}

/// <summary>When a person reaches the pension age that the edition names.</summary>
internal static class PensionAge
{
    /// <summary>The day; null where the edition names no age or the number tells no birth date.</summary>
    public static DateOnly? DayOf(AttestationRules rules, string iin) =>
        Iin.Parse(iin) is { IsOk: true, Value: var number } && (number.Sex == Sex.Male ? rules.Pension.MaleAge : rules.Pension.FemaleAge) is { } age
            ? number.BirthDate.AddYears(age)
            : null;
}
