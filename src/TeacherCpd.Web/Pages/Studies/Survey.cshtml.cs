using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TeacherCpd.Application.Studies.Answers;
using TeacherCpd.Web.Common;
using Language = TeacherCpd.Web.Common.Language;

namespace TeacherCpd.Web.Pages.Studies;

/// <summary>For whoever has the open address of a survey: no account.</summary>
[EnableRateLimiting(PublicLimits.Answers)]
public sealed class SurveyModel(Language language) : AnswerPage
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>Whether the answer was just received.</summary>
    public bool IsDone { get; private set; }

    public Task<IActionResult> OnGetAsync(bool done = false)
    {
        IsDone = done;
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return LoadAsync();
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new AnswerByLinkCommand(Token, Number, FormId, language.Current, RegionId, ProgrammeId, Given), _ => Redirect($"/survey/{Uri.EscapeDataString(Token)}?done=true"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetSurveyQuery(Token, Shown), form => Form = form);
}
