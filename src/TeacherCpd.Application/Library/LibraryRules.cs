namespace TeacherCpd.Application.Library;

/// <summary>What the settings say about the library.</summary>
/// <param name="Reviewers">People of the council who have to agree before a material is published.</param>
/// <param name="SchoolYearMonth">Month on whose first day a school year begins, 1 to 12.</param>
public sealed record LibraryRules(int Reviewers, int SchoolYearMonth);
