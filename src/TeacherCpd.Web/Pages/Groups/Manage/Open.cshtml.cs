using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups.Manage;

public sealed class OpenModel : AppPage
{
    public GroupForm Form { get; private set; } = null!;

    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>Trainer chosen from the proposals; null where another button was pressed.</summary>
    [BindProperty]
    public Guid? Pick { get; set; }

    /// <summary>Whether the chosen trainer may, and who else; null until asked or refused.</summary>
    public TrainerProposals? Proposals { get; private set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

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

    private async Task<IActionResult> ProposeAsync(IActionResult page)
    {
        if (page is PageResult && Input.StartsOn is { } first && Input.EndsOn is { } last)
        {
            await ShowAsync(new FindTrainersQuery(Input.ProgrammeVersionId ?? Guid.Empty, Input.BranchId ?? Guid.Empty, Input.Language, first, last, Input.TrainerId), found => Proposals = found);
        }

        return page;
    }

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
