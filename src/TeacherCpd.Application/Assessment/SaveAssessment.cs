using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>An assessor saves the sheet, as a draft or as ready to be reviewed and signed.</summary>
/// <param name="IsComplete">Whether each criterion has to have its level now.</param>
[RequirePermission(Permission.AssessPortfolios)]
public sealed record SaveAssessmentCommand(Guid SheetId, IReadOnlyList<MarkEntry> Marks, string Comment, bool IsComplete) : ICommand<Done>, ISheetEntry;

internal sealed class SaveAssessmentValidator : SheetEntryValidator<SaveAssessmentCommand>;

internal sealed class SaveAssessmentHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<SaveAssessmentCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SaveAssessmentCommand request, CancellationToken cancellationToken)
    {
        var sheet = await db.SheetsOf(user.Me).Include(s => s.Marks).SingleOrDefaultAsync(s => s.Id == request.SheetId, cancellationToken);
        if (sheet is null)
        {
            return new NotFound();
        }

        var error = sheet.Fill(request, await db.CriteriaAsync(sheet.RubricId, cancellationToken))
            ?? (request.IsComplete ? request.WhatIsMissing() : null);
        return error is null ? Done.Value : error;
    }
}
