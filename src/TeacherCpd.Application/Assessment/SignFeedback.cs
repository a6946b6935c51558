using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Assessment;

/// <summary>A trainer signs the feedback: it is saved, frozen, and the teacher reads it.</summary>
/// <param name="SheetId">Id that the form carries; the sheet gets it when nothing was saved before.</param>
/// <param name="Shown">How often it was saved when the form was shown.</param>
[RequirePermission(Permission.GiveFeedback)]
public sealed record SignFeedbackCommand(Guid SheetId, Guid VersionId, IReadOnlyList<MarkEntry> Marks, string Comment, int? Shown = null) : ICommand<Done>, ISheetEntry;

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

        var (portfolio, sheet, rubric) = opened.Value;
        var error = request.WhatIsMissing()
            ?? sheet.Fill(request, rubric.Criteria, now)
            ?? sheet.Sign(rubric.Rule, now)
            ?? portfolio.Move(PortfolioStatus.FeedbackGiven, now);
        if (error is not null)
        {
            return error;
        }

        var number = await db.PortfolioVersions.Where(v => v.Id == request.VersionId).Select(v => v.Number).SingleAsync(cancellationToken);
        db.EnrolmentNotices.Add(EnrolmentNotice.OfPortfolio(NoticeKind.FeedbackGiven, portfolio.EnrolmentId, number, now));
        return Done.Value;
    }
}
