using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Exchange.Lti;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Exchange.Lti;

/// <summary>Outside tools with their courses, and a form for another tool.</summary>
public sealed class ToolsModel : AppPage
{
    public LtiToolsView View { get; private set; } = null!;

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new RegisterLtiToolCommand(FormId, Input.Name ?? "", Input.LoginUrl ?? "", Input.LaunchUrl ?? "", Input.KeySetUrl ?? "", Input.IsToldNames), _ => Back("lti.registered"));

    public Task<IActionResult> OnPostTurnAsync(Guid item, bool to)
    {
        ModelState.Clear();
        return SubmitAsync(new TurnLtiCommand(item, to), _ => Back("lti.turned"));
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetLtiToolsQuery(), view => View = view);

    private RedirectResult Back(string words)
    {
        Notice = T[words];
        return Redirect("/outside-courses/tools");
    }

    public sealed class Fields
    {
        public string? Name { get; set; }

        public string? LoginUrl { get; set; }

        public string? LaunchUrl { get; set; }

        public string? KeySetUrl { get; set; }

        public bool IsToldNames { get; set; }
    }
}
