using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Networks.Events;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Networks.Events;

public sealed class NewModel : AppPage
{
    public CoachEventForm Form { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid? School { get; set; }

    [BindProperty]
    public CoachEventFields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new PlanCoachEventCommand(
            FormId, School ?? Guid.Empty, Input.CoachId, Input.Kind, Input.Topic, Input.From, Input.To, Input.Place, Input.Link, Input.Language, Input.Schools),
        _ =>
        {
            Notice = T["coach_events.planned"];
            return Redirect($"/networks/events/{FormId}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCoachEventFormQuery(School), form =>
    {
        Form = form;
        if (HttpMethods.IsGet(Request.Method))
        {
            (Input.Language, Input.Schools) = (T.Language, [.. form.For.Select(s => s.Id)]);
        }
    });
}

/// <summary>The form of an event.</summary>
public sealed class CoachEventFields
{
    public Guid? CoachId { get; set; }

    public CoachEventKind Kind { get; set; }

    public string? Topic { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public string? Place { get; set; }

    public string? Link { get; set; }

    public Domain.Common.Language Language { get; set; }

    public List<Guid> Schools { get; set; } = [];
}
