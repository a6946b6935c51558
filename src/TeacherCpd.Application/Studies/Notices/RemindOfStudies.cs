using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies.Notices;

/// <summary>Writes the reminders that are due: of open studies, to those who were invited and have not answered, some days after the last mail.</summary>
[SystemOnly]
public sealed record RemindOfStudiesCommand : ICommand<Done>;

internal sealed class RemindOfStudiesHandler(IAppDbContext db, StudyRules rules, TimeProvider time) : IRequestHandler<RemindOfStudiesCommand, Result<Done>>
{
    // the next morning has its own
    private const int MostAtOnce = 5000;

    public async Task<Result<Done>> Handle(RemindOfStudiesCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var before = Clock.BeginOf(time.Today().AddDays(1 - rules.RemindAfterDays));
        var due = await (
            from invitation in db.StudyInvitations
            where !invitation.IsAnswered
            join questionnaire in db.Questionnaires on invitation.QuestionnaireId equals questionnaire.Id
            join study in db.Studies on questionnaire.StudyId equals study.Id
            where study.Status == StudyStatus.Open
            join notice in db.StudyNotices on new { invitation.QuestionnaireId, invitation.PersonId } equals new { notice.QuestionnaireId, notice.PersonId }
            where notice.WrittenAt < before && notice.Number < rules.MostReminders && notice.Status != ReminderStatus.Pending
                && !db.StudyNotices.Any(later => later.QuestionnaireId == notice.QuestionnaireId && later.PersonId == notice.PersonId && later.Number > notice.Number)
            orderby notice.Id
            select new { notice.QuestionnaireId, notice.PersonId, notice.Number })
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        db.StudyNotices.AddRange(due.Select(d => new StudyNotice
        {
            QuestionnaireId = d.QuestionnaireId,
            PersonId = d.PersonId,
            Number = d.Number + 1,
            WrittenAt = now,
        }));
        return Done.Value;
    }
}
