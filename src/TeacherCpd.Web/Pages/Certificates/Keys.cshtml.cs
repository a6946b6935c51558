using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Certificates.Credentials;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Certificates;

/// <summary>The keys of the issuer.</summary>
public sealed class KeysModel : AppPage
{
    public IReadOnlyList<KeyRow> Keys { get; private set; } = [];

    /// <summary>The key that signs now.</summary>
    public Guid? Active => Keys.FirstOrDefault(k => k.Status == IssuerKeyStatus.Active)?.Id;

    [BindProperty]
    public Guid? Seen { get; set; }

    [BindProperty]
    public Guid KeyId { get; set; }

    [BindProperty]
    public DateOnly? Since { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostRotateAsync() => SubmitAsync(new RotateIssuerKeyCommand(Seen), _ =>
    {
        Notice = T["keys.rotated"];
        return Redirect("/certificates/keys");
    });

    public Task<IActionResult> OnPostGiveUpAsync() => SubmitAsync(new GiveUpIssuerKeyCommand(KeyId, Since, Words ?? ""), _ =>
    {
        Notice = T["keys.given_up"];
        return Redirect("/certificates/keys");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetIssuerKeysQuery(), keys => Keys = keys);
}
