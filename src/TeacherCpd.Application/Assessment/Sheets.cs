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
}

/// <summary>A sheet as it is shown: each criterion with its descriptors, level and words.</summary>
/// <param name="Id">Id; null while nothing was saved.</param>
/// <param name="SignedAt">When it was signed (UTC); null while it is a draft.</param>
/// <param name="Grade">Grade; only on a signed summative sheet.</param>
/// <param name="Comment">Words about the whole.</param>
/// <param name="Lines">A line for each criterion, in order.</param>
public sealed record SheetView(Guid? Id, DateTime? SignedAt, Grade? Grade, string Comment, IReadOnlyList<SheetLine> Lines)
{
    /// <summary>The grade that follows from the levels; null while one is missing.</summary>
    public Grade? GradeThatFollows =>
        Lines.Count > 0 && Lines.All(l => l.Level is not null) ? GradeRule.Of([.. Lines.Select(l => l.Level!.Value)]) : null;
}

/// <summary>One criterion of a sheet.</summary>
public sealed record SheetLine(CriterionView Criterion, Grade? Level, string Comment);

/// <summary>A criterion with the descriptor of each level.</summary>
public sealed record CriterionView(Guid Id, LocalizedText Title, LocalizedText Unsatisfactory, LocalizedText Satisfactory, LocalizedText Good)
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
    /// <summary>The criteria of a rubric, in order.</summary>
    public static Task<List<CriterionView>> CriteriaAsync(this IAppDbContext db, Guid rubricId, CancellationToken cancellationToken) =>
        db.Rubrics
            .Where(r => r.Id == rubricId)
            .SelectMany(r => r.Criteria)
            .OrderBy(c => c.Order)
            .Select(c => new CriterionView(c.Id, c.Title, c.Unsatisfactory, c.Satisfactory, c.Good))
            .ToListAsync(cancellationToken);

    /// <summary>A sheet, or an empty one, by the criteria of its rubric.</summary>
    public static SheetView View(RubricSheet? sheet, IReadOnlyList<CriterionView> criteria)
    {
        var marks = sheet?.Marks.ToDictionary(m => m.CriterionId) ?? [];
        return new SheetView(
            sheet?.Id,
            sheet?.SignedAt,
            sheet?.Grade,
            sheet?.Comment ?? "",
            [.. criteria.Select(c => new SheetLine(c, marks.GetValueOrDefault(c.Id)?.Level, marks.GetValueOrDefault(c.Id)?.Comment ?? ""))]);
    }

    /// <summary>Saves what was entered; criteria of another rubric do not exist for this sheet.</summary>
    public static Error? Fill(this RubricSheet sheet, ISheetEntry entry, IReadOnlyList<CriterionView> criteria)
    {
        if (entry.Marks.Any(m => criteria.All(c => c.Id != m.CriterionId)))
        {
            return new NotFound();
        }

        return sheet.SaveDraft(entry.Marks.Select(m => (m.CriterionId, m.Level, m.Comment)), entry.Comment);
    }

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
