using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Exchange;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Exchange;

/// <summary>Files from and for the national education database: those that were sent or made, and forms for others.</summary>
public sealed class IndexModel : AppPage
{
    public RegisterImportsView View { get; private set; } = null!;

    public PageLinks Links => new(View.Imports.Number, View.Imports.Pages);

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty]
    public Guid ExportPlaceId { get; set; }

    [BindProperty]
    public bool OnlyChanges { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await using var content = Input.File?.OpenReadStream() ?? Stream.Null;
        return await SubmitAsync(
            new ReceiveRegisterCommand(Input.Kind, Input.AsOf, Input.PlaceId, content, Input.File?.FileName ?? ""),
            id => Redirect($"/exchange/{id}"));
    }

    public Task<IActionResult> OnPostExportAsync() => SubmitAsync(new AskForRegisterExportCommand(FormId, ExportPlaceId, OnlyChanges), _ =>
    {
        Notice = T["exchange.export.asked"];
        return Redirect("/exchange");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetRegisterImportsQuery(P), view =>
    {
        View = view;
        Input.AsOf ??= view.Today;
    });

    public sealed class Fields
    {
        public RegisterKind Kind { get; set; } = RegisterKind.Staff;

        public Guid PlaceId { get; set; }

        public DateOnly? AsOf { get; set; }

        public IFormFile? File { get; set; }
    }
}
