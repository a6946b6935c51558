using System.Globalization;
using TeacherCpd.Application.Texts;
using Code = TeacherCpd.Domain.Common.Language;

namespace TeacherCpd.Web.Common;

/// <summary>The language of the request: what the cookie says, else Kazakh.</summary>
public sealed class Language
{
    /// <summary>Name of the cookie.</summary>
    public const string CookieName = "lang";

    /// <summary>Language.</summary>
    public Code Current { get; private set; } = Code.Kk;

    /// <summary>Two-letter code for the page's <c>lang</c>.</summary>
    public string Tag => TagOf(Current);

    /// <summary>Two-letter code of a language.</summary>
    public static string TagOf(Code language) => language switch { Code.Ru => "ru", Code.En => "en", _ => "kk" };

    /// <summary>The language of a two-letter code, or null.</summary>
    public static Code? Of(string? tag) => tag switch { "kk" => Code.Kk, "ru" => Code.Ru, "en" => Code.En, _ => null };

    /// <summary>Remembers a language in the browser.</summary>
    public static void Remember(HttpResponse response, Code language) =>
        response.Cookies.Append(CookieName, TagOf(language), new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });

    /// <summary>Uses a language for the rest of the request.</summary>
    public void Use(Code language)
    {
        Current = language;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = TextCatalogue.CultureOf(language);
    }
}
