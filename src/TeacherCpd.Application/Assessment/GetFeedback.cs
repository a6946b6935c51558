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
/// <param name="Parts">The parts in order.</param>
/// <param name="MayWrite">Whether feedback may be written now.</param>
/// <param name="Bank">Texts that the trainer keeps to use again; empty where nothing may be written.</param>
public sealed record FeedbackView(
    string Teacher,
    string GroupCode,
    int VersionNumber,
    IReadOnlyList<PartText> Parts,
    bool MayWrite,
    SheetView Sheet,
    IReadOnlyList<KeptComment> Bank);

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
            join plan in db.GroupPlans() on studyGroup.Id equals plan.GroupId
            join person in db.Persons on enrolment.PersonId equals person.Id
            select new
            {
                Teacher = person.FamilyName + " " + person.GivenName,
                studyGroup.Code,
                version.Number,
                portfolio.Status,
                plan.Plan.RubricId,
            }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        var sheet = await db.RubricSheets
            .AsNoTracking()
            .Include(s => s.Marks)
            .SingleOrDefaultAsync(s => s.PortfolioVersionId == request.VersionId && s.Role == SheetRole.Feedback, cancellationToken);
        var rubric = await db.SheetRubricAsync(sheet?.RubricId ?? found.RubricId, cancellationToken);
        var remarks = (sheet is null ? null : await db.RemarksAsync([sheet.Id], cancellationToken))?[sheet!.Id].ToList() ?? [];
        var mayWrite = found.Status == PortfolioStatus.AwaitingFeedback && sheet?.SignedAt is null;
        return new FeedbackView(
            found.Teacher,
            found.Code,
            found.Number,
            await db.PartTextsAsync(request.VersionId, null, remarks, cancellationToken),
            mayWrite,
            Sheets.View(sheet, rubric, remarks),
            mayWrite ? await db.BankAsync(me, cancellationToken) : []);
    }
}
