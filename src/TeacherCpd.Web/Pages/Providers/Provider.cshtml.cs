using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Providers;

public sealed class ProviderModel : AppPage
{
    public ProviderView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostReviewAsync() =>
        SubmitAsync(new RecordQualityReviewCommand(FormId, Id, Input.Date, Input.Result, Input.Document ?? ""), _ => Again(T["providers.review.done"]));

    public Task<IActionResult> OnPostAccreditAsync() => SubmitAsync(
        new AccreditProviderCommand(FormId, Id, Input.Agency ?? "", Input.Number ?? "", Input.ValidFrom, Input.ValidUntil),
        _ => Again(T["programmes.accredit.done"]));

    public Task<IActionResult> OnPostRegionsAsync() =>
        SubmitAsync(new ServeRegionsCommand(Input.BranchId, Input.Regions), _ => Again(T["providers.regions.done"]));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetProviderQuery(Id), view => View = view);

    private RedirectResult Again(string notice)
    {
        Notice = notice;
        return Redirect($"/providers/{Id}");
    }

    public sealed class Fields
    {
        public DateOnly? Date { get; set; }

        public ReviewResult Result { get; set; }

        public string? Document { get; set; }

        public string? Agency { get; set; }

        public string? Number { get; set; }

        public DateOnly? ValidFrom { get; set; }

        public DateOnly? ValidUntil { get; set; }

        public Guid BranchId { get; set; }

        public List<Guid> Regions { get; set; } = [];
    }
}
