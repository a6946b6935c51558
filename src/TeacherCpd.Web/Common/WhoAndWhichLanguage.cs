using System.Security.Claims;
using TeacherCpd.Application.Access;
using TeacherCpd.Infrastructure.Accounts;

namespace TeacherCpd.Web.Common;

/// <summary>Says for the rest of the request who is signed in and which language the page is in.</summary>
internal sealed class WhoAndWhichLanguage(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentUserLoader loader, Language language)
    {
        language.Use(Language.Of(context.Request.Cookies[Language.CookieName]) ?? Domain.Common.Language.Kk);
        if (Guid.TryParse(context.User.FindFirstValue(AccountRegistration.PersonClaim), out var personId))
        {
            await loader.LoadAsync(personId, context.RequestAborted);
        }

        await next(context);
    }
}
