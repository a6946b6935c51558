using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Organisations;

public sealed class RenameModel : AppPage
{
    public OrganisationView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        if (page is PageResult)
        {
            Input = new Fields { NameKk = View.Name.Kk, NameRu = View.Name.Ru, NameEn = View.Name.En, Settlement = View.Settlement, Ownership = View.Ownership };
        }

        return page;
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new RenameOrganisationCommand(Id, Input.NameKk ?? "", Input.NameRu ?? "", Input.NameEn, Input.Settlement, Input.Ownership),
        _ =>
        {
            Notice = T["organisations.rename.done"];
            return Redirect($"/organisations/{Id}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetOrganisationQuery(Id), view => View = view);

    public sealed class Fields
    {
        public string? NameKk { get; set; }

        public string? NameRu { get; set; }

        public string? NameEn { get; set; }

        public Settlement Settlement { get; set; }

        public Ownership Ownership { get; set; }
    }
}
