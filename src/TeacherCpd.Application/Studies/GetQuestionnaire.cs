using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies;

/// <summary>A questionnaire with the questions of its newest version, for whoever runs the study.</summary>
[RequirePermission(Permission.ManageStudies)]
public sealed record GetQuestionnaireQuery(Guid QuestionnaireId) : IQuery<QuestionnaireView>;

/// <summary>A questionnaire.</summary>
/// <param name="Study">Title of the study.</param>
/// <param name="HasEnglish">Whether its texts are needed in English too.</param>
/// <param name="Number">Number of the newest version.</param>
/// <param name="IsDraft">Whether that is still written.</param>
/// <param name="MayDraft">Whether a next version may be begun.</param>
public sealed record QuestionnaireView(
    Guid Id, Guid StudyId, LocalizedText Study, StudyStatus Status, bool HasEnglish, Respondent Audience, QuestionnaireKind Kind, int Number, bool IsDraft, bool MayDraft,
    QuestionnaireContent Content);

internal sealed class GetQuestionnaireHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetQuestionnaireQuery, Result<QuestionnaireView>>
{
    public async Task<Result<QuestionnaireView>> Handle(GetQuestionnaireQuery request, CancellationToken cancellationToken)
    {
        var questionnaire = await db.QuestionnairesRunBy(user).Include(q => q.Versions).AsNoTracking().SingleOrDefaultAsync(q => q.Id == request.QuestionnaireId, cancellationToken);
        if (questionnaire is null)
        {
            return new NotFound();
        }

        var study = await db.Studies.Where(s => s.Id == questionnaire.StudyId).Select(s => new { s.Title, s.Status, s.HasEnglish }).SingleAsync(cancellationToken);
        var newest = questionnaire.Draft ?? questionnaire.Current!;
        return new QuestionnaireView(
            questionnaire.Id, questionnaire.StudyId, study.Title, study.Status, study.HasEnglish, questionnaire.Audience, questionnaire.Kind,
            newest.Number, questionnaire.Draft is not null, questionnaire.Draft is null && study.Status == StudyStatus.Open, newest.Content);
    }
}
