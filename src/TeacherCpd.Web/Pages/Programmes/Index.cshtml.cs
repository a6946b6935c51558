using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Programmes;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Programmes;

public sealed class IndexModel : AppPage
{
    public ProgrammeRegister Register { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Direction { get; set; }

    [BindProperty(SupportsGet = true)]
    public AudienceTypes? Audience { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() =>
        ShowAsync(new GetProgrammesQuery(Q, Direction, T.Language, Year, Audience ?? AudienceTypes.None), register => Register = register);
}
