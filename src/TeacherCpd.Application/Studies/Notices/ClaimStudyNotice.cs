using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies.Notices;

/// <summary>
/// Takes a notice for sending. Of several who try, one gets the number of its try, from 1; the others get null. Whoever has answered meanwhile
/// gets none: that is looked up here and not written when they answer, so that no row tells when that was.
/// </summary>
[SystemOnly]
public sealed record ClaimStudyNoticeCommand(Guid NoticeId) : ICommand<int?>;

internal sealed class ClaimStudyNoticeHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<ClaimStudyNoticeCommand, Result<int?>>
{
    public async Task<Result<int?>> Handle(ClaimStudyNoticeCommand request, CancellationToken cancellationToken)
    {
        var notice = await db.StudyNotices.SingleOrDefaultAsync(n => n.Id == request.NoticeId && n.Status == ReminderStatus.Pending, cancellationToken);
        if (notice is null)
        {
            return (int?)null;
        }

        var waits = await (
            from invitation in db.StudyInvitations
            where invitation.QuestionnaireId == notice.QuestionnaireId && invitation.PersonId == notice.PersonId && !invitation.IsAnswered
            join questionnaire in db.Questionnaires on invitation.QuestionnaireId equals questionnaire.Id
            join study in db.Studies on questionnaire.StudyId equals study.Id
            where study.Status == StudyStatus.Open
            join person in db.Persons on invitation.PersonId equals person.Id
            select new { HasAddress = person.Email != null })
            .SingleOrDefaultAsync(cancellationToken);
        var next = waits is null ? ReminderStatus.Cancelled : waits.HasAddress ? ReminderStatus.Sending : ReminderStatus.NoAddress;
        notice.Move(next, time.UtcNow());
        return next == ReminderStatus.Sending ? notice.Attempts : (int?)null;
    }
}
