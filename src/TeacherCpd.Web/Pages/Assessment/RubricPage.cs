using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Assessment;

/// <summary>A page on which a sheet is filled in, of either stage; its form is in <c>_Rubric</c>.</summary>
public abstract class RubricPage : AppPage
{
    [BindProperty]
    public List<MarkFields> Marks { get; set; } = [];

    [BindProperty]
    public string? Comment { get; set; }

    /// <summary>How often the sheet was saved when the form was shown: what was saved in another window meanwhile is not written over.</summary>
    [BindProperty]
    public int? Shown { get; set; }

    /// <summary>The sheet that is filled in.</summary>
    public abstract SheetView Sheet { get; }

    /// <summary>What was entered.</summary>
    protected IReadOnlyList<MarkEntry> Entries => [.. Marks.Select(m => new MarkEntry(m.CriterionId, m.Level, m.Comment ?? ""))];

    /// <summary>Fills the form with what was saved, where nothing was typed.</summary>
    protected void Fill()
    {
        if (HttpMethods.IsGet(Request.Method))
        {
            Comment = Sheet.Comment;
            Shown = Sheet.Saves;
        }

        Marks = [.. Sheet.Lines.Select(line => Marks.Find(m => m.CriterionId == line.Criterion.Id)
            ?? new MarkFields { CriterionId = line.Criterion.Id, Level = line.Level, Comment = line.Comment })];
    }

    public sealed class MarkFields
    {
        public Guid CriterionId { get; set; }

        public Grade? Level { get; set; }

        public string? Comment { get; set; }
    }
}
