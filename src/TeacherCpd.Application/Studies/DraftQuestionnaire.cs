using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies;

/// <summary>Begins the next version of a questionnaire of an open study, with the questions of the last.</summary>
[RequirePermission(Permission.ManageStudies)]
public sealed record DraftQuestionnaireCommand(Guid QuestionnaireId) : ICommand<Done>;

internal sealed class DraftQuestionnaireHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<DraftQuestionnaireCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DraftQuestionnaireCommand request, CancellationToken cancellationToken)
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

        return questionnaire.DraftNext() is { } error ? error : Done.Value;
    }
}
