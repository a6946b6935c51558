using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Application.Audit;
using TeacherCpd.Application.Texts;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Audit;

/// <summary>
/// Who did what. The filters stand in the address, so that a view can be kept; a person stands there by an id alone:
/// the number or name that was looked for is sent as a form.
/// </summary>
public sealed class IndexModel : AppPage
{
    public AuditPage View { get; private set; } = null!;

    /// <summary>People of the name that was looked for, where there are several.</summary>
    public IReadOnlyList<AuditPerson> People { get; private set; } = [];

    /// <summary>What the chain was found to be; null: nobody asked.</summary>
    public AuditChainState? Chain { get; private set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Process { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? RecordId { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Processes to choose, in the order of the page's language.</summary>
    public IEnumerable<(string Name, string Words)> Processes => AuditNames.Processes
        .Select(name => (name, AuditNames.OfProcess(T.Language, name)))
        .OrderBy(p => p.Item2, StringComparer.Create(TextCatalogue.CultureOf(T.Language), ignoreCase: true));

    /// <summary>Whether anything is left out.</summary>
    public bool IsFiltered => Person is not null || Process is not null || RecordId is not null || From is not null || To is not null;

    private GetAuditQuery Filtered => new(Person, Process, RecordId, From, To, Before);

    /// <summary>The address of this view with one thing changed, from its newest on.</summary>
    public string With(string name, string? value)
    {
        var filters = new Dictionary<string, string?>
        {
            ["person"] = Person?.ToString(),
            ["process"] = Process,
            ["recordId"] = RecordId?.ToString(),
            ["from"] = From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["to"] = To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            [name] = value,
        };
        return $"/audit{QueryString.Create(filters.Where(f => !string.IsNullOrEmpty(f.Value)))}";
    }

    public Task<IActionResult> OnGetAsync()
    {
        SayWhatIsWrong();
        return SubmitAsync(Filtered, view =>
        {
            View = view;
            return Page();
        });
    }

    public async Task<IActionResult> OnPostPersonAsync()
    {
        SayWhatIsWrong();
        var answer = await SubmitAsync(new FindAuditPersonQuery(Text ?? ""), found =>
        {
            People = found;
            return Page();
        });
        return People.Count switch
        {
            0 => answer,
            1 => Redirect(With("person", $"{People[0].Id}")),
            _ => await LoadAsync(),
        };
    }

    public async Task<IActionResult> OnPostChainAsync()
    {
        SayWhatIsWrong();
        var page = await LoadAsync();
        return page is PageResult ? await ShowAsync(new CheckAuditChainQuery(), state => Chain = state) : page;
    }

    // after a fault the page shows all
    protected override Task<IActionResult> LoadAsync() => ShowAsync(ModelState.IsValid ? Filtered : new GetAuditQuery(), view => View = view);

    // the framework tells it in English
    private void SayWhatIsWrong()
    {
        foreach (var wrong in ModelState.Values.Where(v => v.ValidationState == ModelValidationState.Invalid))
        {
            wrong.Errors.Clear();
            wrong.Errors.Add(T["error.audit_filter_wrong"]);
        }
    }
}
