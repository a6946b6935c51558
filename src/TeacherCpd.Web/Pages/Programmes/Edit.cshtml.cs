using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Application.Programmes;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Programmes;

/// <summary>The content of a version. Rows are added by a button that sends the form and keeps all that was typed; empty ones are dropped.</summary>
public sealed class EditModel : AppPage
{
    public VersionForm View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>Name of the list to which a row is to be added; null when the form is saved.</summary>
    [BindProperty]
    public string? Add { get; set; }

    [BindProperty]
    public VersionFields Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        if (page is PageResult)
        {
            Input = VersionFields.Of(View.Content);
        }

        return page;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Add is not null)
        {
            Input.AddRow(Add);
            return await LoadAsync();
        }

        if (ModelState.IsValid)
        {
            // rows move up where empty ones stood: they are shown as they are now, not as they were sent
            Input.DropEmptyRows();
            ModelState.Clear();
        }

        return await SubmitAsync(new ReviseDraftCommand(Code, Number, Input.Content()), _ =>
        {
            Notice = T["programmes.edit.done"];
            return Redirect($"/programmes/{Uri.EscapeDataString(Code)}");
        });
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetVersionFormQuery(Code, Number), view => View = view);
}

/// <summary>What the form of a version carries.</summary>
public sealed class VersionFields
{
    private const int FreshRows = 3;

    public int? Hours { get; set; }

    public ProgrammeFormat Format { get; set; }

    public string? AudienceKk { get; set; }

    public string? AudienceRu { get; set; }

    public string? AudienceEn { get; set; }

    public List<TeachingLanguages> Languages { get; set; } = [];

    public FinalAssessment FinalAssessment { get; set; }

    public Guid? AssessingBodyId { get; set; }

    public List<ApplicationSteps> ApplicationSteps { get; set; } = [];

    public int? TeamSize { get; set; }

    public int? MinimumAttendance { get; set; }

    public List<string> Competences { get; set; } = [];

    public string? StudySummary { get; set; }

    public string? StudyLink { get; set; }

    public List<PhaseFields> Phases { get; set; } = [];

    public List<ModuleFields> Modules { get; set; } = [];

    public List<ContactFields> Support { get; set; } = [];

    /// <summary>The fields of a version, with an empty row where a list has none.</summary>
    public static VersionFields Of(VersionContent content)
    {
        var fields = new VersionFields
        {
            Hours = content.Hours,
            Format = content.Format,
            AudienceKk = content.Audience.Kk,
            AudienceRu = content.Audience.Ru,
            AudienceEn = content.Audience.En,
            Languages = Flags.In(content.Languages),
            FinalAssessment = content.FinalAssessment,
            AssessingBodyId = content.AssessingBodyId,
            ApplicationSteps = Flags.In(content.ApplicationSteps),
            TeamSize = content.TeamSize,
            MinimumAttendance = content.MinimumAttendance,
            Competences = [.. content.Competences.Split('\n', StringSplitOptions.RemoveEmptyEntries)],
            StudySummary = content.StudySummary,
            StudyLink = content.StudyLink,
            Phases = [.. content.Phases.Select(p => new PhaseFields { Kind = p.Kind, Hours = p.Hours, Days = p.Days, Weeks = p.Weeks })],
            Modules = [.. content.Modules.Select(m => new ModuleFields
            {
                TitleKk = m.Title.Kk,
                TitleRu = m.Title.Ru,
                TitleEn = m.Title.En,
                Hours = m.Hours,
                Activities = Flags.In(m.Activities),
                Inclusive = m.Inclusive,
            })],
            Support = [.. content.Support.Select(c => new ContactFields { Kind = c.Kind, Month = c.Month })],
        };
        while (fields.Phases.Count < FreshRows)
        {
            fields.AddRow(nameof(Phases));
        }

        fields.AddRow(nameof(Modules));
        fields.AddRow(nameof(Support));
        return fields;
    }

    /// <summary>Adds an empty row to a list.</summary>
    public void AddRow(string list)
    {
        switch (list)
        {
            case nameof(Phases):
                Phases.Add(new());
                break;
            case nameof(Modules):
                Modules.Add(new());
                break;
            case nameof(Support):
                Support.Add(new());
                break;
        }
    }

    /// <summary>Drops the rows in which nothing was written.</summary>
    public void DropEmptyRows()
    {
        Phases.RemoveAll(p => p is { Hours: null, Days: null, Weeks: null });
        Modules.RemoveAll(m => m.Hours is null && string.IsNullOrWhiteSpace(m.TitleKk) && string.IsNullOrWhiteSpace(m.TitleRu));
        Support.RemoveAll(c => c.Month is null);
    }

    /// <summary>The content that the fields say.</summary>
    public VersionContent Content() => new()
    {
        Hours = Hours,
        Format = Format,
        Audience = Text(AudienceKk, AudienceRu, AudienceEn),
        Languages = Flags.Together(Languages),
        FinalAssessment = FinalAssessment,
        AssessingBodyId = AssessingBodyId,
        ApplicationSteps = Flags.Together(ApplicationSteps),
        TeamSize = TeamSize,
        MinimumAttendance = MinimumAttendance ?? 0,
        Competences = string.Join('\n', Application.Programmes.Competences.All.Select(c => c.Code).Where(Competences.Contains)),
        StudySummary = string.IsNullOrWhiteSpace(StudySummary) ? null : StudySummary.Trim(),
        StudyLink = string.IsNullOrWhiteSpace(StudyLink) ? null : StudyLink.Trim(),
        Phases = [.. Phases.Select(p => new PhaseContent(p.Kind, p.Hours ?? 0, p.Days, p.Weeks))],
        Modules = [.. Modules.Select(m => new ModuleContent(Text(m.TitleKk, m.TitleRu, m.TitleEn), m.Hours ?? 0, Flags.Together(m.Activities), m.Inclusive))],
        Support = [.. Support.Where(c => c.Month is not null).Select(c => new PlannedContact(c.Kind, c.Month!.Value))],
    };

    private static LocalizedText Text(string? kk, string? ru, string? en) => new(kk?.Trim() ?? "", ru?.Trim() ?? "", en?.Trim() ?? "");
}

/// <summary>A row of the phases.</summary>
public sealed class PhaseFields
{
    public PhaseKind Kind { get; set; }

    public int? Hours { get; set; }

    public int? Days { get; set; }

    public int? Weeks { get; set; }
}

/// <summary>A row of the modules.</summary>
public sealed class ModuleFields
{
    public string? TitleKk { get; set; }

    public string? TitleRu { get; set; }

    public string? TitleEn { get; set; }

    public int? Hours { get; set; }

    public List<ActivityTypes> Activities { get; set; } = [];

    public bool Inclusive { get; set; }
}

/// <summary>A row of the contacts after the course.</summary>
public sealed class ContactFields
{
    public ContactKind Kind { get; set; }

    public int? Month { get; set; }
}
