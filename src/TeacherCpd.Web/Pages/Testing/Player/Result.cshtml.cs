using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Testing.Player;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Testing.Player;

/// <summary>What an attempt came to; while there is time left, the question that is asked now.</summary>
public sealed class ResultModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public AttemptResult View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override async Task<IActionResult> LoadAsync()
    {
        var page = await ShowAsync(new GetMyResultQuery(Id), view => View = view);
        return View is { IsRunning: true } ? Redirect($"/my/tests/{Id}") : page;
    }
}
