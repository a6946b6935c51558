using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.Categories;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Categories;

public sealed class PersonModel : AppPage
{
    public PersonCategories View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty]
    public PauseFields Pause { get; set; } = new();

    /// <summary>Record that a form is about.</summary>
    [BindProperty]
    public Guid? RowId { get; set; }

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new EnterCategoryCommand(
            FormId, Id, Input.Category ?? "", Input.GrantedOn, Input.ValidUntil, Input.Basis, Input.Paragraph, Input.Ground ?? "", Input.GivenBy),
        _ => Again("categories.enter.done"));

    /// <summary>The term stands still.</summary>
    public Task<IActionResult> OnPostPauseAsync() => SubmitAsync(
        new EnterPauseCommand(FormId, Id, Pause.Kind, Pause.From, Pause.To, Pause.Ground ?? ""), _ => Again("categories.pause.done"));

    /// <summary>The person is back.</summary>
    public Task<IActionResult> OnPostBackAsync() => SubmitAsync(new EndPauseCommand(RowId ?? Guid.Empty, Id, LastDay), _ => Again("categories.back.done"));

    /// <summary>What was entered wrongly is taken back.</summary>
    public async Task<IActionResult> OnPostAnnulAsync()
    {
        await LoadAsync();
        return View?.Record.Pauses.Any(p => p.Id == RowId) == true
            ? await SubmitAsync(new AnnulPauseCommand(RowId!.Value, Id, Reason ?? ""), _ => Again("categories.annul.done"))
            : await SubmitAsync(new AnnulCategoryCommand(RowId ?? Guid.Empty, Id, Reason ?? ""), _ => Again("categories.annul.done"));
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetPersonCategoriesQuery(Id), view => View = view);

    private RedirectResult Again(string notice)
    {
        Notice = T[notice];
        return Redirect($"/attestation/categories/{Id}");
    }

    public sealed class Fields
    {
        public string? Category { get; set; }

        public DateOnly? GrantedOn { get; set; }

        public DateOnly? ValidUntil { get; set; }

        public CategoryBasis Basis { get; set; } = CategoryBasis.BroughtAlong;

        public string? Paragraph { get; set; }

        public string? Ground { get; set; }

        public string? GivenBy { get; set; }
    }

    public sealed class PauseFields
    {
        public PauseKind Kind { get; set; }

        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }

        public string? Ground { get; set; }
    }
}
