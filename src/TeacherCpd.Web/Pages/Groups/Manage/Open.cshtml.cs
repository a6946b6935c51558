using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups.Manage;

public sealed class OpenModel : AppPage
{
    public GroupForm Form { get; private set; } = null!;

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new OpenGroupCommand(
            FormId,
            Input.ProgrammeVersionId ?? Guid.Empty,
            Input.BranchId ?? Guid.Empty,
            Input.Language,
            Input.StartsOn ?? default,
            Input.EndsOn ?? default,
            Input.TrainerId ?? Guid.Empty,
            Input.Capacity ?? 0,
            Input.SmallestSize ?? 1,
            Input.Funding,
            Input.Venue,
            Input.MeetingLink),
        id =>
        {
            Notice = T["groups.open.done"];
            return Redirect($"/groups/manage/{id}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetGroupFormQuery(), form => Form = form);

    public sealed class Fields
    {
        public Guid? ProgrammeVersionId { get; set; }

        public Guid? BranchId { get; set; }

        public Domain.Common.Language Language { get; set; }

        public DateOnly? StartsOn { get; set; }

        public DateOnly? EndsOn { get; set; }

        public Guid? TrainerId { get; set; }

        public int? Capacity { get; set; } = 25;

        public int? SmallestSize { get; set; } = 10;

        public Domain.Groups.FundingSource Funding { get; set; }

        public string? Venue { get; set; }

        public string? MeetingLink { get; set; }
    }
}
