using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Recertification;

public sealed class IndexModel(TimeProvider time) : AppPage
{
    public CampaignsView View { get; private set; } = null!;

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync()
    {
        Input.Year = time.Today().Year;
        return LoadAsync();
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new OpenCampaignCommand(
            FormId, Input.Year ?? 0, Input.RubricId ?? Guid.Empty, Input.DueUntil, Input.ReportsUntil, Input.ValidFrom, Input.ValidUntil, Input.Basis ?? ""),
        id =>
        {
            Notice = T["recertification.open.done"];
            return Redirect($"/recertification/{id}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCampaignsQuery(), view => View = view);

    public sealed class Fields
    {
        public int? Year { get; set; }

        public string? Basis { get; set; }

        public Guid? RubricId { get; set; }

        public DateOnly? DueUntil { get; set; }

        public DateOnly? ReportsUntil { get; set; }

        public DateOnly? ValidFrom { get; set; }

        public DateOnly? ValidUntil { get; set; }
    }
}
