using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Exchange.Lti;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Exchange.Lti;

/// <summary>A form for a course of an outside tool.</summary>
public sealed class AddModel : AppPage
{
    public LtiToolsView View { get; private set; } = null!;

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new AddLtiCourseCommand(FormId, Input.ToolId, Input.TitleKk ?? "", Input.TitleRu ?? "", Input.TitleEn ?? "", Input.TargetUrl ?? "", Input.Hours ?? 0),
        _ =>
        {
            Notice = T["lti.added"];
            return Redirect("/outside-courses/tools");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetLtiToolsQuery(), view => View = view);

    public sealed class Fields
    {
        public Guid ToolId { get; set; }

        public string? TitleKk { get; set; }

        public string? TitleRu { get; set; }

        public string? TitleEn { get; set; }

        public string? TargetUrl { get; set; }

        public int? Hours { get; set; }
    }
}
