using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Portfolios;

public sealed class MineModel : AppPage
{
    public MyPortfolio View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid EnrolmentId { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public string ChipOfStatus => View.Status switch
    {
        PortfolioStatus.Recommended => "ok",
        PortfolioStatus.ReAssessment => "bad",
        PortfolioStatus.Draft or PortfolioStatus.FeedbackGiven => "warn",
        _ => "info",
    };

    public static string? ClassOf(StepState state) => state switch
    {
        StepState.Done => "done",
        StepState.Here => "here",
        _ => null,
    };

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        UploadedFile? sent = null;
        if (Input.UploadId is { } uploadId)
        {
            var gone = await SubmitAsync(new OpenUploadQuery(EnrolmentId, uploadId), upload =>
            {
                sent = upload;
                return new EmptyResult();
            });
            if (sent is null)
            {
                return gone;
            }
        }

        await using var content = sent?.Content ?? Input.File?.OpenReadStream() ?? Stream.Null;
        ReceivedReport? received = null;
        var answer = await SubmitAsync(
            new ReceiveReportQuery(EnrolmentId, content, sent?.FileName ?? Input.File?.FileName ?? ""),
            report =>
            {
                received = report;
                return new EmptyResult();
            });
        if (received is null)
        {
            return answer;
        }

        var isHandedIn = false;
        answer = await SubmitAsync(new HandInReportCommand(FormId, EnrolmentId, received), _ =>
        {
            isHandedIn = true;
            Notice = T["portfolio.hand_in.done"];
            return Redirect($"/my/portfolio/{EnrolmentId}");
        });
        if (isHandedIn && Input.UploadId is { } used)
        {
            await SubmitAsync(new ReleaseUploadCommand(used), _ => answer);
        }

        return answer;
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyPortfolioQuery(EnrolmentId), view => View = view);

    public sealed class Fields
    {
        public IFormFile? File { get; set; }

        /// <summary>Upload that holds the file, where the browser sent it in pieces before the form.</summary>
        public Guid? UploadId { get; set; }
    }
}
