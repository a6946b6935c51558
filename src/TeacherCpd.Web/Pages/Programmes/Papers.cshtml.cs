using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Programmes;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Programmes;

public sealed class PapersModel : AppPage
{
    public IReadOnlyList<AwaitingVersion> Waiting { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public ApprovalKind Kind { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => Kind == ApprovalKind.CommitteeLetter
        ? SubmitAsync(new RecordLetterCommand(Input.Number ?? "", Input.Date, Input.VersionIds), _ => Recorded())
        : SubmitAsync(new RecordProtocolCommand(Input.Number ?? "", Input.Date, Input.VersionIds), _ => Recorded());

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetPapersQuery(Kind), waiting => Waiting = waiting);

    private RedirectResult Recorded()
    {
        Notice = T["programmes.papers.done", Input.VersionIds.Count];
        return Redirect($"/programmes/papers?kind={Kind}");
    }

    public sealed class Fields
    {
        public string? Number { get; set; }

        public DateOnly? Date { get; set; }

        public List<Guid> VersionIds { get; set; } = [];
    }
}
