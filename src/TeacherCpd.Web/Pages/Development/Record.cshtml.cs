using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Development;
using TeacherCpd.Domain.Development;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Development;

public sealed class RecordModel : AppPage
{
    public MyRecord View { get; private set; } = null!;

    /// <summary>Key of the words about what counts of an activity, with their values.</summary>
    public static (string Key, object?[] Args) Counted(MyActivity activity) => activity switch
    {
        { Status: not ActivityStatus.Confirmed } => ("development.claimed", [activity.Hours]),
        { Counted: { } counted } => ($"development.counted.{counted.Limit}", [activity.Hours, counted.Hours, counted.Figure]),
        _ => ("development.counted.before", [activity.Hours]),
    };

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyRecordQuery(), view => View = view);
}
