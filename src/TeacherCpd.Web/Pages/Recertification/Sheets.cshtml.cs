using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Recertification;

public sealed class SheetsModel : AppPage
{
    public TrainerSheets View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new TakeTrainerReportCommand(), id => Redirect($"/recertification/sheets/{id}"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTrainerSheetsQuery(), view => View = view);
}
