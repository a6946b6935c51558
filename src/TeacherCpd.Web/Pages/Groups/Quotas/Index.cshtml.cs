using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups.Quotas;

public sealed class IndexModel(TimeProvider time) : AppPage
{
    public QuotaBook Book { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Programme { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Region { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        (Input.Year, Input.ProgrammeId, Input.RegionId) = (Year, Programme, Region);
        return page;
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new PlanQuotaCommand(
            new QuotaKey(Input.Year ?? 0, Input.ProgrammeId ?? Guid.Empty, Input.RegionId ?? Guid.Empty, Input.Language, Input.Funding),
            Input.Planned ?? -1,
            Input.Granted ?? -1),
        _ =>
        {
            Notice = T["quotas.plan.done"];
            return Redirect($"/quotas?year={Input.Year}");
        });

    protected override Task<IActionResult> LoadAsync()
    {
        Year = Math.Clamp(Year ?? Input.Year ?? time.Today().Year, 2000, 2100);
        return ShowAsync(new GetQuotasQuery(Year.Value, Programme, Region), book => Book = book);
    }

    public sealed class Fields
    {
        public int? Year { get; set; }

        public Guid? ProgrammeId { get; set; }

        public Guid? RegionId { get; set; }

        public Domain.Common.Language Language { get; set; }

        public FundingSource Funding { get; set; }

        public int? Planned { get; set; }

        public int? Granted { get; set; }
    }
}
