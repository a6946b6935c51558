namespace TeacherCpd.Application.Testing;

/// <summary>What the settings say about trial tests and the bank of items.</summary>
/// <param name="Reviewers">Experts who have to agree before tests use an item.</param>
/// <param name="AppealDays">Days for an appeal against an item of a trial test.</param>
/// <param name="ExtraMinutes">Minutes more for people with impaired sight, hearing or movement (order 83, paragraph 40).</param>
public sealed record TestingRules(int Reviewers, int AppealDays, int ExtraMinutes);
