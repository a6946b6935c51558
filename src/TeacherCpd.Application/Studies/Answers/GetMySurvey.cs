using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies.Answers;

/// <summary>A questionnaire that the user was invited to answer.</summary>
/// <param name="QuestionnaireId">Questionnaire.</param>
/// <param name="Number">Version that a form was shown with; null: the one that is shown now.</param>
[SignedIn]
public sealed record GetMySurveyQuery(Guid QuestionnaireId, int? Number = null) : IQuery<MySurveyForm>;

/// <summary>A questionnaire for the user.</summary>
/// <param name="Form">The questionnaire.</param>
/// <param name="IsAnswered">Whether the user answered; what, nobody can tell.</param>
public sealed record MySurveyForm(SurveyForm Form, bool IsAnswered);

internal sealed class GetMySurveyHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetMySurveyQuery, Result<MySurveyForm>>
{
    public async Task<Result<MySurveyForm>> Handle(GetMySurveyQuery request, CancellationToken cancellationToken)
    {
        var isAnswered = await db.StudyInvitations
            .Where(i => i.QuestionnaireId == request.QuestionnaireId && i.PersonId == user.Me)
            .Select(i => (bool?)i.IsAnswered)
            .SingleOrDefaultAsync(cancellationToken);
        if (isAnswered is null)
        {
            return new NotFound();
        }

        var form = await db.FindFormAsync(db.Questionnaires.Where(q => q.Id == request.QuestionnaireId), request.Number, asksWhere: false, cancellationToken);
        return form is null ? new NotFound() : new MySurveyForm(form, isAnswered.Value);
    }
}
