using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Assessment;

/// <summary>A trainer keeps feedback that is not ready yet.</summary>
/// <param name="SheetId">Id that the form carries; the sheet gets it when it is saved for the first time.</param>
/// <param name="Shown">How often it was saved when the form was shown.</param>
[RequirePermission(Permission.GiveFeedback)]
public sealed record SaveFeedbackDraftCommand(Guid SheetId, Guid VersionId, IReadOnlyList<MarkEntry> Marks, string Comment, int? Shown = null) : ICommand<SavedSheet>, ISheetEntry;

internal sealed class SaveFeedbackDraftValidator : SheetEntryValidator<SaveFeedbackDraftCommand>;

internal sealed class SaveFeedbackDraftHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<SaveFeedbackDraftCommand, Result<SavedSheet>>
{
    public async Task<Result<SavedSheet>> Handle(SaveFeedbackDraftCommand request, CancellationToken cancellationToken)
    {
        var opened = await db.OpenFeedbackAsync(request.SheetId, request.VersionId, user.Me, time.UtcNow(), cancellationToken);
        return (opened.Error ?? opened.Value.Sheet.Fill(request, opened.Value.Rubric.Criteria, time.UtcNow())) is { } error ? error : opened.Value.Sheet.Saved();
    }
}

/// <summary>What a trainer writes feedback into.</summary>
internal sealed record OpenFeedback(Portfolio Portfolio, RubricSheet Sheet, SheetRubric Rubric);

/// <summary>Finds or begins the sheet of a trainer.</summary>
internal static class FeedbackSheets
{
    /// <summary>The sheet of a version of a trainer's own group that waits for feedback.</summary>
    public static async Task<Result<OpenFeedback>> OpenFeedbackAsync(
        this IAppDbContext db, Guid sheetId, Guid versionId, Guid trainerId, DateTime at, CancellationToken cancellationToken)
    {
        var found = await (
            from version in db.PortfolioVersions
            where version.Id == versionId && version.Stage == AssessmentStage.Formative
            join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            where studyGroup.TrainerId == trainerId
            join plan in db.GroupPlans() on studyGroup.Id equals plan.GroupId
            select new { Portfolio = portfolio, plan.Plan.RubricId }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        var sheet = await db.RubricSheets
            .Include(s => s.Marks)
            .SingleOrDefaultAsync(s => s.PortfolioVersionId == versionId && s.Role == SheetRole.Feedback, cancellationToken);
        if (sheet?.SignedAt is not null)
        {
            return new SheetAlreadySigned();
        }

        if (Portfolio.States.Check(found.Portfolio.Status, PortfolioStatus.FeedbackGiven) is { } tooEarly)
        {
            return tooEarly;
        }

        if (sheet is null)
        {
            sheet = new RubricSheet
            {
                Id = sheetId,
                PortfolioVersionId = versionId,
                Role = SheetRole.Feedback,
                RubricId = found.RubricId,
                AuthorId = trainerId,
                StartedAt = at,
            };
            db.RubricSheets.Add(sheet);
        }

        return new OpenFeedback(found.Portfolio, sheet, await db.SheetRubricAsync(sheet.RubricId, cancellationToken));
    }
}
