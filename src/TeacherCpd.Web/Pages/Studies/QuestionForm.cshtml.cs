using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Studies;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Studies;

public sealed class QuestionFormModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Code of the question; empty for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public QuestionnaireView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        if (View is null)
        {
            return answer;
        }

        if (!View.IsDraft)
        {
            return Redirect($"/studies/questionnaires/{Id}");
        }

        var questions = View.Content.Questions.ToList();
        var place = questions.FindIndex(q => q.Code == Code);
        Input = place < 0 ? new Fields { Place = questions.Count + 1 } : Fields.Of(questions[place], place + 1);
        return answer;
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new WriteQuestionCommand(Id, Input.Written(Code ?? ""), Input.Place), _ =>
    {
        Notice = T["question.saved"];
        return Redirect($"/studies/questionnaires/{Id}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetQuestionnaireQuery(Id), view => View = view);

    public sealed class Fields
    {
        public int Place { get; set; } = 1;

        public QuestionKind Kind { get; set; }

        public KirkpatrickLevel Level { get; set; }

        public string? TextKk { get; set; }

        public string? TextRu { get; set; }

        public string? TextEn { get; set; }

        public bool IsRequired { get; set; }

        public string? OptionsKk { get; set; }

        public string? OptionsRu { get; set; }

        public string? OptionsEn { get; set; }

        public string? RowsKk { get; set; }

        public string? RowsRu { get; set; }

        public string? RowsEn { get; set; }

        public string? Need { get; set; }

        public StudyIndicator? Indicator { get; set; }

        public int Positive { get; set; } = 1;

        /// <summary>The form with a question.</summary>
        public static Fields Of(Question question, int place) => new()
        {
            Place = place,
            Kind = question.Kind,
            Level = question.Level,
            TextKk = question.Text.Kk,
            TextRu = question.Text.Ru,
            TextEn = question.Text.En,
            IsRequired = question.IsRequired,
            OptionsKk = string.Join('\n', question.Options.Select(o => o.Kk)),
            OptionsRu = string.Join('\n', question.Options.Select(o => o.Ru)),
            OptionsEn = string.Join('\n', question.Options.Select(o => o.En)),
            RowsKk = string.Join('\n', question.Rows.Select(o => o.Kk)),
            RowsRu = string.Join('\n', question.Rows.Select(o => o.Ru)),
            RowsEn = string.Join('\n', question.Rows.Select(o => o.En)),
            Need = question.Need,
            Indicator = question.Indicator,
            Positive = Math.Max(1, question.Positive),
        };

        /// <summary>The question; what its kind has no use for is left out.</summary>
        public Question Written(string code)
        {
            var hasOptions = Kind is QuestionKind.One or QuestionKind.Several or QuestionKind.Matrix;
            return new Question(
                code,
                Kind,
                new LocalizedText(TextKk?.Trim() ?? "", TextRu?.Trim() ?? "", TextEn?.Trim() ?? ""),
                Level,
                IsRequired,
                hasOptions ? Together(OptionsKk, OptionsRu, OptionsEn) : [],
                Kind == QuestionKind.Matrix ? Together(RowsKk, RowsRu, RowsEn) : [],
                string.IsNullOrEmpty(Need) ? null : Need,
                Indicator,
                Indicator is null ? 0 : Positive);
        }

        // the first line of each language is one option, and so on; where one has fewer lines, the missing text is found as a fault
        private static List<LocalizedText> Together(string? kk, string? ru, string? en)
        {
            var (first, second, third) = (Lines(kk), Lines(ru), Lines(en));
            return [.. Enumerable.Range(0, Math.Max(first.Count, Math.Max(second.Count, third.Count)))
                .Select(i => new LocalizedText(first.ElementAtOrDefault(i) ?? "", second.ElementAtOrDefault(i) ?? "", third.ElementAtOrDefault(i) ?? ""))];
        }

        private static List<string> Lines(string? text) => [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }
}
