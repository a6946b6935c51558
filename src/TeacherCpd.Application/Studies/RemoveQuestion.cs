using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies;

/// <summary>Takes a question out of the draft of a questionnaire.</summary>
[RequirePermission(Permission.ManageStudies)]
public sealed record RemoveQuestionCommand(Guid QuestionnaireId, string Code) : ICommand<Done>;

internal sealed class RemoveQuestionHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<RemoveQuestionCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RemoveQuestionCommand request, CancellationToken cancellationToken)
    {
        var questionnaire = await db.FindQuestionnaireAsync(user, request.QuestionnaireId, cancellationToken);
        if (questionnaire is null)
        {
            return new NotFound();
        }

        return questionnaire.Draft is not { } draft ? new QuestionnaireFrozen()
            : questionnaire.Write(draft.Content.Without(request.Code)) is { } error ? error
            : Done.Value;
    }
}
