using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Originality;

public sealed class CasesModel : AppPage
{
    public OriginalityCasesView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public OriginalityCaseStatus? Status { get; set; }

    /// <summary>Page of the list; "page" itself is a word of the framework's routes.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetOriginalityCasesQuery(Status, Number ?? 1), view => View = view);
}
