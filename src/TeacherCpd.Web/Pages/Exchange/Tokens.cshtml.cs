using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Exchange.Api;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Exchange;

/// <summary>Tokens by which programs act for the person who is signed in.</summary>
public sealed class TokensModel : AppPage
{
    private const int ThreeMonths = 90;

    public MyApiTokens View { get; private set; } = null!;

    /// <summary>The new token; it stands in this one answer and is kept nowhere.</summary>
    public string? Secret { get; private set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var answer = await SubmitAsync(new MakeApiTokenCommand(FormId, Input.Name ?? "", Input.Scopes, Input.Days), made =>
        {
            Secret = made.Secret;
            return Page();
        });
        Response.Headers.CacheControl = "no-store";
        return Secret is null ? answer : await LoadAsync();
    }

    public Task<IActionResult> OnPostRevokeAsync(Guid tokenId)
    {
        ModelState.Clear();
        return SubmitAsync(new RevokeApiTokenCommand(tokenId), _ =>
        {
            Notice = T["tokens.revoke.done"];
            return Redirect("/my/tokens");
        });
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyApiTokensQuery(), view => View = view);

    public sealed class Fields
    {
        public string? Name { get; set; }

        public List<ApiScope> Scopes { get; set; } = [];

        public int Days { get; set; } = ThreeMonths;
    }
}
