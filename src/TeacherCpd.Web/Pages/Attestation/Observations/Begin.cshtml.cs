using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.Observations;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Observations;

public sealed class BeginModel : AppPage
{
    [BindProperty]
    public string? Iin { get; set; }

    [BindProperty]
    public ObserverPart? Part { get; set; }

    [BindProperty]
    public ObservationVariant? Variant { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public int? Number { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? ClassName { get; set; }

    [BindProperty]
    public string? Topic { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new BeginObservationCommand(FormId, Iin, Part, Variant, On, Number, Subject, ClassName, Topic), id => Redirect($"/observations/{id}"));

    // nothing but the form: asked all the same, so that only those who may observe see it
    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetObservationFormQuery(), _ => { });
}
