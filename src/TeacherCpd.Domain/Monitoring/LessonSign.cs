namespace TeacherCpd.Domain.Monitoring;

/// <summary>
/// A strong or weak side by which lessons are described, so that what is seen in many can be counted. The bank is that of the 2022 report
/// (appendix B1); the observer's own words stand beside it.
/// </summary>
/// <param name="Code">Code; its words stand in the texts under <c>sign.</c> and the code.</param>
/// <param name="Parameter">Parameter to which it belongs.</param>
/// <param name="IsStrong">Whether it is a strong side.</param>
public sealed record LessonSign(string Code, LessonParameter Parameter, bool IsStrong)
{
    /// <summary>Longest code, in characters.</summary>
    public const int CodeLength = 60;

    /// <summary>The bank, strong sides first within a parameter.</summary>
    public static readonly IReadOnlyList<LessonSign> All =
    [
        new("plan_meets_requirements", LessonParameter.Planning, true),
        new("content_fits_aims", LessonParameter.Planning, true),
        new("tasks_below_thinking_level", LessonParameter.Planning, false),
        new("no_task_shows_aim_reached", LessonParameter.Planning, false),
        new("aims_set_and_knowledge_recalled", LessonParameter.Teaching, true),
        new("dialogue_with_pupils", LessonParameter.Teaching, true),
        new("forms_of_work_vary", LessonParameter.Teaching, true),
        new("aim_not_discussed", LessonParameter.Teaching, false),
        new("pupils_do_not_ask", LessonParameter.Teaching, false),
        new("no_peer_learning", LessonParameter.Teaching, false),
        new("group_work_by_few", LessonParameter.Teaching, false),
        new("time_not_managed", LessonParameter.Teaching, false),
        new("homework_not_explained", LessonParameter.Teaching, false),
        new("pupils_encouraged", LessonParameter.Assessment, true),
        new("tasks_test_understanding", LessonParameter.Assessment, true),
        new("criteria_and_descriptors", LessonParameter.Assessment, true),
        new("pupils_do_not_assess", LessonParameter.Assessment, false),
        new("feedback_apart_from_descriptors", LessonParameter.Assessment, false),
        new("tasks_do_not_show_progress", LessonParameter.Assessment, false),
        new("slides_show_content", LessonParameter.Technology, true),
        new("no_shared_online_work", LessonParameter.Technology, false),
        new("no_quick_online_feedback", LessonParameter.Technology, false),
    ];

    private static readonly HashSet<string> Codes = [.. All.Select(s => s.Code)];

    /// <summary>Whether the bank has a code.</summary>
    public static bool IsKnown(string code) => Codes.Contains(code);
}
