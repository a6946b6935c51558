using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.Essays;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.My;

public sealed class EssayModel : AppPage
{
    public MyEssay View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Topic { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        if (View?.Essay is { } essay)
        {
            (Topic, Text) = (essay.Topic, essay.Text);
        }

        return page;
    }

    public Task<IActionResult> OnPostKeepAsync() => SubmitAsync(new KeepEssayCommand(Id, Topic, Text, HandsIn: false), _ => Back("essay.keep.done"));

    public Task<IActionResult> OnPostHandInAsync() => SubmitAsync(new KeepEssayCommand(Id, Topic, Text, HandsIn: true), _ => Back("essay.hand_in.done"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyEssayQuery(Id), view => View = view);

    private RedirectResult Back(string notice)
    {
        Notice = T[notice];
        return Redirect($"/my/cases/{Id}/essay");
    }
}
