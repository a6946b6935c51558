using TeacherCpd.Domain.HelpDesk;

namespace TeacherCpd.Application.HelpDesk;

/// <summary>What the settings say about the help desk.</summary>
/// <param name="Hours">Hours in which it works; the time up to the first answer is counted in them.</param>
/// <param name="AnswerHours">Working hours within which a first answer is promised.</param>
public sealed record HelpDeskRules(WorkingHours Hours, int AnswerHours);
