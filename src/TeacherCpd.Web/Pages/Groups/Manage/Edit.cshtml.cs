using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Trainers;
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

    /// <summary>Trainer chosen from the proposals; null where another button was pressed.</summary>
    [BindProperty]
    public Guid? Pick { get; set; }

    /// <summary>Whether the chosen trainer may, and who else; null until asked or refused.</summary>
    public TrainerProposals? Proposals { get; private set; }

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

    /// <summary>Shows who may teach the group; nothing is written.</summary>
    public async Task<IActionResult> OnPostTrainersAsync()
    {
        ModelState.Clear();
        Input.TrainerId = Pick ?? Input.TrainerId;
        return await ProposeAsync(await LoadAsync());
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var page = await SendAsync();
        return ModelState["Input.TrainerId"] is { Errors.Count: > 0 } ? await ProposeAsync(page) : page;
    }

    private Task<IActionResult> SendAsync() => SubmitAsync(
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

    private async Task<IActionResult> ProposeAsync(IActionResult page)
    {
        if (page is PageResult && Input.StartsOn is { } first && Input.EndsOn is { } last)
        {
            await ShowAsync(new FindTrainersQuery(Form.ProgrammeVersionId, Form.BranchId, Form.Language, first, last, Input.TrainerId, Id), found => Proposals = found);
        }

        return page;
    }

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
