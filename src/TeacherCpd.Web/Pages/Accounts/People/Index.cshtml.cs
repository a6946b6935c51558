using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Accounts.People;

/// <summary>Looking for somebody is posted: neither a number nor a name of a person stands in an address.</summary>
public sealed class IndexModel : AppPage
{
    public PeopleView View { get; private set; } = null!;

    /// <summary>Whether the list is the answer to a search.</summary>
    public bool IsSearch => !string.IsNullOrWhiteSpace(Text);

    /// <summary>The links to the other pages of the list.</summary>
    public PageLinks Links => new(View.People.Number, View.People.Pages, ("organisation", Organisation?.ToString()));

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Organisation { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync()
    {
        P = 1;
        return LoadAsync();
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetPeopleQuery(Text, Organisation, P), view => View = view);
}
