using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Planning.Ratings;
using TeacherCpd.Domain.Planning;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Planning.Ratings;

public sealed class RatingModel : AppPage
{
    public RatingView View { get; private set; } = null!;

    /// <summary>Rows and columns of the file just sent that were not understood.</summary>
    public IReadOnlyList<RatingFileFault> FileFaults { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Band { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Beside { get; set; }

    [BindProperty]
    public RatingFields Input { get; set; } = new();

    /// <summary>Tenths as points.</summary>
    public static string Points(int? tenths) => tenths is { } some ? (some / 10m).ToString("0.#", CultureInfo.CurrentCulture) : "";

    /// <summary>Whether the form of a handler was just sent: it stays open with its errors.</summary>
    public bool IsOpen(string handler) => HttpMethods.IsPost(Request.Method) && string.Equals(Request.Query["handler"], handler, StringComparison.Ordinal);

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostRowAsync() => SubmitAsync(new WriteRatingCommand(Id, Input.Name, Input.Learners, Input.Points, Input.Total), _ =>
    {
        Notice = T["rating.row.written"];
        return Redirect($"/ratings/{Id}");
    });

    public async Task<IActionResult> OnPostFileAsync()
    {
        await using var content = Input.File?.OpenReadStream() ?? Stream.Null;
        var answer = await SubmitAsync(new ImportRatingCommand(Id, content, Input.File?.FileName ?? ""), import =>
        {
            FileFaults = import.Faults;
            Notice = T["rating.file.taken", import.Taken];
            return import.Faults.Count == 0 ? Redirect($"/ratings/{Id}") : new EmptyResult();
        });
        return FileFaults.Count == 0 ? answer : await LoadAsync();
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetRatingQuery(Id, Band, Beside), view =>
    {
        View = view;
        while (Input.Points.Count < view.Blocks.Count)
        {
            Input.Points.Add(null);
        }
    });
}

/// <summary>The forms of an organisation and of a file.</summary>
public sealed class RatingFields
{
    public string? Name { get; set; }

    public int? Learners { get; set; }

    public List<string?> Points { get; set; } = [];

    public string? Total { get; set; }

    public IFormFile? File { get; set; }
}
