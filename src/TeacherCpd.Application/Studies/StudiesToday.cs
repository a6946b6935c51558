using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies;

/// <summary>The questionnaires that wait for an answer of the user.</summary>
internal sealed class StudiesToday(IAppDbContext db) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var waiting = await (
            from invitation in db.StudyInvitations
            where invitation.PersonId == user.Me && !invitation.IsAnswered
            join questionnaire in db.Questionnaires on invitation.QuestionnaireId equals questionnaire.Id
            join study in db.Studies on questionnaire.StudyId equals study.Id
            where study.Status == StudyStatus.Open
            orderby study.EndsOn, questionnaire.Id
            select new { questionnaire.Id, study.Title, study.EndsOn })
            .ToListAsync(cancellationToken);
        return [.. waiting.Select(w => new TodayItem("today.survey", [w.Title], $"/my/surveys/{w.Id}", w.EndsOn))];
    }
}
