using TeacherCpd.Domain.Assessment;

namespace TeacherCpd.Web.Pages.Assessment;

/// <summary>A grade has one colour everywhere.</summary>
public static class RubricChips
{
    /// <summary>Class of the chip.</summary>
    public static string Of(Grade grade) => grade switch
    {
        Grade.Unsatisfactory => "bad",
        Grade.Satisfactory => "info",
        Grade.Good => "ok",
    };
}
