using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Assessment.Feedback;

public sealed class IndexModel : AppPage
{
    public IReadOnlyList<FeedbackQueueLine> Queue { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetFeedbackQueueQuery(), queue => Queue = queue);
}
