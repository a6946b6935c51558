using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Assessment;

namespace TeacherCpd.Web.Pages.Assessment.Rubrics;

public sealed class NewModel : RubricFormPage
{
    private const int FreshRows = 3;

    public RubricForm Form { get; private set; } = null!;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public Guid? CentreId { get; set; }

    public Task<IActionResult> OnGetAsync()
    {
        Input.Criteria = [.. Enumerable.Range(0, FreshRows).Select(_ => new CriterionFields())];
        return LoadAsync();
    }

    public Task<IActionResult> OnPostAsync() => AddOrSendAsync(content => SubmitAsync(
        new WriteRubricCommand(FormId, CentreId, Code?.Trim() ?? "", content),
        code =>
        {
            Notice = T["rubrics.saved"];
            return Redirect($"/rubrics/{code}/1");
        }));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetRubricFormQuery(), form => Form = form);
}
