using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Application.Attestation.Rules;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Rules;

public sealed class ImportModel : AppPage
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await using var file = Input.File?.OpenReadStream() ?? Stream.Null;
        return await SubmitAsync(new ImportEditionCommand(FormId, file), id =>
        {
            Notice = T["rules.import.done"];
            return Redirect($"/attestation/rules/{id}");
        });
    }

    protected override async Task<IActionResult> LoadAsync()
    {
        var mayManage = false;
        var page = await ShowAsync(new GetEditionsQuery(), view => mayManage = view.MayManage);
        return page is PageResult && !mayManage ? StatusCode(StatusCodes.Status403Forbidden) : page;
    }

    public sealed class Fields
    {
        public IFormFile? File { get; set; }
    }
}
