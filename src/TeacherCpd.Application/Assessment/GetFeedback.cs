using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Assessment;

/// <summary>A version of a portfolio of the trainer's own group, and the trainer's sheet for it.</summary>
[RequirePermission(Permission.GiveFeedback)]
public sealed record GetFeedbackQuery(Guid VersionId) : IQuery<FeedbackView>;

/// <summary>Text and sheet, side by side.</summary>
/// <param name="CheckId">The originality check; null where there is none.</param>
/// <param name="SimilarityPermille">Matched words of a thousand, as the check stored them; null: not checked.</param>
/// <param name="MayWrite">Whether feedback may be written now.</param>
public sealed record FeedbackView(
    string Teacher,
    string GroupCode,
    int VersionNumber,
    IReadOnlyList<TextPart> Text,
    Guid? CheckId,
    int? SimilarityPermille,
    bool MayWrite,
    SheetView Sheet);

internal sealed class GetFeedbackHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetFeedbackQuery, Result<FeedbackView>>
{
    public async Task<Result<FeedbackView>> Handle(GetFeedbackQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var found = await (
            from version in db.PortfolioVersions
            where version.Id == request.VersionId && version.Stage == AssessmentStage.Formative
            join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            where studyGroup.TrainerId == me
            join person in db.Persons on enrolment.PersonId equals person.Id
            join programme in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals programme.Id
            select new
            {
                Teacher = person.FamilyName + " " + person.GivenName,
                studyGroup.Code,
                version.Number,
                portfolio.Status,
                programme.RubricId,
                Text = db.PortfolioTexts.Where(t => t.VersionId == version.Id).Select(t => t.Text).FirstOrDefault(),
            }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        var check = await db.OriginalityChecks
            .AsNoTracking()
            .Include(c => c.Passages)
            .SingleOrDefaultAsync(c => c.VersionId == request.VersionId && c.Stage == AssessmentStage.Formative, cancellationToken);
        var sheet = await db.RubricSheets
            .AsNoTracking()
            .Include(s => s.Marks)
            .SingleOrDefaultAsync(s => s.PortfolioVersionId == request.VersionId && s.Stage == AssessmentStage.Formative, cancellationToken);
        var criteria = await db.CriteriaAsync(sheet?.RubricId ?? found.RubricId, cancellationToken);
        return new FeedbackView(
            found.Teacher,
            found.Code,
            found.Number,
            MarkedText.Of(found.Text ?? "", check?.Passages ?? []),
            check?.Id,
            check?.SimilarityPermille,
            found.Status == PortfolioStatus.AwaitingFeedback && sheet?.SignedAt is null,
            Sheets.View(sheet, criteria));
    }
}
