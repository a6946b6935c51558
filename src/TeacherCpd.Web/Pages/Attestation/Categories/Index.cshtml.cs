using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.Categories;
using TeacherCpd.Application.Groups;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Attestation.Categories;

/// <summary>People whose categories the user keeps. Who is looked for is posted, so that no number stands in an address.</summary>
public sealed class IndexModel : AppPage
{
    public Paged<PersonWithCategory> People { get; private set; } = null!;

    /// <summary>The links to the other pages of the list.</summary>
    public PageLinks Links => new(People.Number, People.Pages);

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty]
    public string? Text { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetPeopleWithCategoriesQuery(Text, P), people => People = people);
}
