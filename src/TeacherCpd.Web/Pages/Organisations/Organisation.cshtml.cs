using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Organisations;

public sealed class OrganisationModel : AppPage
{
    public OrganisationView View { get; private set; } = null!;

    /// <summary>The links to the other pages of the list.</summary>
    public PageLinks Links => new(View.Below.Number, View.Below.Pages);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetOrganisationQuery(Id, P), view => View = view);
}
