using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Networks.Visits;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Networks.Visits;

public sealed class NewModel : AppPage
{
    public VisitForm Form { get; private set; } = null!;

    /// <summary>Words of the name of a school.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public VisitFields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new PlanVisitCommand(FormId, Input.TemplateId, Input.SchoolId, Input.StartsOn), _ =>
    {
        Notice = T["visits.planned"];
        return Redirect($"/visits/{FormId}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetVisitFormQuery(Q), form =>
    {
        Form = form;
        if (HttpMethods.IsGet(Request.Method))
        {
            Input.StartsOn = form.Today;
        }
    });
}

/// <summary>The form of a visit.</summary>
public sealed class VisitFields
{
    public Guid? TemplateId { get; set; }

    public Guid? SchoolId { get; set; }

    public DateOnly? StartsOn { get; set; }
}
