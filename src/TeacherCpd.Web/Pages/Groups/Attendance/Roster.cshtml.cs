using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups.Attendance;

public sealed class RosterModel : AppPage
{
    public Roster View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>For how long codes are taken.</summary>
    [BindProperty]
    public int Minutes { get; set; } = 15;

    [BindProperty]
    public List<Mark> Marks { get; set; } = [];

    [BindProperty]
    public MeetingFields Input { get; set; } = new();

    /// <summary>Address of the recording; what is recorded until something is typed.</summary>
    [BindProperty]
    public string? Address { get; set; }

    /// <summary>What the list proposes; null where none was read.</summary>
    public MeetingProposal? Proposal { get; private set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostOpenAsync() =>
        SubmitAsync(new OpenAttendanceCommand(Id, Minutes), _ => Redirect($"/attendance/{Id}/code"));

    public Task<IActionResult> OnPostSaveAsync() => SubmitAsync(
        new SaveRosterCommand(Id, [.. Marks.Where(m => m.Presence is not null).Select(m => new RosterMark(m.EnrolmentId, m.Presence!.Value, m.Reason))]),
        saved =>
        {
            Notice = T["attendance.saved", saved.Came, saved.Absent];
            return Redirect($"/attendance/{Id}");
        });

    public Task<IActionResult> OnPostRecordingAsync() => SubmitAsync(new LinkRecordingCommand(Id, Address ?? ""), _ =>
    {
        Notice = T["recording.saved"];
        return Redirect($"/attendance/{Id}");
    });

    /// <summary>Marks everybody who has no mark as present, in the form only: it is saved when the trainer has looked at it.</summary>
    public Task<IActionResult> OnPostAllAsync()
    {
        foreach (var mark in Marks)
        {
            mark.Presence ??= Presence.Present;
        }

        ModelState.Clear();
        return LoadAsync();
    }

    /// <summary>Marks as the list of a meeting proposes, in the form only: they are saved when the trainer has looked at them.</summary>
    public async Task<IActionResult> OnPostMeetingAsync()
    {
        await using var content = Input.File?.OpenReadStream() ?? Stream.Null;
        var answer = await SubmitAsync(new ReadMeetingListQuery(Id, content, Input.File?.FileName ?? ""), read =>
        {
            Proposal = read;
            return new EmptyResult();
        });
        if (Proposal is null)
        {
            return answer;
        }

        Marks = [.. Proposal.People
            .Where(p => Input.ReplacesMarks || !p.IsMarked)
            .Select(p => new Mark { EnrolmentId = p.EnrolmentId, Presence = p.Presence })];
        ModelState.Clear();
        return await LoadAsync();
    }

    /// <summary>What the form shows of a person: what was just sent, else what is recorded.</summary>
    public Mark GivenTo(RosterRow person) =>
        Marks.Find(m => m.EnrolmentId == person.EnrolmentId) ?? new Mark { Presence = person.Presence, Reason = person.Reason };

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetRosterQuery(Id), view =>
    {
        View = view;
        Address ??= view.Recording;
    });

    public sealed class Mark
    {
        public Guid EnrolmentId { get; set; }

        public Presence? Presence { get; set; }

        public AbsenceReason? Reason { get; set; }
    }
}

/// <summary>The form of a list of a meeting.</summary>
public sealed class MeetingFields
{
    /// <summary>List that a program for meetings exported.</summary>
    public IFormFile? File { get; set; }

    /// <summary>Whether the list also replaces marks that are there already.</summary>
    public bool ReplacesMarks { get; set; }
}
