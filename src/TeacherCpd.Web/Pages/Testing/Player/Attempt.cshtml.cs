using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Testing.Player;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Testing.Player;

/// <summary>One question of an attempt. Whatever device opens it shows the question that is asked now; where none is, the result.</summary>
public sealed class AttemptModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Question that the form showed.</summary>
    [BindProperty]
    public int Position { get; set; }

    /// <summary>Places of the options chosen.</summary>
    [BindProperty]
    public List<int> Chosen { get; set; } = [];

    public AttemptView View { get; private set; } = null!;

    /// <summary>What is wrong with the choice; null for nothing.</summary>
    public string? ChoiceError => ModelState.TryGetValue(nameof(Chosen), out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAnswerAsync() => SubmitAsync(new AnswerItemCommand(Id, Position, Chosen, Skips: false), Go);

    public Task<IActionResult> OnPostSkipAsync() => SubmitAsync(new AnswerItemCommand(Id, Position, [], Skips: true), Go);

    public Task<IActionResult> OnPostEndAsync() => SubmitAsync(new EndAttemptCommand(Id), _ => Redirect($"/my/tests/{Id}/result"));

    protected override async Task<IActionResult> LoadAsync()
    {
        var page = await ShowAsync(new GetMyAttemptQuery(Id), view => View = view);
        return View is { Question: null } ? Redirect($"/my/tests/{Id}/result") : page;
    }

    private RedirectResult Go(AnswerReceipt receipt)
    {
        Notice = receipt switch
        {
            AnswerReceipt.DealtWith => T["attempt.dealt_with", Position],
            AnswerReceipt.TooLate => T["attempt.too_late"],
            _ => null,
        };
        return Redirect(receipt is AnswerReceipt.Kept or AnswerReceipt.DealtWith ? $"/my/tests/{Id}" : $"/my/tests/{Id}/result");
    }
}
