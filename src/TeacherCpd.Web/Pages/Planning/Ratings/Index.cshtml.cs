using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Planning.Ratings;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Collaboration;

namespace TeacherCpd.Web.Pages.Planning.Ratings;

public sealed class IndexModel : AppPage
{
    public RatingsView View { get; private set; } = null!;

    [BindProperty]
    public RubricFields Input { get; set; } = new();

    [BindProperty]
    public Guid? RubricId { get; set; }

    [BindProperty]
    public int? Year { get; set; }

    /// <summary>Whether the form of a handler was just sent: it stays open with its errors.</summary>
    public bool IsOpen(string handler) => HttpMethods.IsPost(Request.Method) && string.Equals(Request.Query["handler"], handler, StringComparison.Ordinal);

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostRubricAsync() => SubmitAsync(
        new MakeRubricOfRatingCommand(FormId, Input.OrganisationId ?? Guid.Empty, Input.Title, Input.Kind, Input.FromYear, Typed.Lines(Input.Blocks), Typed.Lines(Input.Bands)), _ =>
        {
            Notice = T["rating.rubric.made"];
            return Redirect("/ratings");
        });

    public Task<IActionResult> OnPostBeginAsync() => SubmitAsync(new BeginRatingCommand(FormId, RubricId ?? Guid.Empty, Year), id => Redirect($"/ratings/{id}"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetRatingsQuery(), view =>
    {
        View = view;
        Input.FromYear ??= view.ThisYear;
        Year ??= view.ThisYear;
    });
}

/// <summary>The form of a version of a rubric.</summary>
public sealed class RubricFields
{
    public Guid? OrganisationId { get; set; }

    public string? Title { get; set; }

    public string? Kind { get; set; }

    public int? FromYear { get; set; }

    public string? Blocks { get; set; }

    public string? Bands { get; set; }
}
