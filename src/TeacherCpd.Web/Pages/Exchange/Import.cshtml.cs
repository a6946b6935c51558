using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Exchange;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Exchange;

/// <summary>A file of the national education database: how far it is, its differences, and what to do about them.</summary>
public sealed class ImportModel : AppPage
{
    public RegisterImportView View { get; private set; } = null!;

    public PageLinks Links => new(View.Differences.Number, View.Differences.Pages, ("finding", View.Shown?.ToString()));

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public RegisterFinding? Finding { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty]
    public List<RegisterFinding> Follow { get; set; } = [];

    /// <summary>The colour of a state.</summary>
    public static string Colour(RegisterImportStatus status) => status switch
    {
        RegisterImportStatus.Applied => "ok",
        RegisterImportStatus.Compared => "warn",
        RegisterImportStatus.Reading or RegisterImportStatus.Comparing or RegisterImportStatus.Applying or RegisterImportStatus.Undoing => "info",
        RegisterImportStatus.Undone or RegisterImportStatus.Discarded => "",
    };

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostConfirmAsync() => SubmitAsync(new ConfirmRegisterImportCommand(Id, Follow), _ => Back("exchange.confirmed"));

    public Task<IActionResult> OnPostUndoAsync() => SubmitAsync(new UndoRegisterImportCommand(Id), _ => Back("exchange.undo.asked"));

    public Task<IActionResult> OnPostDiscardAsync() => SubmitAsync(new DiscardRegisterImportCommand(Id), _ => Back("exchange.discarded"));

    /// <summary>What our records say about a difference.</summary>
    public string Ours(RegisterDifference difference) => RegisterWords.Ours(T.Language, difference);

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetRegisterImportQuery(Id, Finding, P), view => View = view);

    private RedirectResult Back(string words)
    {
        Notice = T[words];
        return Redirect($"/exchange/{Id}");
    }
}
