using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.Rules;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Rules;

/// <summary>A section of an edition: typed, looked at, and only then saved.</summary>
public sealed class EditModel : AppPage
{
    private const string Save = "save";

    public EditionForm Form { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Section { get; set; }

    /// <summary>What the button asks for: the preview, or to save; null at the beginning.</summary>
    [BindProperty]
    public string? Step { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    private IReadOnlyList<RuleEdit> Edits => [.. Input.Values.Where(v => v.Path is not null).Select(v => new RuleEdit(v.Path!, v.Text ?? ""))];

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var shown = await LoadAsync();
        if (Step != Save || Form is null)
        {
            return shown;
        }

        return Form.IsDraft
            ? await SubmitAsync(new AmendEditionCommand(Id, Edits), Saved)
            : await SubmitAsync(new DraftEditionCommand(FormId, Id, Input.Code ?? "", Input.Source ?? "", Input.Note, Edits), Saved);
    }

    protected override async Task<IActionResult> LoadAsync()
    {
        var shown = await ShowAsync(new GetEditionFormQuery(Id, Section, Edits), form => Form = form);
        Input.Source ??= Form?.Source;
        return shown;
    }

    private IActionResult Saved(Guid id)
    {
        Notice = T["rules.save.done"];
        return Redirect($"/attestation/rules/{id}?section={Uri.EscapeDataString(Form.Section)}");
    }

    public sealed class Fields
    {
        public string? Code { get; set; }

        public string? Source { get; set; }

        public string? Note { get; set; }

        public List<Value> Values { get; set; } = [];
    }

    public sealed class Value
    {
        public string? Path { get; set; }

        public string? Text { get; set; }
    }
}
