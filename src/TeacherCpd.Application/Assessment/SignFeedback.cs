using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Assessment;

/// <summary>A trainer signs the feedback: it is saved, frozen, and the teacher reads it.</summary>
/// <param name="SheetId">Id that the form carries; the sheet gets it when nothing was saved before.</param>
[RequirePermission(Permission.GiveFeedback)]
public sealed record SignFeedbackCommand(Guid SheetId, Guid VersionId, IReadOnlyList<MarkEntry> Marks, string Comment) : ICommand<Done>, ISheetEntry;

internal sealed class SignFeedbackValidator : SheetEntryValidator<SignFeedbackCommand>;

internal sealed class SignFeedbackHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<SignFeedbackCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SignFeedbackCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var opened = await db.OpenFeedbackAsync(request.SheetId, request.VersionId, user.Me, now, cancellationToken);
        if (opened.Error is { } refused)
        {
            return refused;
        }

        var (portfolio, sheet, criteria) = opened.Value;
        var error = request.WhatIsMissing()
            ?? sheet.Fill(request, criteria)
            ?? sheet.Sign([.. criteria.Select(c => c.Id)], now)
            ?? portfolio.Move(PortfolioStatus.FeedbackGiven, now);
        return error is null ? Done.Value : error;
    }
}
