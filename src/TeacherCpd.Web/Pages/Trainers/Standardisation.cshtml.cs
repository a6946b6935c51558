using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Trainers;

public sealed class StandardisationModel(TimeProvider time) : AppPage
{
    public StandardisationView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new RecordStandardisationCommand(FormId, Input.Kind, Input.Title ?? "", Input.On, Input.Words ?? "", Input.Link, Input.Trainers),
        _ =>
        {
            Notice = T["standardisation.done"];
            return Redirect("/standardisation");
        });

    protected override Task<IActionResult> LoadAsync() =>
        ShowAsync(new GetStandardisationQuery(Math.Clamp(Year ?? time.Today().Year, 2000, 2100)), view => View = view);

    public sealed class Fields
    {
        public StandardisationKind Kind { get; set; }

        public string? Title { get; set; }

        public DateOnly? On { get; set; }

        public string? Words { get; set; }

        public string? Link { get; set; }

        public List<Guid> Trainers { get; set; } = [];
    }
}
