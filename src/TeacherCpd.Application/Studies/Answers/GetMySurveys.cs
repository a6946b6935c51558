using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies.Answers;

/// <summary>The questionnaires that the user was invited to answer, the open ones first.</summary>
[SignedIn]
public sealed record GetMySurveysQuery : IQuery<IReadOnlyList<MySurvey>>;

/// <summary>A questionnaire for the user.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="IsAnswered">Whether the user answered.</param>
public sealed record MySurvey(
    Guid QuestionnaireId, Guid StudyId, LocalizedText Title, QuestionnaireKind Kind, StudyStatus Status, DateOnly EndsOn, bool IsAnswered);

internal sealed class GetMySurveysHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetMySurveysQuery, Result<IReadOnlyList<MySurvey>>>
{
    public async Task<Result<IReadOnlyList<MySurvey>>> Handle(GetMySurveysQuery request, CancellationToken cancellationToken) =>
        await (
            from invitation in db.StudyInvitations
            where invitation.PersonId == user.Me
            join questionnaire in db.Questionnaires on invitation.QuestionnaireId equals questionnaire.Id
            join study in db.Studies on questionnaire.StudyId equals study.Id
            orderby study.Status == StudyStatus.Open && !invitation.IsAnswered descending, study.EndsOn descending, questionnaire.Id
            select new MySurvey(questionnaire.Id, study.Id, study.Title, questionnaire.Kind, study.Status, study.EndsOn, invitation.IsAnswered))
            .ToListAsync(cancellationToken);
}
