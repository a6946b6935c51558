using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Assessment.Rubrics;

/// <summary>A page on which the content of a rubric is written; its form is in <c>_Form</c>.</summary>
public abstract class RubricFormPage : AppPage
{
    /// <summary>Whether a row is to be added; otherwise the form is saved.</summary>
    [BindProperty]
    public bool Add { get; set; }

    [BindProperty]
    public RubricFields Input { get; set; } = new();

    /// <summary>Shows the form with one row more, or sends it.</summary>
    /// <param name="send">Sends what was typed.</param>
    protected async Task<IActionResult> AddOrSendAsync(Func<RubricContent, Task<IActionResult>> send)
    {
        if (Add)
        {
            Input.Criteria.Add(new());
            return await LoadAsync();
        }

        if (ModelState.IsValid)
        {
            // rows move where empty ones stood and another order was asked for: they are shown as they are now
            Input.Arrange();
            ModelState.Clear();
        }

        return await send(Input.Content());
    }
}

/// <summary>What the form of a rubric carries.</summary>
public sealed class RubricFields
{
    public string? TitleKk { get; set; }

    public string? TitleRu { get; set; }

    public string? TitleEn { get; set; }

    public int UnsatisfactoryPercent { get; set; }

    public int GoodPercent { get; set; } = GradeRule.Half;

    public List<CriterionFields> Criteria { get; set; } = [];

    /// <summary>The fields of a rubric.</summary>
    public static RubricFields Of(RubricContent content) => new()
    {
        TitleKk = content.Title.Kk,
        TitleRu = content.Title.Ru,
        TitleEn = content.Title.En,
        UnsatisfactoryPercent = content.UnsatisfactoryPercent,
        GoodPercent = content.GoodPercent,
        Criteria = [.. content.Criteria.Select((c, i) => CriterionFields.Of(c, i + 1))],
    };

    /// <summary>Drops the rows in which nothing was written, and puts the others into the order that was asked for.</summary>
    public void Arrange()
    {
        Criteria = [.. Criteria.Where(c => !c.IsEmpty).OrderBy(c => c.Order ?? int.MaxValue)];
        for (var i = 0; i < Criteria.Count; i++)
        {
            Criteria[i].Order = i + 1;
        }
    }

    /// <summary>The content that the fields say.</summary>
    public RubricContent Content() => new(CriterionFields.Text(TitleKk, TitleRu, TitleEn), UnsatisfactoryPercent, GoodPercent, [.. Criteria.Select(c => c.Content())]);
}

/// <summary>A criterion in the form.</summary>
public sealed class CriterionFields
{
    public int? Order { get; set; }

    public string? Code { get; set; }

    public string? TitleKk { get; set; }

    public string? TitleRu { get; set; }

    public string? TitleEn { get; set; }

    public string? UnsatisfactoryKk { get; set; }

    public string? UnsatisfactoryRu { get; set; }

    public string? UnsatisfactoryEn { get; set; }

    public string? SatisfactoryKk { get; set; }

    public string? SatisfactoryRu { get; set; }

    public string? SatisfactoryEn { get; set; }

    public string? GoodKk { get; set; }

    public string? GoodRu { get; set; }

    public string? GoodEn { get; set; }

    public int Weight { get; set; } = 1;

    public bool IsDecisive { get; set; }

    /// <summary>Whether nothing was written.</summary>
    public bool IsEmpty => new[]
    {
        Code, TitleKk, TitleRu, TitleEn, UnsatisfactoryKk, UnsatisfactoryRu, UnsatisfactoryEn,
        SatisfactoryKk, SatisfactoryRu, SatisfactoryEn, GoodKk, GoodRu, GoodEn,
    }.All(string.IsNullOrWhiteSpace);

    /// <summary>The fields of a criterion.</summary>
    public static CriterionFields Of(CriterionContent content, int order) => new()
    {
        Order = order,
        Code = content.Code,
        TitleKk = content.Title.Kk,
        TitleRu = content.Title.Ru,
        TitleEn = content.Title.En,
        UnsatisfactoryKk = content.Unsatisfactory.Kk,
        UnsatisfactoryRu = content.Unsatisfactory.Ru,
        UnsatisfactoryEn = content.Unsatisfactory.En,
        SatisfactoryKk = content.Satisfactory.Kk,
        SatisfactoryRu = content.Satisfactory.Ru,
        SatisfactoryEn = content.Satisfactory.En,
        GoodKk = content.Good.Kk,
        GoodRu = content.Good.Ru,
        GoodEn = content.Good.En,
        Weight = content.Weight,
        IsDecisive = content.IsDecisive,
    };

    /// <summary>The content that the fields say.</summary>
    public CriterionContent Content() => new(
        Code?.Trim() ?? "",
        Text(TitleKk, TitleRu, TitleEn),
        Text(UnsatisfactoryKk, UnsatisfactoryRu, UnsatisfactoryEn),
        Text(SatisfactoryKk, SatisfactoryRu, SatisfactoryEn),
        Text(GoodKk, GoodRu, GoodEn),
        Weight,
        IsDecisive);

    internal static LocalizedText Text(string? kk, string? ru, string? en) => new(kk?.Trim() ?? "", ru?.Trim() ?? "", en?.Trim() ?? "");
}
