using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Collaboration.Mentoring;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Collaboration.Mentoring;

public sealed class NewModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? School { get; set; }

    [BindProperty]
    public PairFields Input { get; set; } = new();

    public PairForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        if (Form is not null)
        {
            (Input.From, Input.To) = (Form.From, Form.To);
        }

        return page;
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new ProposePairCommand(
            FormId,
            School ?? Guid.Empty,
            Input.YoungTeacherId,
            Input.MentorId,
            Input.MentorIin,
            Input.OtherSchoolReason,
            Input.From,
            Input.To,
            Typed.Lines(Input.Goals)),
        _ =>
        {
            Notice = T["mentoring.proposed"];
            return Redirect($"/mentoring/{FormId}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetPairFormQuery(School), form => Form = form);
}

/// <summary>The form of a pair.</summary>
public sealed class PairFields
{
    public Guid? YoungTeacherId { get; set; }

    public Guid? MentorId { get; set; }

    public string? MentorIin { get; set; }

    public string? OtherSchoolReason { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public string? Goals { get; set; }
}
