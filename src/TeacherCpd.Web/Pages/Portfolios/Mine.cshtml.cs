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
        PortfolioStatus.ReAssessment or PortfolioStatus.Refused => "bad",
        PortfolioStatus.Draft or PortfolioStatus.FeedbackGiven => "warn",
        _ => "info",
    };

    /// <summary>The part that the form offers first: what was chosen, or the first that is missing.</summary>
    public string PartToUpload => Input.Part ?? KeyOf(View.Parts.FirstOrDefault(p => p.Newest is null) ?? View.Parts[0]);

    public static string? ClassOf(StepState state) => state switch
    {
        StepState.Done => "done",
        StepState.Here => "here",
        _ => null,
    };

    /// <summary>How the form names a part.</summary>
    public static string KeyOf(PartView part) => $"{part.Kind}-{part.Number}";

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
        var part = ChosenPart();
        var answer = await SubmitAsync(
            new ReceiveReportQuery(EnrolmentId, part, content, sent?.FileName ?? Input.File?.FileName ?? "", sent?.BegunAt),
            report =>
            {
                received = report;
                return new EmptyResult();
            });
        if (received is null)
        {
            return answer;
        }

        var isAdded = false;
        answer = await SubmitAsync(new AddMaterialCommand(FormId, EnrolmentId, part.Kind, part.Number, received, sent?.BegunAt), _ =>
        {
            isAdded = true;
            Notice = T["portfolio.upload.done"];
            return Redirect($"/my/portfolio/{EnrolmentId}");
        });
        if (isAdded && Input.UploadId is { } used)
        {
            await SubmitAsync(new ReleaseUploadCommand(used), _ => answer);
        }

        return answer;
    }

    public Task<IActionResult> OnPostHandInAsync() => SubmitAsync(new HandInPortfolioCommand(FormId, EnrolmentId), _ =>
    {
        Notice = T["portfolio.hand_in.done"];
        return Redirect($"/my/portfolio/{EnrolmentId}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyPortfolioQuery(EnrolmentId), view => View = view);

    // a form without a choice is that of a plan with one report; an unknown one is a part that no plan asks for
    private PortfolioPart ChosenPart() => (Input.Part ?? $"{MaterialKind.Report}-1").Split('-') switch
    {
        [var kind, var number] when Enum.TryParse<MaterialKind>(kind, out var known) && int.TryParse(number, out var n) => new(known, n),
        _ => new(MaterialKind.Report, 0),
    };

    public sealed class Fields
    {
        public string? Part { get; set; }

        public IFormFile? File { get; set; }

        /// <summary>Upload that holds the file, where the browser sent it in pieces before the form.</summary>
        public Guid? UploadId { get; set; }
    }
}
