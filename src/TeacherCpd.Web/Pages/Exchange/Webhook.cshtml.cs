using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Exchange.Webhooks;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Exchange;

/// <summary>An address that is told of changes: its messages, their tries, and what to do about them.</summary>
public sealed class WebhookModel : AppPage
{
    public WebhookView View { get; private set; } = null!;

    public PageLinks Links => new(View.Deliveries.Number, View.Deliveries.Pages, ("status", View.Shown?.ToString()));

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public WebhookDeliveryStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>The colour of a state.</summary>
    public static string Colour(WebhookStatus status) => status switch
    {
        WebhookStatus.Active => "ok",
        WebhookStatus.Unproven => "info",
        WebhookStatus.Paused => "warn",
        WebhookStatus.Ended => "",
    };

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAskAsync() => SubmitAsync(new AskReceiverCommand(Id), _ => Back("webhooks.asked"));

    public Task<IActionResult> OnPostReplayAsync(Guid? deliveryId) => SubmitAsync(new ReplayDeliveryCommand(Id, deliveryId), _ => Back("webhooks.replayed"));

    public Task<IActionResult> OnPostEndAsync() => SubmitAsync(new EndWebhookCommand(Id), _ =>
    {
        Notice = T["webhooks.ended"];
        return Redirect("/exchange/webhooks");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetWebhookQuery(Id, Status, P), view => View = view);

    private RedirectResult Back(string words)
    {
        Notice = T[words];
        return Redirect($"/exchange/webhooks/{Id}");
    }
}
