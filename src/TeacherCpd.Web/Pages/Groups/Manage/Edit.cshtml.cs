using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups.Manage;

public sealed class EditModel : AppPage
{
    public GroupEditForm Form { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>State of the group that the form showed.</summary>
    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        if (page is PageResult)
        {
            Revision = Form.Revision;
            Input = new Fields
            {
                StartsOn = Form.Plan.StartsOn,
                EndsOn = Form.Plan.EndsOn,
                TrainerId = Form.Plan.TrainerId,
                SmallestSize = Form.Plan.SmallestSize,
                Capacity = Form.Plan.Capacity,
                Venue = Form.Plan.Venue,
                MeetingLink = Form.Plan.MeetingLink,
            };
        }

        return page;
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new EditGroupCommand(Id, Revision, new GroupPlan(
            Input.StartsOn ?? default,
            Input.EndsOn ?? default,
            Input.TrainerId ?? Guid.Empty,
            Input.SmallestSize ?? 0,
            Input.Capacity ?? 0,
            Input.Venue,
            Input.MeetingLink)),
        _ =>
        {
            Notice = T["groups.edit.done"];
            return Redirect($"/groups/manage/{Id}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetGroupEditFormQuery(Id), form => Form = form);

    public sealed class Fields
    {
        public DateOnly? StartsOn { get; set; }

        public DateOnly? EndsOn { get; set; }

        public Guid? TrainerId { get; set; }

        public int? SmallestSize { get; set; }

        public int? Capacity { get; set; }

        public string? Venue { get; set; }

        public string? MeetingLink { get; set; }
    }
}
