using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Accounts.People;

public sealed class AddModel : AppPage
{
    public StaffForm Form { get; private set; } = null!;

    /// <summary>Who was added; the password stands in this one answer and is kept nowhere.</summary>
    public AddedStaffMember? Added { get; private set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Organisation { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync()
    {
        Input.Language = T.Language;
        return LoadAsync();
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new AddStaffMemberCommand(
            FormId,
            Input.Iin?.Trim() ?? "",
            Input.FamilyName ?? "",
            Input.GivenName ?? "",
            Input.Patronymic,
            Input.Email,
            Input.Language,
            Organisation ?? Guid.Empty,
            Input.Position,
            Input.WorksSince,
            Input.Role),
        added =>
        {
            if (added.OneTimePassword is not null)
            {
                Added = added;
                return Page();
            }

            Notice = T[added.PersonId == FormId ? "people.add.done_already" : "people.add.known"];
            return Redirect($"/people/{added.PersonId}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetStaffFormQuery(Organisation, Q), form => Form = form);

    public sealed class Fields
    {
        public string? Iin { get; set; }

        public string? FamilyName { get; set; }

        public string? GivenName { get; set; }

        public string? Patronymic { get; set; }

        public string? Email { get; set; }

        public Domain.Common.Language Language { get; set; }

        public Position Position { get; set; } = Position.Staff;

        public DateOnly? WorksSince { get; set; }

        public Role? Role { get; set; }
    }
}
