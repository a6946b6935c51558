using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.Rules;
using TeacherCpd.Application.Common;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Rules;

public sealed class YearsModel(TimeProvider time) : AppPage
{
    public YearlyTermsPage View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Session { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync()
    {
        var shown = await LoadAsync();
        (Input.Year, Input.Session) = (View?.Year, View?.Session);
        if (View?.Chosen is { } row)
        {
            Input = new Fields
            {
                Year = row.Year,
                Session = row.Session,
                ApplyFrom = row.ApplyFrom,
                ApplyTo = row.ApplyTo,
                TestFrom = row.TestFrom,
                TestTo = row.TestTo,
                TestFee = row.TestFee,
                EssayTopics = row.EssayTopics,
                Source = row.Source,
            };
        }

        return shown;
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new SaveYearlyTermsCommand(
            Input.Year ?? 0,
            Input.Session ?? 0,
            Input.ApplyFrom,
            Input.ApplyTo,
            Input.TestFrom,
            Input.TestTo,
            Input.TestFee,
            Input.EssayTopics,
            Input.Source),
        _ =>
        {
            Notice = T["years.done"];
            return Redirect("/attestation/rules/years");
        });

    protected override Task<IActionResult> LoadAsync() =>
        ShowAsync(new GetYearlyTermsQuery(Year ?? time.Today().Year, Session ?? 1), view => View = view);

    public sealed class Fields
    {
        public int? Year { get; set; }

        public int? Session { get; set; }

        public DateOnly? ApplyFrom { get; set; }

        public DateOnly? ApplyTo { get; set; }

        public DateOnly? TestFrom { get; set; }

        public DateOnly? TestTo { get; set; }

        public int? TestFee { get; set; }

        public string? EssayTopics { get; set; }

        public string? Source { get; set; }
    }
}
