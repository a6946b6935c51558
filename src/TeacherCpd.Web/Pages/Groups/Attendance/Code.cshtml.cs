using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Application.Groups;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups.Attendance;

/// <summary>The screen in the room. The browser itself asks for the next code, so it needs no script.</summary>
public sealed class CodeModel : AppPage
{
    private const int MostSeconds = 10;

    public AttendanceCode View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Where the code is typed by hand.</summary>
    public string ShortAddress => $"{Request.Host}/attend/{Id}";

    /// <summary>What the picture holds.</summary>
    public string Address(string code) => $"{Request.Scheme}://{Request.Host}/attend/{Id}?code={code}";

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        if (page is PageResult && View.Code is not null)
        {
            // more often than the code changes, so that the names of those who came in follow
            Response.Headers["Refresh"] = Math.Min(View.Seconds, MostSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return page;
    }

    public Task<IActionResult> OnPostAsync() =>
        SubmitAsync(new CloseAttendanceCommand(Id), _ => Redirect($"/attendance/{Id}"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetAttendanceCodeQuery(Id), view => View = view);
}
