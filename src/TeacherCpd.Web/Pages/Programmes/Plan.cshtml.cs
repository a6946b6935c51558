using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Programmes;

/// <summary>How the portfolios of a version are assessed, with the form for the next edition for whoever writes the programme.</summary>
public sealed class PlanModel : AppPage
{
    public AssessmentPlanView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public PlanFields Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        if (View is not null)
        {
            Input = PlanFields.Of(View.Editions[0]);
        }

        return page;
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new SetAssessmentPlanCommand(Code, Number, Input.After, Input.InForceFrom, Input.Content()),
        number =>
        {
            Notice = T["plan.set.done", number];
            return Redirect($"/programmes/{Uri.EscapeDataString(Code)}/versions/{Number}/plan");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetAssessmentPlanQuery(Code, Number), view => View = view);
}

/// <summary>What the form of a plan carries. The threshold is typed in per cent.</summary>
public sealed class PlanFields
{
    public int After { get; set; }

    public DateOnly? InForceFrom { get; set; }

    public Guid? RubricId { get; set; }

    public int Reports { get; set; }

    public bool HasPresentation { get; set; }

    public bool IsChecked { get; set; }

    public int? ThresholdPercent { get; set; }

    public OriginalityConsequence Consequence { get; set; }

    public int? FormativeDays { get; set; }

    public int? SummativeDays { get; set; }

    public Marking Marking { get; set; }

    public int ModerationPercent { get; set; }

    public bool ReleasesTogether { get; set; }

    public int AppealDays { get; set; }

    public string? Basis { get; set; }

    /// <summary>The fields of the edition that follows one: the same but for its day and its basis.</summary>
    public static PlanFields Of(PlanEdition edition) => new()
    {
        After = edition.Number,
        RubricId = edition.Content.RubricId,
        Reports = edition.Content.Reports,
        HasPresentation = edition.Content.HasPresentation,
        IsChecked = edition.Content.IsChecked,
        ThresholdPercent = edition.Content.ThresholdPermille / 10,
        Consequence = edition.Content.Consequence,
        FormativeDays = edition.Content.FormativeDays,
        SummativeDays = edition.Content.SummativeDays,
        Marking = edition.Content.Marking,
        ModerationPercent = edition.Content.ModerationPercent,
        ReleasesTogether = edition.Content.ReleasesTogether,
        AppealDays = edition.Content.AppealDays,
    };

    /// <summary>What the fields say.</summary>
    public PlanContent Content() => new(
        RubricId,
        Reports,
        HasPresentation,
        IsChecked,
        ThresholdPercent * 10,
        Consequence,
        FormativeDays,
        SummativeDays,
        Marking,
        ModerationPercent,
        ReleasesTogether,
        AppealDays,
        Basis ?? "");
}
