using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies.Answers;

/// <summary>
/// Somebody who was invited answers. A person answers once; of a survey nobody learns which answer it was, from a diagnosis the own levels
/// follow.
/// </summary>
/// <param name="QuestionnaireId">Questionnaire.</param>
/// <param name="Number">Version that the form showed.</param>
/// <param name="FormId">Token of the form; kept nowhere.</param>
/// <param name="Language">Language of the form.</param>
/// <param name="Given">Values of the form, see <see cref="AnswerSet.Read"/>.</param>
[SignedIn]
public sealed record AnswerByInvitationCommand(
    Guid QuestionnaireId, int Number, Guid FormId, Language Language, IReadOnlyDictionary<string, IReadOnlyList<string>> Given) : ICommand<Done>;

internal sealed class AnswerByInvitationHandler(IAppDbContext db, CurrentUser user, StudyRules rules, TimeProvider time) : IRequestHandler<AnswerByInvitationCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AnswerByInvitationCommand request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var invitation = await db.StudyInvitations.AsNoTracking()
            .SingleOrDefaultAsync(i => i.QuestionnaireId == request.QuestionnaireId && i.PersonId == me, cancellationToken);
        if (invitation is null)
        {
            return new NotFound();
        }

        var questionnaire = await db.Questionnaires.AsNoTracking().SingleAsync(q => q.Id == request.QuestionnaireId, cancellationToken);
        var found = await db.AnsweredVersionAsync(db.Questionnaires.Where(q => q.Id == request.QuestionnaireId), request.Number, cancellationToken);
        if (found.Error is { } refused)
        {
            return refused;
        }

        var version = found.Value.Version;
        var sheetId = AnswerSheet.IdOf(version.Id, request.FormId);
        if (await db.AnswerSheets.AnyAsync(s => s.Id == sheetId, cancellationToken))
        {
            // the same form a second time
            return Done.Value;
        }

        var answers = AnswerSet.Read(version.Content, request.Given);
        if (answers.Error is { } faults)
        {
            return faults;
        }

        // in place and without a line to wait in: neither leaves an order of those who answered
        var isFirst = await db.StudyInvitations
            .Where(i => i.Id == invitation.Id && !i.IsAnswered)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.IsAnswered, true), cancellationToken) == 1;
        if (!isFirst)
        {
            return new AnsweredBefore();
        }

        var place = (await db.WorkplacesAsync([me], time.Today(), cancellationToken)).GetValueOrDefault(me);
        if (questionnaire.Kind == QuestionnaireKind.Diagnosis)
        {
            db.NeedsDiagnoses.Add(NeedsDiagnosis.Of(
                questionnaire.Id, version.Id, version.Content, answers.Value, rules.Levels, me, place?.SchoolId, time.UtcNow()));
            return Done.Value;
        }

        db.Keep(
            new AnswerSheet
            {
                Id = sheetId,
                VersionId = version.Id,
                Day = time.Today(),
                IsByLink = false,
                Language = request.Language,
                RegionId = place?.RegionId,
                ProgrammeId = invitation.ProgrammeId,
                Marks = answers.Value.Packed,
            },
            answers.Value);
        return Done.Value;
    }
}
