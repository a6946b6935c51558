using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Programmes;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Programmes;

public sealed class ProgrammeModel : AppPage
{
    public ProgrammeView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>Which form came back, so that it stands open.</summary>
    public string? Failed { get; private set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAdvanceAsync() =>
        SubmitAsync(new AdvanceVersionCommand(Code, Input.Number, Input.To, Input.Note), _ => Again(T["programmes.step.done"]));

    public Task<IActionResult> OnPostNewVersionAsync() => SubmitAsync(
        new DraftNewVersionCommand(Code, Input.ChangeReason ?? ""),
        number =>
        {
            Notice = T["programmes.new_version.done"];
            return Redirect($"/programmes/{Uri.EscapeDataString(Code)}/versions/{number}/edit");
        });

    public Task<IActionResult> OnPostWithdrawAsync()
    {
        Failed = "Withdraw";
        return SubmitAsync(new WithdrawVersionCommand(Code, Input.Withdrawn, Input.Reason ?? ""), _ => Again(T["programmes.withdraw.done"]));
    }

    public Task<IActionResult> OnPostAccreditAsync()
    {
        Failed = "Accredit";
        return SubmitAsync(
            new AccreditProgrammeCommand(FormId, Code, Input.Agency ?? "", Input.Status, Input.ValidFrom, Input.ValidUntil, Input.Certificate),
            _ => Again(T["programmes.accredit.done"]));
    }

    public Task<IActionResult> OnPostAliasesAsync()
    {
        Failed = "Aliases";
        return SubmitAsync(new ChangeAliasesCommand(Code, Input.Aliases), _ => Again(T["programmes.aliases.done"]));
    }

    public Task<IActionResult> OnPostCorrectAsync()
    {
        Failed = "Correct";
        return SubmitAsync(
            new CorrectProgrammeCommand(
                Code,
                Input.Revision,
                Input.TitleKk ?? "",
                Input.TitleRu ?? "",
                Input.TitleEn,
                Flags.Together(Input.Audiences),
                Input.Direction,
                Input.Level),
            _ => Again(T["programmes.correct.done"]));
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetProgrammeQuery(Code), view => View = view);

    private RedirectResult Again(string notice)
    {
        Notice = notice;
        return Redirect($"/programmes/{Uri.EscapeDataString(Code)}");
    }

    public sealed class Fields
    {
        public int Number { get; set; }

        public ProgrammeVersionStatus To { get; set; }

        public string? Note { get; set; }

        public string? ChangeReason { get; set; }

        public int Withdrawn { get; set; }

        public string? Reason { get; set; }

        public string? Agency { get; set; }

        public AccreditationStatus Status { get; set; }

        public DateOnly? ValidFrom { get; set; }

        public DateOnly? ValidUntil { get; set; }

        public string? Certificate { get; set; }

        public string? Aliases { get; set; }

        public int Revision { get; set; }

        public string? TitleKk { get; set; }

        public string? TitleRu { get; set; }

        public string? TitleEn { get; set; }

        public List<AudienceTypes> Audiences { get; set; } = [];

        public string? Direction { get; set; }

        public EducationLevel? Level { get; set; }

        /// <summary>What the register says of the programme, to be corrected.</summary>
        public static Fields Of(ProgrammeView view) => new()
        {
            Revision = view.Work!.Revision,
            TitleKk = view.Title.Kk,
            TitleRu = view.Title.Ru,
            TitleEn = view.Title.En,
            Audiences = Flags.In(view.Audiences),
            Direction = view.Direction,
            Level = view.Level,
        };
    }
}
