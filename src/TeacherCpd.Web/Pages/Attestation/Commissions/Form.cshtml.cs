using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Commissions;

public sealed class FormModel : AppPage
{
    public CommissionForm Form { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid? Organisation { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new FormCommissionCommand(
            FormId,
            Organisation ?? Guid.Empty,
            Input.NameKk ?? "",
            Input.NameRu ?? "",
            Input.NameEn,
            Input.OrderNumber,
            Input.OrderedOn,
            Input.ValidFrom,
            Input.SecretaryId,
            Input.Members),
        id =>
        {
            Notice = T["commissions.form.done"];
            return Redirect($"/commissions/{id}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCommissionFormQuery(Organisation, Q), form => Form = form);

    public sealed class Fields
    {
        public string? NameKk { get; set; }

        public string? NameRu { get; set; }

        public string? NameEn { get; set; }

        public string? OrderNumber { get; set; }

        public DateOnly? OrderedOn { get; set; }

        public DateOnly? ValidFrom { get; set; }

        public Guid? SecretaryId { get; set; }

        public List<Guid> Members { get; set; } = [];
    }
}
