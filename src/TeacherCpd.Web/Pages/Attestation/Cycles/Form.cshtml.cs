using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Cycles;

public sealed class FormModel : AppPage
{
    public IReadOnlyList<CycleSeat> Seats { get; private set; } = [];

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new PlanCycleCommand(
            FormId,
            Input.OrganisationId,
            Input.Year,
            Input.Session,
            Input.Group,
            Input.Level,
            Input.Applications,
            Input.Test,
            Input.Review,
            Input.Sittings,
            Input.Orders,
            Input.Close),
        id =>
        {
            Notice = T["cycles.plan.done"];
            return Redirect($"/attestation/cycles/{id}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCycleFormQuery(), seats => Seats = seats);

    public sealed class Fields
    {
        public Guid? OrganisationId { get; set; }

        public int Year { get; set; }

        public int Session { get; set; } = 1;

        public CycleGroup Group { get; set; }

        public CommissionLevel Level { get; set; }

        public DateOnly? Applications { get; set; }

        public DateOnly? Test { get; set; }

        public DateOnly? Review { get; set; }

        public DateOnly? Sittings { get; set; }

        public DateOnly? Orders { get; set; }

        public DateOnly? Close { get; set; }
    }
}
