using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Trainers;

public sealed class CoachesModel : AppPage
{
    public CoachesView View { get; private set; } = null!;

    /// <summary>What came of what was sent; null before.</summary>
    public CoachImport? Import { get; private set; }

    /// <summary>The links to the other pages of the list.</summary>
    public PageLinks Links => new(View.Coaches.Number, View.Coaches.Pages, ("q", Q), ("direction", Direction?.ToString()));

    /// <summary>Beginning of a name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public CoachDirection? Direction { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        IReadOnlyList<CoachLine>? lines = string.IsNullOrWhiteSpace(Input.Iin) ? null : [new CoachLine(1, Input.Iin)];
        IActionResult? answer = null;
        if (lines is null)
        {
            await using var content = Input.File?.OpenReadStream() ?? Stream.Null;
            answer = await SubmitAsync(new ReadCoachListQuery(content, Input.File?.FileName ?? ""), read =>
            {
                lines = read;
                return new EmptyResult();
            });
        }

        if (lines is null)
        {
            return answer!;
        }

        answer = await SubmitAsync(new ImportCoachesCommand(lines, Input.Direction, Input.TrainedOn), import =>
        {
            Import = import;
            return new EmptyResult();
        });
        return Import is null ? answer : await LoadAsync();
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCoachesQuery(Q, Direction, P), view => View = view);

    public sealed class Fields
    {
        public CoachDirection Direction { get; set; }

        public DateOnly? TrainedOn { get; set; }

        public string? Iin { get; set; }

        public IFormFile? File { get; set; }
    }
}
