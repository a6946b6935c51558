using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Infrastructure.Accounts;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Accounts;

public sealed class RegisterModel(SignInManager<Account> signIn) : AppPage
{
    public RegistrationForm Form { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid? District { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync()
    {
        Input.Language = T.Language;
        return LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var answer = await SubmitAsync(
            new RegisterTeacherCommand(
                FormId,
                Input.Iin ?? "",
                Input.FamilyName ?? "",
                Input.GivenName ?? "",
                Input.Patronymic,
                Input.SchoolId ?? Guid.Empty,
                Input.WorksSince,
                Input.Language,
                Input.Email,
                Input.Password ?? ""),
            _ => Redirect("/catalogue"));
        if (answer is RedirectResult)
        {
            await signIn.PasswordSignInAsync(Input.Iin!.Trim(), Input.Password!, isPersistent: false, lockoutOnFailure: true);
            Language.Remember(Response, Input.Language);
            Notice = Application.Texts.TextCatalogue.Get(Input.Language, "register.done");
        }

        return answer;
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetRegistrationFormQuery(District), form => Form = form);

    public sealed class Fields
    {
        public string? Iin { get; set; }

        public string? FamilyName { get; set; }

        public string? GivenName { get; set; }

        public string? Patronymic { get; set; }

        public Guid? SchoolId { get; set; }

        public DateOnly? WorksSince { get; set; }

        public Domain.Common.Language Language { get; set; }

        public string? Email { get; set; }

        public string? Password { get; set; }
    }
}
