namespace TeacherCpd.Domain.Originality;

/// <summary>
/// When the rounds after handing in are made. A version that came in time is checked again once the last day of its stage is
/// over, when everybody has handed in, and once more seven days later. One that came after that day, for re-assessment, was
/// compared with all of them at once: only the round of the week after follows.
/// </summary>
public static class LaterRounds
{
    /// <summary>Calendar days between the two later rounds.</summary>
    public const int Days = 7;

    /// <summary>The round that follows another, and the first day on which it is made; null after the last.</summary>
    /// <param name="round">Round that is queued.</param>
    /// <param name="handedInOn">Day on which the version was handed in.</param>
    /// <param name="lastDay">Last day of handing in for its stage.</param>
    public static (CheckRound Round, DateOnly On)? After(CheckRound round, DateOnly handedInOn, DateOnly lastDay) => round switch
    {
        CheckRound.HandedIn when handedInOn <= lastDay => (CheckRound.Deadline, lastDay.AddDays(1)),
        CheckRound.HandedIn => (CheckRound.WeekLater, handedInOn.AddDays(Days)),
        CheckRound.Deadline => (CheckRound.WeekLater, lastDay.AddDays(1 + Days)),
        CheckRound.WeekLater or _ => null,
    };
}
