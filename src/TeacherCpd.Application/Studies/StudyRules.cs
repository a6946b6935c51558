using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies;

/// <summary>What the sources leave open about studies, as the settings say it.</summary>
/// <param name="SmallGroup">People from which a group is shown in results.</param>
/// <param name="RemindAfterDays">Days after the last mail on which those who have not answered are reminded.</param>
/// <param name="MostReminders">Reminders after the invitation.</param>
/// <param name="Levels">From where the levels of a diagnosis begin.</param>
public sealed record StudyRules(int SmallGroup, int RemindAfterDays, int MostReminders, LevelLines Levels);
