using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Trainers;

public sealed class MineModel : AppPage
{
    public MyTrainerFile View { get; private set; } = null!;

    [BindProperty]
    public Guid RecertificationId { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await using var content = Input.File?.OpenReadStream() ?? Stream.Null;
        ReceivedReport? received = null;
        var answer = await SubmitAsync(new ReceiveReflectiveReportQuery(RecertificationId, content, Input.File?.FileName ?? ""), report =>
        {
            received = report;
            return new EmptyResult();
        });
        return received is null ? answer : await SubmitAsync(new HandInReflectiveReportCommand(FormId, RecertificationId, Input.NewPractice, received), _ =>
        {
            Notice = T["my_trainer.done"];
            return Redirect("/my/trainer");
        });
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyTrainerFileQuery(), view => View = view);

    /// <summary>What is wrong with a field of the form that was sent; null when nothing is.</summary>
    public string? FaultOf(string field) => ModelState[$"Input.{field}"] is { Errors: [var first, ..] } ? first.ErrorMessage : null;

    public sealed class Fields
    {
        /// <summary>What was practised since an earlier refusal.</summary>
        public string? NewPractice { get; set; }

        public IFormFile? File { get; set; }
    }
}
