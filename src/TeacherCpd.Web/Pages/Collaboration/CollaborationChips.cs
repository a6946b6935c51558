using TeacherCpd.Domain.Collaboration;

namespace TeacherCpd.Web.Pages.Collaboration;

/// <summary>The colour of each state: the same everywhere.</summary>
internal static class CollaborationChips
{
    /// <summary>Of a pair.</summary>
    public static string Of(PairStatus status) => status switch
    {
        PairStatus.Planned => "warn",
        PairStatus.Agreed or PairStatus.Running => "info",
        PairStatus.Finished => "ok",
        _ => "",
    };

    /// <summary>Of a team.</summary>
    public static string Of(TeamStatus status) => status == TeamStatus.Completed ? "ok" : "info";

    /// <summary>Of a task.</summary>
    public static string Of(TeamTaskStatus status) => status switch
    {
        TeamTaskStatus.Done => "ok",
        TeamTaskStatus.Open => "info",
        _ => "",
    };

    /// <summary>Of a cycle.</summary>
    public static string Of(LessonStudyStatus status) => status switch
    {
        LessonStudyStatus.Running => "info",
        LessonStudyStatus.Concluded => "ok",
        _ => "",
    };

    /// <summary>Of a research lesson.</summary>
    public static string Of(ResearchLessonStatus status) => status switch
    {
        ResearchLessonStatus.Taught => "info",
        ResearchLessonStatus.Discussed => "ok",
        _ => "",
    };

    /// <summary>Of a step, by its day.</summary>
    public static string OfDay(DateOnly? doneOn, DateOnly dueOn, DateOnly today) => doneOn is not null ? "done" : dueOn <= today ? "here" : "";
}

/// <summary>What people type over several lines.</summary>
internal static class Typed
{
    /// <summary>A browser sends a line break as two characters, which counts as one.</summary>
    public static string? Lines(string? text) => text?.ReplaceLineEndings("\n").Trim();
}
