using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Testing.Tests;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Testing.Tests;

public sealed class TestModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public TrialTestView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostOpenAsync() => SubmitAsync(new OpenTrialTestCommand(Id), _ => Go("trials.opened"));

    public Task<IActionResult> OnPostCloseAsync() => SubmitAsync(new CloseTrialTestCommand(Id), _ => Go("trials.closed"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTrialTestQuery(Id), view => View = view);

    private RedirectResult Go(string notice)
    {
        Notice = T[notice];
        return Redirect($"/trial-tests/{Id}");
    }
}
