using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Monitoring.Matrix;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Monitoring;

public sealed class MatrixModel : AppPage
{
    public MatrixView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid EnrolmentId { get; set; }

    [BindProperty]
    public int Shown { get; set; }

    [BindProperty]
    public List<RowInput> Rows { get; set; } = [];

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new FillMatrixCommand(EnrolmentId, [.. Rows.Select(r => new MatrixRow(r.Kind, r.Month, r.DueOn, r.TrainerId, r.Wish))], Shown),
        _ =>
        {
            Notice = T["matrix.filled"];
            return Redirect($"/matrix/{EnrolmentId}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMatrixQuery(EnrolmentId), view =>
    {
        View = view;
        if (Rows.Count != view.Rows.Count)
        {
            // nothing was typed, or the plan changed meanwhile
            Rows = [.. view.Rows.Select(r => new RowInput { Kind = r.Kind, Month = r.Month, DueOn = r.DueOn, TrainerId = r.TrainerId, Wish = r.Wish })];
            Shown = view.Revision;
        }
    });

    /// <summary>What is typed for a planned contact.</summary>
    public sealed class RowInput
    {
        public ContactKind Kind { get; set; }

        public int Month { get; set; }

        public DateOnly? DueOn { get; set; }

        public Guid? TrainerId { get; set; }

        public string? Wish { get; set; }
    }
}
