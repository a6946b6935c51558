using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Web.Pages.Testing;

/// <summary>The colour of each state: the same everywhere.</summary>
internal static class TestingChips
{
    /// <summary>Of a version of an item.</summary>
    public static string Of(ItemStatus status) => status switch
    {
        ItemStatus.InReview => "info",
        ItemStatus.Approved => "ok",
        ItemStatus.Returned => "warn",
        _ => "",
    };

    /// <summary>Of a trial test.</summary>
    public static string Of(TrialTestStatus status) => status switch
    {
        TrialTestStatus.Open => "ok",
        _ => "",
    };

    /// <summary>Of an appeal.</summary>
    public static string Of(ItemAppealStatus status) => status switch
    {
        ItemAppealStatus.Filed => "info",
        ItemAppealStatus.Upheld => "ok",
        _ => "warn",
    };
}
