using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups;

public sealed class MyCalendarModel(TimeProvider time) : AppPage
{
    /// <summary>Today: sessions of today lead to the page where one marks oneself.</summary>
    public DateOnly Today => time.Today();

    public MyCalendar View { get; private set; } = null!;

    /// <summary>The address that was just made; shown once, since only its hash is kept.</summary>
    public string? Address { get; private set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostMakeAsync()
    {
        var page = await SubmitAsync(new MakeCalendarFeedCommand(), token =>
        {
            Address = $"{Request.Scheme}://{Request.Host}/calendar/{token}.ics";
            return Page();
        });
        return Address is null ? page : await LoadAsync();
    }

    public Task<IActionResult> OnPostEndAsync() => SubmitAsync(
        new EndCalendarFeedCommand(),
        _ =>
        {
            Notice = T["calendar.feed.ended"];
            return Redirect("/my/calendar");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyCalendarQuery(), view => View = view);
}
