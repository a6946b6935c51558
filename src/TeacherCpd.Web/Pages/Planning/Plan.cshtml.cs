using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Planning.Imports;
using TeacherCpd.Application.Planning.Plans;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Collaboration;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Planning;

public sealed class PlanModel : AppPage
{
    public PlanView View { get; private set; } = null!;

    public PageLinks Links => new(View.Items.Number, View.Items.Pages, ("month", Month?.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty]
    public PlanItemFields Input { get; set; } = new();

    /// <summary>Whether the form of a handler was just sent: it stays open with its errors.</summary>
    public bool IsOpen(string handler) => HttpMethods.IsPost(Request.Method) && string.Equals(Request.Query["handler"], handler, StringComparison.Ordinal);

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostItemAsync() => SubmitAsync(
        new AddPlanItemCommand(FormId, Id, Input.Number, Input.Section, Input.Title, Input.Deadline, Typed.Lines(Input.Responsible), Input.Form), _ =>
        {
            Notice = T["planning.item.added"];
            return Redirect($"/plans/items/{FormId}");
        });

    public async Task<IActionResult> OnPostFileAsync()
    {
        await using var content = Input.File?.OpenReadStream() ?? Stream.Null;
        PlanFile? file = null;
        var answer = await SubmitAsync(new ReadPlanFileQuery(content, Input.File?.FileName ?? ""), read =>
        {
            file = read;
            return new EmptyResult();
        });
        return file is null ? answer : await SubmitAsync(new KeepPlanFileCommand(FormId, Id, file), _ => Redirect($"/plans/{Id}/import/{FormId}"));
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetPlanQuery(Id, Month, P), view => View = view);
}

/// <summary>The forms of a new item and of a file.</summary>
public sealed class PlanItemFields
{
    public string? Number { get; set; }

    public string? Section { get; set; }

    public string? Title { get; set; }

    public string? Deadline { get; set; }

    public string? Responsible { get; set; }

    public string? Form { get; set; }

    public IFormFile? File { get; set; }
}
