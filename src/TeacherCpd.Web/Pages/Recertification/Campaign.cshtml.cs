using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Recertification;

public sealed class CampaignModel : AppPage
{
    public CampaignView View { get; private set; } = null!;

    /// <summary>The links to the other pages of the list.</summary>
    public PageLinks Links => new(View.Rows.Number, View.Rows.Pages, ("status", Status?.ToString()));

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public RecertificationStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty]
    public Guid CheckId { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostCloseAsync() => SubmitAsync(new CloseCampaignCommand(Id), _ =>
    {
        Notice = T["recertification.close.done"];
        return Redirect($"/recertification/{Id}");
    });

    public Task<IActionResult> OnPostRetryAsync() => SubmitAsync(new RetryReflectiveCheckCommand(CheckId), _ =>
    {
        Notice = T["recertification.check_again.done"];
        return Redirect($"/recertification/{Id}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCampaignQuery(Id, Status, P), view => View = view);
}
