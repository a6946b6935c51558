using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Testing.Player;
using TeacherCpd.Web.Common;
using Spoken = TeacherCpd.Domain.Common.Language;

namespace TeacherCpd.Web.Pages.Testing.Player;

/// <summary>Trial tests to take, and those taken.</summary>
public sealed class MyTestsModel : AppPage
{
    [BindProperty]
    public Guid TestId { get; set; }

    /// <summary>Language of the items.</summary>
    [BindProperty]
    public Spoken Language { get; set; }

    [BindProperty]
    public bool NeedsMoreTime { get; set; }

    public MyTests View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new StartAttemptCommand(TestId, Language, NeedsMoreTime), attempt => Redirect($"/my/tests/{attempt}"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyTestsQuery(), view => View = view);
}
