using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Testing.Appeals;
using TeacherCpd.Application.Testing.Player;
using TeacherCpd.Domain.Testing;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Testing.Player;

/// <summary>An appeal against one question of the own attempt.</summary>
public sealed class AppealModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Position { get; set; }

    [BindProperty]
    public AppealGround? Ground { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public AnsweredQuestion Answered { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new AppealItemCommand(Id, Position, Ground, Reason), _ =>
    {
        Notice = T["appeals.filed"];
        return Redirect($"/my/tests/{Id}/result");
    });

    protected override async Task<IActionResult> LoadAsync()
    {
        AttemptResult? view = null;
        var page = await ShowAsync(new GetMyResultQuery(Id), found => view = found);
        if (view is null)
        {
            return page;
        }

        var answered = view.Questions.FirstOrDefault(q => q.Question.Position == Position);
        if (answered is null)
        {
            return NotFound();
        }

        Answered = answered;
        return page;
    }
}
