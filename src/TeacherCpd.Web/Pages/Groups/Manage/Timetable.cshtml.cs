using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups.Manage;

/// <summary>The timetable as one form. What is typed stays through checking, adding and removing rows, without JavaScript.</summary>
public sealed class TimetableModel : AppPage
{
    public TimetableForm Form { get; private set; } = null!;

    /// <summary>Clashes that a check found; null before a check.</summary>
    public IReadOnlyList<ClashView>? Clashes { get; private set; }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>State of the timetable that the form showed.</summary>
    [BindProperty]
    public string Stamp { get; set; } = "";

    /// <summary>Whether the clashes were seen and do not matter.</summary>
    [BindProperty]
    public bool Despite { get; set; }

    [BindProperty]
    public List<Row> Rows { get; set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        if (page is PageResult)
        {
            Stamp = Form.Stamp;
            Rows = [.. Form.Rows.Select(Row.Of)];
        }

        return page;
    }

    public Task<IActionResult> OnPostCheckAsync() => CheckAsync();

    public async Task<IActionResult> OnPostAddAsync()
    {
        var last = Rows.Count > 0 ? Rows[^1] : null;
        Rows.Add(new Row
        {
            Phase = last?.Phase ?? 1,
            Kind = last?.Kind ?? PhaseKind.Classroom,
            Day = last?.Day?.AddDays(1),
            From = last?.From,
            To = last?.To,
            TrainerId = last?.TrainerId,
            Room = last?.Room,
            Link = last?.Link,
        });
        ModelState.Clear();
        return await LoadAsync();
    }

    public async Task<IActionResult> OnPostRemoveAsync(int remove)
    {
        if (remove >= 0 && remove < Rows.Count)
        {
            Rows.RemoveAt(remove);
        }

        ModelState.Clear();
        return await LoadAsync();
    }

    public async Task<IActionResult> OnPostSaveAsync()
    {
        var page = await SubmitAsync(new SaveTimetableCommand(Id, Stamp, Sent, Despite), _ =>
        {
            Notice = T["timetable.saved"];
            return Redirect($"/groups/manage/{Id}/timetable");
        });
        return page is PageResult shown && ModelState[""] is { Errors.Count: > 0 } ? await CheckAsync(shown.StatusCode) : page;
    }

    /// <summary>Whether a row clashes with something.</summary>
    public bool ClashesIn(int row) => Clashes?.Any(c => c.Row == row + 1) ?? false;

    /// <summary>What is wrong with a row; null when nothing is.</summary>
    public string? FaultOf(int row)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"Rows[{row}].");
        return ModelState
            .Where(e => e.Key.StartsWith(prefix, StringComparison.Ordinal))
            .SelectMany(e => e.Value!.Errors)
            .Select(e => e.ErrorMessage)
            .FirstOrDefault();
    }

    /// <summary>A day as the browser wants it.</summary>
    public string? Day(Row row) => row.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A time as the browser wants it.</summary>
    public string? Time(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTimetableQuery(Id), form => Form = form);

    private List<SessionRow> Sent => [.. Rows.Select(r => new SessionRow(r.Id, r.Phase, r.Kind, r.Day, r.From, r.To, r.TrainerId, r.Room, r.Link))];

    private async Task<IActionResult> CheckAsync(int? status = null)
    {
        await ShowAsync(new CheckTimetableQuery(Id, Sent), check => Clashes = check.Clashes);
        var page = await LoadAsync();
        if (page is PageResult shown && status is not null)
        {
            shown.StatusCode = status;
        }

        return page;
    }

    public sealed class Row
    {
        public Guid? Id { get; set; }

        public int Phase { get; set; } = 1;

        public PhaseKind Kind { get; set; }

        public DateOnly? Day { get; set; }

        public TimeOnly? From { get; set; }

        public TimeOnly? To { get; set; }

        public Guid? TrainerId { get; set; }

        public string? Room { get; set; }

        public string? Link { get; set; }

        /// <summary>The row of a session.</summary>
        public static Row Of(SessionRow row) => new()
        {
            Id = row.Id,
            Phase = row.Phase,
            Kind = row.Kind,
            Day = row.Day,
            From = row.From,
            To = row.To,
            TrainerId = row.TrainerId,
            Room = row.Room,
            Link = row.Link,
        };
    }
}
