using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Library;

namespace TeacherCpd.Application.Library.Materials;

/// <summary>What of a section is not confirmed for a school year yet, for its keeper to choose from.</summary>
/// <param name="SectionId">Section; null: the first.</param>
/// <param name="SchoolYear">School year, by the year in which it begins; null: the present one.</param>
/// <param name="DevelopedFrom">Only what was developed in this year or later; null: all.</param>
[RequirePermission(Permission.KeepLibrary)]
public sealed record GetYearConfirmationQuery(Guid? SectionId, int? SchoolYear, int? DevelopedFrom) : IQuery<YearConfirmation>;

/// <summary>What is to be confirmed.</summary>
/// <param name="SchoolYears">School years that can be confirmed now.</param>
/// <param name="Confirmed">Published materials of the section that are confirmed for the year already.</param>
/// <param name="Waiting">Those that are not, the filter not looked at.</param>
/// <param name="Rows">Those that are not and pass the filter, at most <see cref="ConfirmActiveCommand.Most"/>.</param>
public sealed record YearConfirmation(
    IReadOnlyList<LibrarySectionRow> Sections, Guid SectionId, IReadOnlyList<int> SchoolYears, int SchoolYear, int Confirmed, int Waiting,
    IReadOnlyList<UnconfirmedRow> Rows);

/// <summary>A material that is not confirmed.</summary>
/// <param name="LastActiveIn">Last school year for which it was confirmed.</param>
public sealed record UnconfirmedRow(Guid Id, int Number, LocalizedText Title, int Year, int LastActiveIn);

internal sealed class GetYearConfirmationHandler(IAppDbContext db, LibraryRules rules, TimeProvider time)
    : IRequestHandler<GetYearConfirmationQuery, Result<YearConfirmation>>
{
    public async Task<Result<YearConfirmation>> Handle(GetYearConfirmationQuery request, CancellationToken cancellationToken)
    {
        var sections = await db.AllSectionsAsync(cancellationToken);
        var thisYear = LibraryYear.Of(time.Today(), rules.SchoolYearMonth);
        int[] years = [thisYear, thisYear + 1];
        var year = request.SchoolYear is { } asked && years.Contains(asked) ? asked : thisYear;
        var sectionId = sections.Find(s => s.Id == request.SectionId)?.Id ?? sections.FirstOrDefault()?.Id ?? Guid.Empty;
        var published = db.LibraryEntries.Where(e => e.SectionId == sectionId);
        var waiting = published.Where(e => e.ActiveIn < year);
        var rows = await (
            from entry in waiting
            where request.DevelopedFrom == null || entry.Year >= request.DevelopedFrom
            join version in db.LibraryVersions on entry.VersionId equals version.Id
            orderby entry.Year descending, entry.Number descending
            select new { version.MaterialId, entry.Number, version.Title, entry.Year, entry.ActiveIn })
            .Take(ConfirmActiveCommand.Most)
            .ToListAsync(cancellationToken);
        var unconfirmed = await waiting.CountAsync(cancellationToken);
        return new YearConfirmation(
            [.. sections.Select(s => new LibrarySectionRow(s.Id, s.Kind, s.Name, s.About))], sectionId, years, year,
            await published.CountAsync(cancellationToken) - unconfirmed, unconfirmed,
            [.. rows.Select(r => new UnconfirmedRow(r.MaterialId, r.Number, r.Title, r.Year, r.ActiveIn))]);
    }
}
