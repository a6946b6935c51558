using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Exchange.Webhooks;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Exchange;

/// <summary>Addresses of other systems that are told of changes, and a form for another.</summary>
public sealed class WebhooksModel : AppPage
{
    public WebhooksView View { get; private set; } = null!;

    /// <summary>The key of a new one; it stands in this one answer.</summary>
    public string? Key { get; private set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var answer = await SubmitAsync(new RegisterWebhookCommand(FormId, Input.Url ?? "", Input.PlaceId, Input.Events), made =>
        {
            Key = made.Key;
            return Page();
        });
        Response.Headers.CacheControl = "no-store";
        return Key is null ? answer : await LoadAsync();
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetWebhooksQuery(), view => View = view);

    public sealed class Fields
    {
        public string? Url { get; set; }

        public Guid PlaceId { get; set; }

        public List<WebhookEvent> Events { get; set; } = [];
    }
}
