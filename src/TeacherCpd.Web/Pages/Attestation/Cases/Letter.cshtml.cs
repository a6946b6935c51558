using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Cases;

public sealed class LetterModel : AppPage
{
    public LetterView View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        Text = View?.Text;
        return page;
    }

    public Task<IActionResult> OnPostSaveAsync() => SubmitAsync(new SaveLetterCommand(Id, Text), _ => Back("letter.save.done"));

    public Task<IActionResult> OnPostApproveAsync() => SubmitAsync(new ApproveLetterCommand(Id, Text), _ => Back("letter.approve.done"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetLetterQuery(Id), view => View = view);

    private RedirectResult Back(string notice)
    {
        Notice = T[notice];
        return Redirect($"/attestation/cases/{Id}/letter");
    }
}
