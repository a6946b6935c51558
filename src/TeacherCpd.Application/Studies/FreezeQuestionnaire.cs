using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies;

/// <summary>Freezes the next version of a questionnaire of an open study: from now on it is the one that is shown.</summary>
[RequirePermission(Permission.ManageStudies)]
public sealed record FreezeQuestionnaireCommand(Guid QuestionnaireId) : ICommand<Done>;

internal sealed class FreezeQuestionnaireHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<FreezeQuestionnaireCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(FreezeQuestionnaireCommand request, CancellationToken cancellationToken)
    {
        var questionnaire = await db.FindQuestionnaireAsync(user, request.QuestionnaireId, cancellationToken);
        if (questionnaire is null)
        {
            return new NotFound();
        }

        if (!await db.Studies.AnyAsync(s => s.Id == questionnaire.StudyId && s.Status == StudyStatus.Open, cancellationToken))
        {
            return new StudyNotOpen();
        }

        return questionnaire.Freeze(time.UtcNow()) is { } error ? error : Done.Value;
    }
}
