using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Application.Testing.Items;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Testing.Items;

public sealed class ImportModel : AppPage
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>What came of the file; null before one was sent.</summary>
    public ItemImport? Import { get; private set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await using var file = Input.File?.OpenReadStream() ?? Stream.Null;

        // the report is the answer itself: sending the file again adds nothing
        return await SubmitAsync(new ImportItemsCommand(file, Input.File?.FileName ?? ""), import =>
        {
            Import = import;
            return Page();
        });
    }

    protected override async Task<IActionResult> LoadAsync()
    {
        var mayWrite = false;
        var page = await ShowAsync(new GetItemsQuery(null, null, 1), list => mayWrite = list.MayWrite);
        return page is PageResult && !mayWrite ? StatusCode(StatusCodes.Status403Forbidden) : page;
    }

    public sealed class Fields
    {
        public IFormFile? File { get; set; }
    }
}
