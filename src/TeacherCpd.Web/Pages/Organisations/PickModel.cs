using TeacherCpd.Application.Organisations;

namespace TeacherCpd.Web.Pages.Organisations;

/// <summary>Choosing the organisation that a form is about.</summary>
/// <param name="Pick">What there is to choose from.</param>
/// <param name="Text">What was looked for.</param>
public sealed record PickModel(OrganisationPick Pick, string? Text);
