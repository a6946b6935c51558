using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Networks.Visits;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Networks.Visits;

public sealed class TemplatesModel : AppPage
{
    public VisitTemplatesView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid? Template { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostRetireAsync() => SubmitAsync(new RetireVisitTemplateCommand(Template ?? Guid.Empty), _ =>
    {
        Notice = T["visits.template.retired"];
        return Redirect("/visits/templates");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetVisitTemplatesQuery(), view => View = view);
}
