using TeacherCpd.Domain.Development;

namespace TeacherCpd.Web.Pages.Development;

/// <summary>The colour of a state's chip; the word beside it says the same.</summary>
public static class DevelopmentChips
{
    /// <summary>Of an activity.</summary>
    public static string Of(ActivityStatus status) => status switch
    {
        ActivityStatus.Recorded => "info",
        ActivityStatus.Confirmed => "ok",
        ActivityStatus.Returned => "warn",
        ActivityStatus.Withdrawn => "",
    };

    /// <summary>Of somebody's training.</summary>
    public static string Of(TrainingStanding standing) => standing switch
    {
        TrainingStanding.InOrder => "ok",
        TrainingStanding.DueSoon => "warn",
        TrainingStanding.Overdue => "bad",
        TrainingStanding.Never => "",
    };
}
