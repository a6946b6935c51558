using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Exchange.Lti;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Exchange.Lti;

/// <summary>A tool asks who somebody is; the browser carries the signed answer to it. Asked by GET or, as LTI allows, by a form of the tool.</summary>
public sealed class AuthorizeModel : AppPage
{
    /// <summary>What is sent; null where the question does not fit.</summary>
    public LtiMessage? Message { get; private set; }

    // a form of the tool: what it carries is checked against what the person did
    protected override bool NeedsFormToken => false;

    public Task<IActionResult> OnGetAsync() => AnswerAsync(name => Request.Query[name].ToString());

    public Task<IActionResult> OnPostAsync() => AnswerAsync(name => Request.Form[name].ToString());

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTodayQuery(), _ => { });

    private Task<IActionResult> AnswerAsync(Func<string, string> asked)
    {
        Response.Headers.CacheControl = "no-store";
        return SubmitAsync(
            new AuthorizeLtiLaunchCommand(
                asked("response_type"), asked("response_mode"), asked("scope"), asked("client_id"), asked("redirect_uri"), asked("login_hint"), asked("lti_message_hint"),
                asked("nonce"), asked("state")),
            message =>
            {
                Message = message;
                return Page();
            });
    }
}
