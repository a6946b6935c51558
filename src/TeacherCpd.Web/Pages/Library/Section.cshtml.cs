using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Library.Sections;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Library;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Library;

/// <summary>A new section of the library, or one that is there.</summary>
public sealed class SectionModel : AppPage
{
    /// <summary>Section; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public LibrarySectionView? View { get; private set; }

    /// <summary>The roles to which a right can be limited: those whom the product lets do it at all.</summary>
    public static IEnumerable<Role> RolesFor(LibraryRight right) => Enum.GetValues<Role>().Where(role => right switch
    {
        LibraryRight.Propose => role.Holds(Permission.ProposeMaterials),
        LibraryRight.Publish => role.Holds(Permission.ReviewMaterials),
        _ => true,
    });

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        if (View is { } view)
        {
            Input = Fields.Of(view);
        }

        return answer;
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new WriteLibrarySectionCommand(Id ?? FormId, Input.Kind, Input.Written), _ =>
    {
        Notice = T["library.sections.saved"];
        return Redirect("/library/sections");
    });

    protected override async Task<IActionResult> LoadAsync()
    {
        var answer = await ShowAsync(new GetLibrarySectionsQuery(), sections => View = sections.FirstOrDefault(s => s.Id == Id));
        return Id is not null && View is null && StatusOf(answer) is null ? NotFound() : answer;

        static int? StatusOf(IActionResult result) => (result as StatusCodeResult)?.StatusCode;
    }

    public sealed class Fields
    {
        public LibrarySectionKind Kind { get; set; }

        public string? NameKk { get; set; }

        public string? NameRu { get; set; }

        public string? NameEn { get; set; }

        public string? AboutKk { get; set; }

        public string? AboutRu { get; set; }

        public string? AboutEn { get; set; }

        public List<Role> Read { get; set; } = [];

        public List<Role> Propose { get; set; } = [];

        public List<Role> Publish { get; set; } = [];

        /// <summary>The roles ticked for a right.</summary>
        public List<Role> Of(LibraryRight right) => right switch
        {
            LibraryRight.Read => Read,
            LibraryRight.Propose => Propose,
            _ => Publish,
        };

        /// <summary>What was written.</summary>
        public LibrarySectionWriting Written => new(
            new LocalizedText(Trim(NameKk), Trim(NameRu), Trim(NameEn)),
            new LocalizedText(Trim(AboutKk), Trim(AboutRu), Trim(AboutEn)),
            Enum.GetValues<LibraryRight>().ToDictionary(right => right, right => (IReadOnlyList<Role>)[.. Of(right).Intersect(RolesFor(right))]));

        /// <summary>The form with what is there.</summary>
        public static Fields Of(LibrarySectionView view) => new()
        {
            Kind = view.Kind,
            NameKk = view.Name.Kk,
            NameRu = view.Name.Ru,
            NameEn = view.Name.En,
            AboutKk = view.About.Kk,
            AboutRu = view.About.Ru,
            AboutEn = view.About.En,
            Read = [.. view.Roles[LibraryRight.Read]],
            Propose = [.. view.Roles[LibraryRight.Propose]],
            Publish = [.. view.Roles[LibraryRight.Publish]],
        };

        private static string Trim(string? text) => text?.ReplaceLineEndings("\n").Trim() ?? "";
    }
}
