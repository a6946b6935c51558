using TeacherCpd.Application.Attestation.OwnEvidence;

namespace TeacherCpd.Web.Pages.Attestation;

/// <summary>The sheet of a case on a page.</summary>
/// <param name="Sheet">Sheet.</param>
/// <param name="FilesOpen">Whether the reader may open the files of the evidence.</param>
public sealed record SheetOnPage(CaseSheet Sheet, bool FilesOpen);
