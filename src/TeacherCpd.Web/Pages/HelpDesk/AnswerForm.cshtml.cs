using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Application.HelpDesk.Answers;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.HelpDesk;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.HelpDesk;

/// <summary>A new answer that is given often, or one that is there.</summary>
public sealed class AnswerFormModel : AppPage
{
    /// <summary>Answer; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    private CannedAnswerView? View { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        if (View is { } view)
        {
            Input = Fields.Of(view);
        }

        return answer;
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(Input.Command(Id ?? FormId), _ =>
    {
        Notice = T["help.answers.saved"];
        return Redirect("/help/answers");
    });

    protected override async Task<IActionResult> LoadAsync()
    {
        var answer = await ShowAsync(new GetCannedAnswersQuery(), answers => View = answers.FirstOrDefault(a => a.Id == Id));
        return answer is PageResult && Id is not null && View is null ? NotFound() : answer;
    }

    public sealed class Fields
    {
        public TicketSubject Subject { get; set; }

        public string? TitleKk { get; set; }

        public string? TitleRu { get; set; }

        public string? TitleEn { get; set; }

        public string? TextKk { get; set; }

        public string? TextRu { get; set; }

        public string? TextEn { get; set; }

        public bool IsOffered { get; set; } = true;

        /// <summary>The command that writes it.</summary>
        public WriteCannedAnswerCommand Command(Guid id) => new(
            id, Subject, new LocalizedText(Trim(TitleKk), Trim(TitleRu), Trim(TitleEn)), new LocalizedText(Trim(TextKk), Trim(TextRu), Trim(TextEn)), IsOffered);

        /// <summary>The form with what is there.</summary>
        public static Fields Of(CannedAnswerView view) => new()
        {
            Subject = view.Subject,
            TitleKk = view.Title.Kk,
            TitleRu = view.Title.Ru,
            TitleEn = view.Title.En,
            TextKk = view.Text.Kk,
            TextRu = view.Text.Ru,
            TextEn = view.Text.En,
            IsOffered = view.IsOffered,
        };

        private static string Trim(string? text) => text?.ReplaceLineEndings("\n").Trim() ?? "";
    }
}
