using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Web.Pages.Groups;

/// <summary>The colour of a state's chip; the word beside it says the same.</summary>
internal static class Chips
{
    public static string Of(GroupStatus status) => status switch
    {
        GroupStatus.Recruiting => "info",
        GroupStatus.Studying => "ok",
        GroupStatus.Closed => "",
        GroupStatus.Cancelled => "bad",
    };

    public static string Of(EnrolmentStatus status) => status switch
    {
        EnrolmentStatus.Applied => "info",
        EnrolmentStatus.Accepted or EnrolmentStatus.Recommended => "ok",
        EnrolmentStatus.NotRecommended or EnrolmentStatus.WaitingList => "warn",
        EnrolmentStatus.Declined or EnrolmentStatus.NotCompleted or EnrolmentStatus.Absent or EnrolmentStatus.NoShow => "bad",
        EnrolmentStatus.Withdrawn or EnrolmentStatus.Transferred => "",
    };

    public static string Of(ProgrammeVersionStatus status) => status switch
    {
        ProgrammeVersionStatus.Agreed or ProgrammeVersionStatus.Listed => "ok",
        ProgrammeVersionStatus.AtCouncil or ProgrammeVersionStatus.Pilot => "info",
        ProgrammeVersionStatus.Withdrawn => "bad",
        ProgrammeVersionStatus.Draft or ProgrammeVersionStatus.PreCourseStudy or ProgrammeVersionStatus.Corrected or ProgrammeVersionStatus.Revised => "",
    };
}
