using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Certificates;

/// <summary>The words that a kind is printed with.</summary>
public sealed class TemplateModel : AppPage
{
    public TemplateView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public CertificateKind Kind { get; set; }

    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public string? KkHeading { get; set; }

    [BindProperty]
    public string? KkStatement { get; set; }

    [BindProperty]
    public string? KkSubject { get; set; }

    [BindProperty]
    public string? KkLines { get; set; }

    [BindProperty]
    public string? RuHeading { get; set; }

    [BindProperty]
    public string? RuStatement { get; set; }

    [BindProperty]
    public string? RuSubject { get; set; }

    [BindProperty]
    public string? RuLines { get; set; }

    private TemplateText Text => new(
        new(Said(KkHeading), Said(KkStatement), Said(KkSubject), Said(KkLines)),
        new(Said(RuHeading), Said(RuStatement), Said(RuSubject), Said(RuLines)));

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        if (View?.Text is { } text)
        {
            (KkHeading, KkStatement, KkSubject, KkLines) = (text.Kk.Heading, text.Kk.Statement, text.Kk.Subject, text.Kk.Lines);
            (RuHeading, RuStatement, RuSubject, RuLines) = (text.Ru.Heading, text.Ru.Statement, text.Ru.Subject, text.Ru.Lines);
        }

        return answer;
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new PublishTemplateCommand(Kind, Seen, Text), number =>
    {
        Notice = T["templates.published", number];
        return Redirect($"/certificates/templates/{Kind}");
    });

    public Task<IActionResult> OnPostPreviewAsync() => SubmitAsync(new PreviewTemplateQuery(Kind, Text), file => File(file.Content, "application/pdf"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTemplateQuery(Kind), view => View = view);

    private static string Said(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
