using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Library;

namespace TeacherCpd.Application.Library;

/// <summary>Who may do what in the library. A section limits what a permission allows; its keepers read all.</summary>
internal static class LibraryQueries
{
    /// <summary>All sections in their order, with their rights.</summary>
    public static Task<List<LibrarySection>> AllSectionsAsync(this IAppDbContext db, CancellationToken cancellationToken) =>
        db.LibrarySections.AsNoTracking().Include(s => s.Rights).OrderBy(s => s.Place).ToListAsync(cancellationToken);

    /// <summary>A section with its rights; null where there is none.</summary>
    public static Task<LibrarySection?> SectionAsync(this IAppDbContext db, Guid id, CancellationToken cancellationToken) =>
        db.LibrarySections.Include(s => s.Rights).SingleOrDefaultAsync(s => s.Id == id, cancellationToken);

    /// <summary>A material with its versions and reviews, in its turn, to be changed; null where there is none.</summary>
    public static async Task<LibraryMaterial?> FindLibraryMaterialAsync(this IAppDbContext db, Guid id, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(FormattableString.Invariant($"library/{id}"), cancellationToken);
        return await db.LibraryMaterials.Include(m => m.Versions).ThenInclude(v => v.Reviews).AsSplitQuery().SingleOrDefaultAsync(m => m.Id == id, cancellationToken);
    }

    /// <summary>Whether somebody finds and reads what a section has published.</summary>
    public static bool Reads(this CurrentUser user, LibrarySection section) =>
        user.Can(Permission.KeepLibrary) || section.Allows(LibraryRight.Read, user.Grants.Select(g => g.Role));

    /// <summary>Whether somebody proposes materials to a section.</summary>
    public static bool Proposes(this CurrentUser user, LibrarySection section) =>
        user.Can(Permission.ProposeMaterials) && section.Allows(LibraryRight.Propose, user.Grants.Select(g => g.Role));

    /// <summary>Whether somebody is of the council that decides on proposals to a section.</summary>
    public static bool Reviews(this CurrentUser user, LibrarySection section) =>
        user.Can(Permission.ReviewMaterials) && section.Allows(LibraryRight.Publish, user.Grants.Select(g => g.Role));

    /// <summary>What is wrong with what was written, at its field; null where it can be kept.</summary>
    public static InvalidInput? FaultOf(this LibraryWriting writing, LibrarySectionKind kind, int thisYear) =>
        !Enum.IsDefined(writing.Type) ? At(nameof(writing.Type), "required")
        : !writing.Languages.Any() ? At("Languages", "library_language_needed")
        : writing.IsKk && writing.Title.Kk.Length == 0 ? At("TitleKk", "library_title_needed")
        : writing.IsRu && writing.Title.Ru.Length == 0 ? At("TitleRu", "library_title_needed")
        : writing.IsEn && writing.Title.En.Length == 0 ? At("TitleEn", "library_title_needed")
        : Longest(writing.Title) > LibraryWriting.TitleLength ? At("TitleKk", "too_long", LibraryWriting.TitleLength)
        : writing.Summary is { Kk.Length: 0, Ru.Length: 0, En.Length: 0 } ? At("SummaryKk", "required")
        : Longest(writing.Summary) > LibraryWriting.SummaryLength ? At("SummaryKk", "too_long", LibraryWriting.SummaryLength)
        : writing.Subject.Length > LibraryWriting.SubjectLength ? At(nameof(writing.Subject), "too_long", LibraryWriting.SubjectLength)
        : writing.GradeFrom is < LibraryWriting.LowestGrade or > LibraryWriting.HighestGrade ? At(nameof(writing.GradeFrom), "library_grades", LibraryWriting.LowestGrade, LibraryWriting.HighestGrade)
        : writing.GradeTo < writing.GradeFrom || writing.GradeTo > LibraryWriting.HighestGrade ? At(nameof(writing.GradeTo), "library_grades", writing.GradeFrom, LibraryWriting.HighestGrade)
        : writing.Year < LibraryWriting.FirstYear || writing.Year > thisYear ? At(nameof(writing.Year), "library_year", LibraryWriting.FirstYear, thisYear)
        : writing.Authors.Length == 0 ? At(nameof(writing.Authors), "required")
        : writing.Authors.Length > LibraryWriting.NameLength ? At(nameof(writing.Authors), "too_long", LibraryWriting.NameLength)
        : kind == LibrarySectionKind.Experience && writing.Organisation.Length == 0 ? At(nameof(writing.Organisation), "library_experience_source")
        : writing.Organisation.Length > LibraryWriting.NameLength ? At(nameof(writing.Organisation), "too_long", LibraryWriting.NameLength)
        : kind == LibrarySectionKind.Experience && writing.Event.Length == 0 ? At(nameof(writing.Event), "library_experience_source")
        : writing.Event.Length > LibraryWriting.NameLength ? At(nameof(writing.Event), "too_long", LibraryWriting.NameLength)
        : writing.Link.Length > LibraryWriting.LinkLength ? At(nameof(writing.Link), "too_long", LibraryWriting.LinkLength)
        : !Links.AreWeb(writing.Link) ? At(nameof(writing.Link), "library_link")
        : writing.Link.Length == 0 && writing.File is null ? At("File", "library_file_or_link")
        : null;

    private static int Longest(LocalizedText text) => Math.Max(text.Kk.Length, Math.Max(text.Ru.Length, text.En.Length));

    private static InvalidInput At(string field, string code, params object?[] args) => new([new FieldFault(field, code, args)]);
}
