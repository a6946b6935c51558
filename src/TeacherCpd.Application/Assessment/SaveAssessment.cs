using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>An assessor saves the sheet, as a draft or as ready to be reviewed and signed.</summary>
/// <param name="IsComplete">Whether each criterion has to have its level now.</param>
/// <param name="Shown">How often it was saved when the form was shown.</param>
[RequirePermission(Permission.AssessPortfolios)]
public sealed record SaveAssessmentCommand(Guid SheetId, IReadOnlyList<MarkEntry> Marks, string Comment, bool IsComplete, int? Shown = null) : ICommand<SavedSheet>, ISheetEntry;

internal sealed class SaveAssessmentValidator : SheetEntryValidator<SaveAssessmentCommand>;

internal sealed class SaveAssessmentHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<SaveAssessmentCommand, Result<SavedSheet>>
{
    public async Task<Result<SavedSheet>> Handle(SaveAssessmentCommand request, CancellationToken cancellationToken)
    {
        var sheet = await db.SheetsOf(user.Me).Include(s => s.Marks).SingleOrDefaultAsync(s => s.Id == request.SheetId, cancellationToken);
        if (sheet is null)
        {
            return new NotFound();
        }

        var error = sheet.Fill(request, sheet.ToMark((await db.SheetRubricAsync(sheet.RubricId, cancellationToken)).Criteria), time.UtcNow())
            ?? (request.IsComplete ? request.WhatIsMissing() : null);
        return error is null ? sheet.Saved() : error;
    }
}
