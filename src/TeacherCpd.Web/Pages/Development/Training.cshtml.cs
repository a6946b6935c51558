using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Development;
using TeacherCpd.Domain.Development;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Development;

public sealed class TrainingModel : AppPage
{
    /// <summary>The states in the order of the page: the most urgent first.</summary>
    public static readonly IReadOnlyList<TrainingStanding> Standings =
        [TrainingStanding.Overdue, TrainingStanding.Never, TrainingStanding.DueSoon, TrainingStanding.InOrder];

    public TrainingView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public TrainingStanding? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public PageLinks Links => new(
        View.People?.Number ?? View.Below?.Number ?? 1, View.People?.Pages ?? View.Below?.Pages ?? 1, ("place", View.Place.Id.ToString()), ("state", State?.ToString()));

    /// <summary>What the list is filtered by, as it stands in the address.</summary>
    public string Address =>
        QueryString.Create([KeyValuePair.Create("place", (string?)View.Place.Id.ToString()), .. State is null ? [] : new[] { KeyValuePair.Create("state", (string?)State.ToString()) }]).ToString();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTrainingQuery(Place, State, Number), view => View = view);
}
