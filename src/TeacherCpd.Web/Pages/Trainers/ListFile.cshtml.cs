using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Trainers;

/// <summary>What the register of trainers shows, all pages of it, as a table for a spreadsheet.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ListFileModel : AppPage
{
    private TrainersView? view;

    /// <summary>Beginning of a name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Programme { get; set; }

    [BindProperty(SupportsGet = true)]
    public AuthorisationStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public TrainerSource? Source { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Branch { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        return view is null ? answer : File(Csv.Of(Rows(view)), "text/csv; charset=utf-8", $"{T["trainers.title"]}.csv");
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTrainersQuery(Q, Branch, Source, Programme, Status, null), found => view = found);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<IReadOnlyList<string>> Rows(TrainersView found) =>
    [
        [
            T["trainers.name"], T["trainers.source"], T["groups.branch"], T["trainers.languages"], T["trainers.may_teach"], T["trainers.authorisations"],
            T["trainers.ends_first"], T["trainers.load"],
        ],
        .. found.Trainers.Items.Select(t => new[]
        {
            t.Name, T[t.Source], T[t.Branch], T.Words(t.Languages), Number(t.Certified), Number(t.Authorisations), t.EndsFirst is { } day ? T.Day(day) : "", Number(t.Groups),
        }),
    ];
}
