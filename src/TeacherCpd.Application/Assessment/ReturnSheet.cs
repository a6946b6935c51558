using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>
/// An assessor gives a portfolio back that they cannot grade, or a moderator takes it from one who does not: it waits for
/// somebody else from then on. What was written stays with the record and is shown to nobody.
/// </summary>
/// <param name="SheetId">Sheet that is not signed.</param>
/// <param name="Reason">Why.</param>
[RequirePermission(Permission.AssessPortfolios)]
public sealed record ReturnSheetCommand(Guid SheetId, string Reason) : ICommand<Done>;

internal sealed class ReturnSheetValidator : AbstractValidator<ReturnSheetCommand>
{
    public ReturnSheetValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(RubricSheet.ReasonLength).WithErrorCode("too_long");
}

internal sealed class ReturnSheetHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<ReturnSheetCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReturnSheetCommand request, CancellationToken cancellationToken)
    {
        var sheets = user.Can(Permission.ModerateAssessments)
            ? db.RubricSheets.Where(s => s.Role != SheetRole.Feedback && s.ReturnedAt == null)
            : db.SheetsOf(user.Me);
        var sheet = await sheets.SingleOrDefaultAsync(s => s.Id == request.SheetId, cancellationToken);
        if (sheet is null)
        {
            return new NotFound();
        }

        if (sheet.Return(request.Reason.Trim(), time.UtcNow()) is { } error)
        {
            return error;
        }

        var appeal = sheet.Role == SheetRole.Appeal ? await db.OpenAppealAsync(sheet.PortfolioVersionId, cancellationToken) : null;
        return appeal?.Move(AppealStatus.Lodged) is { } wrong ? wrong : Done.Value;
    }
}
