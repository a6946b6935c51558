using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>What a person entered for one criterion.</summary>
public sealed record MarkEntry(Guid CriterionId, Grade? Level, string Comment);

/// <summary>What a person entered into a sheet.</summary>
public interface ISheetEntry
{
    /// <summary>Entries in the order of the form.</summary>
    IReadOnlyList<MarkEntry> Marks { get; }

    /// <summary>Words about the whole.</summary>
    string Comment { get; }

    /// <summary>How often the sheet was saved when the form was shown; null where nobody knows.</summary>
    int? Shown { get; }
}

/// <summary>What came of saving a draft.</summary>
/// <param name="Saves">How often it was saved: what the form sends back next time.</param>
/// <param name="At">When it was last saved (UTC).</param>
public sealed record SavedSheet(int Saves, DateTime At);

/// <summary>A sheet as it is shown: each criterion with its descriptors, level and words.</summary>
/// <param name="Id">Id; null while nothing was saved.</param>
/// <param name="SignedAt">When it was signed (UTC); null while it is a draft.</param>
/// <param name="Grade">Grade; only on a signed summative sheet.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Saves">How often it was saved.</param>
/// <param name="Comment">Words about the whole.</param>
/// <param name="Lines">A line for each criterion that is to be marked, in order.</param>
/// <param name="Rubric">The rubric by which it is filled in.</param>
public sealed record SheetView(
    Guid? Id, DateTime? SignedAt, Grade? Grade, SheetRole Role, int Saves, string Comment, IReadOnlyList<SheetLine> Lines, SheetRubric Rubric)
{
    /// <summary>Whether every criterion has its level.</summary>
    public bool IsComplete => Lines.Count > 0 && Lines.All(l => l.Level is not null);

    /// <summary>The grade that follows from the levels; null while one is missing, and for a sheet of some criteria only.</summary>
    public Grade? GradeThatFollows => IsComplete && Role != SheetRole.Third ? Rubric.Rule.Of(Lines.ToDictionary(l => l.Criterion.Id, l => l.Level!.Value)) : null;
}

/// <summary>One criterion of a sheet.</summary>
public sealed record SheetLine(CriterionView Criterion, Grade? Level, string Comment, IReadOnlyList<RemarkView> Remarks);

/// <summary>The rubric of a sheet.</summary>
/// <param name="Criteria">Its criteria in order.</param>
/// <param name="Rule">Its table.</param>
public sealed record SheetRubric(IReadOnlyList<CriterionView> Criteria, GradeRule Rule);

/// <summary>A criterion with the descriptor of each level.</summary>
public sealed record CriterionView(Guid Id, string Code, LocalizedText Title, LocalizedText Unsatisfactory, LocalizedText Satisfactory, LocalizedText Good)
{
    /// <summary>What work of a level looks like.</summary>
    public LocalizedText Descriptor(Grade level) => level switch
    {
        Grade.Unsatisfactory => Unsatisfactory,
        Grade.Satisfactory => Satisfactory,
        Grade.Good => Good,
    };
}

/// <summary>Lengths of words; what is missing before a signature is checked when it is signed.</summary>
internal abstract class SheetEntryValidator<T> : AbstractValidator<T>
    where T : ISheetEntry
{
    protected SheetEntryValidator()
    {
        RuleForEach(c => c.Marks).ChildRules(mark =>
        {
            mark.RuleFor(m => m.Level).IsInEnum().WithErrorCode("required");
            mark.RuleFor(m => m.Comment).MaximumLength(2000).WithErrorCode("too_long");
        });
        RuleFor(c => c.Comment).MaximumLength(4000).WithErrorCode("too_long");
    }
}

/// <summary>Reads and fills sheets of both stages alike.</summary>
internal static class Sheets
{
    /// <summary>A rubric with its table.</summary>
    public static async Task<SheetRubric> SheetRubricAsync(this IAppDbContext db, Guid rubricId, CancellationToken cancellationToken) =>
        View(await db.Rubrics.AsNoTracking().Include(r => r.Criteria).SingleAsync(r => r.Id == rubricId, cancellationToken));

    /// <summary>A rubric as a sheet has it.</summary>
    public static SheetRubric View(Rubric rubric) => new(
        [.. rubric.Criteria.OrderBy(c => c.Order).Select(c => new CriterionView(c.Id, c.Code, c.Title, c.Unsatisfactory, c.Satisfactory, c.Good))],
        rubric.Rule);

    /// <summary>A sheet, or an empty one, by its rubric.</summary>
    /// <param name="sheet">Sheet.</param>
    /// <param name="rubric">Rubric.</param>
    /// <param name="remarks">Remarks of the sheet in order.</param>
    /// <param name="hide">Finds what must not be read in quotes; null: nothing.</param>
    public static SheetView View(
        RubricSheet? sheet, SheetRubric rubric, IEnumerable<PassageRemark> remarks, Func<string, IReadOnlyList<HiddenRange>>? hide = null)
    {
        var made = remarks.ToList();
        var criteria = sheet?.ToMark(rubric.Criteria) ?? rubric.Criteria;
        var marks = sheet?.Marks.ToDictionary(m => m.CriterionId) ?? [];
        return new SheetView(
            sheet?.Id,
            sheet?.SignedAt,
            sheet?.Grade,
            sheet?.Role.Shown() ?? SheetRole.Feedback,
            sheet?.Saves ?? 0,
            sheet?.Comment ?? "",
            [.. criteria.Select(c => new SheetLine(c, marks.GetValueOrDefault(c.Id)?.Level, marks.GetValueOrDefault(c.Id)?.Comment ?? "", made.On(c.Id, hide)))],
            rubric);
    }

    /// <summary>
    /// Saves what was entered; criteria that are not to be marked do not exist for this sheet. What was saved in another window
    /// is not written over: the same sent twice is no such thing.
    /// </summary>
    public static Error? Fill(this RubricSheet sheet, ISheetEntry entry, IReadOnlyList<CriterionView> criteria, DateTime at)
    {
        if (entry.Marks.Any(m => criteria.All(c => c.Id != m.CriterionId)))
        {
            return new NotFound();
        }

        List<(Guid, Grade?, string)> marks = [.. entry.Marks.Select(m => (m.CriterionId, m.Level, m.Comment))];
        if (entry.Shown is { } shown && sheet.SavedAt is { } saved && shown != sheet.Saves)
        {
            return sheet.Says(marks, entry.Comment) ? null : new SheetSavedElsewhere(saved);
        }

        return sheet.SaveDraft(marks, entry.Comment, at);
    }

    /// <summary>What to tell about a draft that is saved.</summary>
    public static SavedSheet Saved(this RubricSheet sheet) => new(sheet.Saves, sheet.SavedAt!.Value);

    /// <summary>Each criterion without a level, at its field; null when none is missing.</summary>
    public static InvalidInput? WhatIsMissing(this ISheetEntry entry)
    {
        var faults = entry.Marks
            .Select((mark, index) => (mark.Level, Index: index))
            .Where(m => m.Level is null)
            .Select(m => new FieldFault($"{nameof(ISheetEntry.Marks)}[{m.Index}].{nameof(MarkEntry.Level)}", "level_missing", [m.Index + 1]))
            .ToList();
        return faults.Count > 0 ? new InvalidInput(faults) : null;
    }
}
