using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Testing.Tests;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Testing.Tests;

/// <summary>A new trial test, or one that nobody can take yet.</summary>
public sealed class WriteModel(TimeProvider time) : AppPage
{
    private const int UsualDays = 14;

    // of the official test (order 83, paragraph 40)
    private const int UsualMinutes = 80;

    /// <summary>Test; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public TrialTestForm Form { get; private set; } = null!;

    private TrialTestView? View { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        if (Form is null)
        {
            return answer;
        }

        if (View is { Status: not TrialTestStatus.Draft })
        {
            return Redirect($"/trial-tests/{Id}");
        }

        Input = View is { } view
            ? Fields.Of(view.Plan)
            : new Fields { OpensOn = time.Today(), ClosesOn = time.Today().AddDays(UsualDays), Minutes = UsualMinutes };
        Input.Sections.AddRange(Form.Sections
            .Where(s => !Input.Sections.Exists(x => x.Section == s.Section && (x.Subject ?? "") == s.Subject))
            .Select(s => new SectionFields { Section = s.Section, Subject = s.Subject }));
        return answer;
    }

    public Task<IActionResult> OnPostAsync() => Id is { } id
        ? SubmitAsync(new ReviseTrialTestCommand(id, Input.Written), _ => Go(id))
        : SubmitAsync(new PlanTrialTestCommand(FormId, Input.OrganisationId, Input.Written), _ => Go(FormId));

    /// <summary>Approved items that the bank has of a section.</summary>
    public int Approved(SectionFields section) => Form.Sections.FirstOrDefault(s => s.Section == section.Section && s.Subject == (section.Subject ?? ""))?.Approved ?? 0;

    protected override async Task<IActionResult> LoadAsync()
    {
        if (Id is { } id)
        {
            var found = await ShowAsync(new GetTrialTestQuery(id), view => View = view);
            if (View is null)
            {
                return found;
            }
        }

        return await ShowAsync(new GetTrialTestFormQuery(), form => Form = form);
    }

    private RedirectResult Go(Guid id)
    {
        Notice = T["trials.saved"];
        return Redirect($"/trial-tests/{id}");
    }

    public sealed class Fields
    {
        public Guid? OrganisationId { get; set; }

        public string? TitleKk { get; set; }

        public string? TitleRu { get; set; }

        public string? TitleEn { get; set; }

        public DateOnly OpensOn { get; set; }

        public DateOnly ClosesOn { get; set; }

        public int Minutes { get; set; }

        public bool ShowsAnswersAtOnce { get; set; }

        public List<SectionFields> Sections { get; set; } = [];

        /// <summary>What was written; sections of which no item is asked are left out.</summary>
        public TrialTestPlan Written => new(
            new LocalizedText(TitleKk?.Trim() ?? "", TitleRu?.Trim() ?? "", TitleEn?.Trim() ?? ""),
            OpensOn,
            ClosesOn,
            Minutes,
            ShowsAnswersAtOnce,
            [.. Sections.Where(s => s.Count != 0).Select(s => new SectionPlan(s.Section, s.Subject ?? "", s.Count))]);

        /// <summary>The form with what stands in the test.</summary>
        public static Fields Of(TrialTestPlan plan) => new()
        {
            TitleKk = plan.Title.Kk,
            TitleRu = plan.Title.Ru,
            TitleEn = plan.Title.En,
            OpensOn = plan.OpensOn,
            ClosesOn = plan.ClosesOn,
            Minutes = plan.Minutes,
            ShowsAnswersAtOnce = plan.ShowsAnswersAtOnce,
            Sections = [.. plan.Sections.Select(s => new SectionFields { Section = s.Section, Subject = s.Subject, Count = s.Count })],
        };
    }

    public sealed class SectionFields
    {
        public TestSection Section { get; set; }

        public string? Subject { get; set; }

        public int Count { get; set; }
    }
}
