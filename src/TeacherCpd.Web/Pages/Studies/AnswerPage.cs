using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Studies.Answers;
using TeacherCpd.Domain.Studies;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Studies;

/// <summary>A page on which a questionnaire is answered, by its open address or by invitation.</summary>
public abstract class AnswerPage : AppPage
{
    /// <summary>Version that the form showed.</summary>
    [BindProperty]
    public int Number { get; set; }

    /// <summary>Region, if it was said.</summary>
    [BindProperty]
    public Guid? RegionId { get; set; }

    /// <summary>Programme, if it was said.</summary>
    [BindProperty]
    public Guid? ProgrammeId { get; set; }

    /// <summary>The questionnaire.</summary>
    public SurveyForm Form { get; protected set; } = null!;

    /// <summary>What was typed: the fields are those of the questions, which only the database knows.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Given => HttpMethods.IsPost(Request.Method) && Request.HasFormContentType
        ? Request.Form.ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[.. f.Value.OfType<string>()])
        : new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The version of a form that comes back; null where a fresh one is shown.</summary>
    protected int? Shown => HttpMethods.IsPost(Request.Method) && Number > 0 ? Number : null;

    /// <summary>Whether a value of a field was chosen.</summary>
    public bool IsGiven(string field, int value) => Given.TryGetValue(field, out var values) && values.Contains(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The words typed in a field.</summary>
    public string WordsOf(string field) => Given.TryGetValue(field, out var values) && values.Count > 0 ? values[0] : "";

    /// <summary>The error at a question; null where there is none.</summary>
    public string? ErrorAt(Question question) => ModelState.TryGetValue(question.Code, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
}
