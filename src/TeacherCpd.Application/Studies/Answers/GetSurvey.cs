using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies.Answers;

/// <summary>A survey by its open address: no account, no search, only the token.</summary>
/// <param name="Token">The unguessable part of the address.</param>
/// <param name="Number">Version that a form was shown with; null: the one that is shown now.</param>
[OpenToAll]
public sealed record GetSurveyQuery(string Token, int? Number = null) : IQuery<SurveyForm>;

internal sealed class GetSurveyHandler(IAppDbContext db) : IRequestHandler<GetSurveyQuery, Result<SurveyForm>>
{
    public async Task<Result<SurveyForm>> Handle(GetSurveyQuery request, CancellationToken cancellationToken)
    {
        var form = await db.FindFormAsync(
            db.Questionnaires.Where(q => q.Token == request.Token && q.Kind == QuestionnaireKind.Survey), request.Number, asksWhere: true, cancellationToken);
        return form is null ? new NotFound() : form;
    }
}
