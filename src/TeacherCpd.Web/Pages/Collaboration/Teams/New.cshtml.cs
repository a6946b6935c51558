using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Collaboration.Teams;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Collaboration.Teams;

public sealed class NewModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? School { get; set; }

    [BindProperty]
    public TeamFields Input { get; set; } = new();

    public TeamForm Form { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new FormTeamCommand(FormId, School ?? Guid.Empty, Input.Title, Typed.Lines(Input.Aim), Input.EnrolledAs, Input.Seats), _ =>
        {
            Notice = T["teams.formed"];
            return Redirect($"/teams/{FormId}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTeamFormQuery(School), form => Form = form);
}

/// <summary>The form of a team: a line for everybody of the school, with a role for those who belong to it.</summary>
public sealed class TeamFields
{
    public string? Title { get; set; }

    public string? Aim { get; set; }

    public Guid? EnrolledAs { get; set; }

    public List<TeamLine> Members { get; set; } = [];

    /// <summary>Those who belong to it.</summary>
    public IReadOnlyList<TeamSeat> Seats =>
        [.. Members.Where(m => m.Role is not null).Select(m => new TeamSeat(m.PersonId, m.Role!.Value, m.Part?.Trim() ?? ""))];

    /// <summary>What was chosen for somebody.</summary>
    public TeamLine? Of(Guid personId) => Members.Find(m => m.PersonId == personId);
}

/// <summary>A line of the form of a team.</summary>
public sealed class TeamLine
{
    public Guid PersonId { get; set; }

    public TeamRole? Role { get; set; }

    public string? Part { get; set; }
}
