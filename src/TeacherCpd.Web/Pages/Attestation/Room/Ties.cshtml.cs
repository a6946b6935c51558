using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Room;

public sealed class TiesModel : AppPage
{
    public IReadOnlyList<TieRow> Ties { get; private set; } = [];

    [BindProperty]
    public string? Iin { get; set; }

    [BindProperty]
    public TieKind Kind { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new DeclareTieCommand(Iin, Kind), _ =>
    {
        Notice = T["ties.declare.done"];
        return Redirect("/attestation/ties");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyTiesQuery(), ties => Ties = ties);
}
