using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups.Attendance;

/// <summary>Where the picture in the room leads: one button, and then what the stored row says.</summary>
public sealed class AttendModel : AppPage
{
    public MyAttendance View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new CheckInCommand(Id, Code ?? ""), _ => Redirect($"/attend/{Id}"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyAttendanceQuery(Id), view => View = view);
}
