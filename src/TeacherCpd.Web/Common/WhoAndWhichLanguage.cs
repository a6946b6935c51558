using System.Security.Claims;
using TeacherCpd.Application.Access;
using TeacherCpd.Infrastructure.Accounts;
using TeacherCpd.Web.Api;

namespace TeacherCpd.Web.Common;

/// <summary>
/// Says for the rest of the request who is signed in and which language the page is in. Whoever signed in with a
/// password that somebody else saw gets no further than to choosing their own.
/// </summary>
internal sealed class WhoAndWhichLanguage(RequestDelegate next)
{
    private const string MyPassword = "/my/password";

    private static readonly PathString[] OpenMeanwhile = [MyPassword, "/sign-out", "/language", "/error"];

    public async Task InvokeAsync(HttpContext context, CurrentUserLoader loader, CurrentUser user, Language language)
    {
        if (ApiCaller.IsOne(context))
        {
            await next(context);
            return;
        }

        language.Use(Language.Of(context.Request.Cookies[Language.CookieName]) ?? Domain.Common.Language.Kk);
        if (Guid.TryParse(context.User.FindFirstValue(AccountRegistration.PersonClaim), out var personId))
        {
            await loader.LoadAsync(personId, context.RequestAborted);
        }

        if (user.MustChoosePassword && !Array.Exists(OpenMeanwhile, path => context.Request.Path.StartsWithSegments(path)))
        {
            context.Response.Redirect(MyPassword);
            return;
        }

        await next(context);
    }
}
