using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Application.Library.Materials;
using TeacherCpd.Application.Library.Use;
using TeacherCpd.Domain.Library;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Library;

public sealed class IndexModel : AppPage
{
    public LibraryFound Found { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public LibraryType? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public Domain.Common.Language? In { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Grade { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Section { get; set; }

    /// <summary>Whether what was not confirmed for this school year is found too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>Whether nothing is looked for: the library is opened.</summary>
    private bool IsVisit => Request.Query.Count == 0;

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        return page is PageResult && IsVisit ? await SubmitAsync(new CountLibraryUseCommand(0, LibraryUse.Visit), _ => page) : page;
    }

    protected override Task<IActionResult> LoadAsync() =>
        ShowAsync(new SearchLibraryQuery(new LibraryFilter(Words, Type, In, Subject, Grade, Year, Section, All), P), found => Found = found);
}
