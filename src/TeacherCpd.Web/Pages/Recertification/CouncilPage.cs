using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Recertification;

/// <summary>One way in which the council decides, as a journey of its own; its form is in <c>_Council</c>.</summary>
public abstract class CouncilPage(RecertificationStatus outcome) : AppPage
{
    public CouncilSheet Sheet { get; private set; } = null!;

    /// <summary>The way.</summary>
    public RecertificationStatus Outcome { get; } = outcome;

    /// <summary>Key of the words on the button.</summary>
    public string SubmitKey => Outcome == RecertificationStatus.Certified ? "council.certify.submit" : "council.refuse.submit";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<Guid> Recertifications { get; set; } = [];

    [BindProperty]
    public string? ProtocolNumber { get; set; }

    [BindProperty]
    public DateOnly? ProtocolOn { get; set; }

    [BindProperty]
    public string? Reasons { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new RecordCouncilDecisionCommand(Id, Outcome, Recertifications, ProtocolNumber ?? "", ProtocolOn, Reasons),
        count =>
        {
            Notice = T["council.done", count];
            return Redirect($"/recertification/{Id}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCouncilSheetQuery(Id, Outcome), sheet => Sheet = sheet);
}
