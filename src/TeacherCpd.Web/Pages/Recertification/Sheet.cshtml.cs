using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Recertification;

public sealed class SheetModel : AppPage
{
    public TrainerSheetView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<MarkFields> Marks { get; set; } = [];

    [BindProperty]
    public string? Comment { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostSaveAsync() => SubmitAsync(new SaveTrainerSheetCommand(Id, Entries, Comment ?? ""), _ =>
    {
        Notice = T["trainer_sheets.saved"];
        return Redirect($"/recertification/sheets/{Id}");
    });

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new SignTrainerSheetCommand(Id, Entries, Comment ?? ""), _ =>
    {
        Notice = T["trainer_sheets.sign.done"];
        return Redirect("/recertification/sheets");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTrainerSheetQuery(Id), view =>
    {
        View = view;
        if (HttpMethods.IsGet(Request.Method))
        {
            Comment = view.Comment;
        }

        Marks = [.. view.Lines.Select(line => Marks.Find(m => m.CriterionId == line.CriterionId)
            ?? new MarkFields { CriterionId = line.CriterionId, Level = line.Level, Comment = line.Comment })];
    });

    private IReadOnlyList<MarkEntry> Entries => [.. Marks.Select(m => new MarkEntry(m.CriterionId, m.Level, m.Comment ?? ""))];

    public sealed class MarkFields
    {
        public Guid CriterionId { get; set; }

        public Grade? Level { get; set; }

        public string? Comment { get; set; }
    }
}
