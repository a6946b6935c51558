using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>An assessor saves the draft of a sheet about a reflective report.</summary>
[RequirePermission(Permission.AssessTrainers)]
public sealed record SaveTrainerSheetCommand(Guid SheetId, IReadOnlyList<MarkEntry> Marks, string Comment) : ICommand<Done>;

internal sealed class SaveTrainerSheetValidator : AbstractValidator<SaveTrainerSheetCommand>
{
    public SaveTrainerSheetValidator()
    {
        RuleFor(c => c.Comment).MaximumLength(TrainerSheet.CommentLength).WithErrorCode("too_long");
        RuleForEach(c => c.Marks).Must(m => m.Comment.Length <= TrainerMark.CommentLength).WithErrorCode("too_long");
        RuleForEach(c => c.Marks).Must(m => m.Level is null || Enum.IsDefined(m.Level.Value)).WithErrorCode("required");
    }
}

internal sealed class SaveTrainerSheetHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<SaveTrainerSheetCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SaveTrainerSheetCommand request, CancellationToken cancellationToken)
    {
        var found = await db.OwnTrainerSheetAsync(user.Me, request.SheetId, cancellationToken);
        return found is null ? new NotFound()
            : found.Value.Sheet.Save(found.Value.Rubric.Of(request.Marks), request.Comment) is { } error ? error
            : Done.Value;
    }
}

/// <summary>Parts of the use cases of sheets about reflective reports.</summary>
internal static class TrainerSheetQueries
{
    /// <summary>An own sheet with the rubric of its campaign; null where there is none.</summary>
    public static async Task<(TrainerSheet Sheet, Rubric Rubric)?> OwnTrainerSheetAsync(
        this IAppDbContext db, Guid authorId, Guid sheetId, CancellationToken cancellationToken)
    {
        var sheet = await db.TrainerSheets.Include(s => s.Marks).SingleOrDefaultAsync(s => s.Id == sheetId && s.AuthorId == authorId, cancellationToken);
        if (sheet is null)
        {
            return null;
        }

        var rubric = await db.Rubrics
            .AsNoTracking()
            .Include(r => r.Criteria)
            .SingleAsync(r => db.Recertifications.Any(x => x.Id == sheet.RecertificationId && db.RecertificationCampaigns.Any(c => c.Id == x.CampaignId && c.RubricId == r.Id)), cancellationToken);
        return (sheet, rubric);
    }

    /// <summary>The entries for criteria of the rubric; others are left out.</summary>
    public static IEnumerable<(Guid CriterionId, Grade? Level, string Comment)> Of(this Rubric rubric, IReadOnlyList<MarkEntry> marks) =>
        from mark in marks
        where rubric.Criteria.Any(c => c.Id == mark.CriterionId)
        select (mark.CriterionId, mark.Level, mark.Comment.Trim());
}
