using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Trainers;

public sealed class LapsesModel : AppPage
{
    public IReadOnlyList<TrainerLapseRow> Rows { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTrainerLapsesQuery(), rows => Rows = rows);
}
