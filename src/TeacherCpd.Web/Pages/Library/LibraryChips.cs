using TeacherCpd.Domain.Library;

namespace TeacherCpd.Web.Pages.Library;

/// <summary>The colour of each state: the same everywhere.</summary>
internal static class LibraryChips
{
    /// <summary>Of a version of a material.</summary>
    public static string Of(LibraryStatus status) => status switch
    {
        LibraryStatus.Proposed => "info",
        LibraryStatus.Published => "ok",
        LibraryStatus.Returned or LibraryStatus.Withdrawn => "warn",
        _ => "",
    };
}
