using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Organisations;

public sealed class AddModel : AppPage
{
    public OrganisationView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new AddOrganisationCommand(FormId, Id, Input.Kind, Input.Code?.Trim() ?? "", Input.NameKk ?? "", Input.NameRu ?? "", Input.NameEn, Input.Settlement, Input.Ownership),
        id =>
        {
            Notice = T["organisations.add.done"];
            return Redirect($"/organisations/{id}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetOrganisationQuery(Id), view => View = view);

    public sealed class Fields
    {
        public OrganisationKind Kind { get; set; }

        public string? Code { get; set; }

        public string? NameKk { get; set; }

        public string? NameRu { get; set; }

        public string? NameEn { get; set; }

        public Settlement Settlement { get; set; }

        public Ownership Ownership { get; set; }
    }
}
