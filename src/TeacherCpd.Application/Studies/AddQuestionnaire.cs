using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies;

/// <summary>Begins a questionnaire of a study that is planned.</summary>
/// <param name="QuestionnaireId">Id that the form carries.</param>
/// <param name="StudyId">Study.</param>
/// <param name="Audience">Whom it asks; a diagnosis asks teachers.</param>
/// <param name="Kind">What it is for.</param>
[RequirePermission(Permission.ManageStudies)]
public sealed record AddQuestionnaireCommand(Guid QuestionnaireId, Guid StudyId, Respondent Audience, QuestionnaireKind Kind) : ICommand<Done>;

internal sealed class AddQuestionnaireValidator : AbstractValidator<AddQuestionnaireCommand>
{
    public AddQuestionnaireValidator()
    {
        RuleFor(c => c.Audience).IsInEnum().WithErrorCode("required")
            .Must((c, audience) => c.Kind != QuestionnaireKind.Diagnosis || audience == Respondent.Teacher).WithErrorCode("diagnosis_of_teachers");
        RuleFor(c => c.Kind).IsInEnum().WithErrorCode("required");
    }
}

internal sealed class AddQuestionnaireHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<AddQuestionnaireCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AddQuestionnaireCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(FormattableString.Invariant($"study/{request.StudyId}"), cancellationToken);
        var study = await db.StudiesRunBy(user).SingleOrDefaultAsync(s => s.Id == request.StudyId, cancellationToken);
        if (study is null)
        {
            return new NotFound();
        }

        var others = await db.Questionnaires.Where(q => q.StudyId == study.Id).Select(q => new { q.Id, q.Audience, q.Kind }).ToListAsync(cancellationToken);
        if (others.Exists(q => q.Id == request.QuestionnaireId))
        {
            return Done.Value;
        }

        if (study.Status != StudyStatus.Planned)
        {
            return new StudyFixed();
        }

        if (others.Exists(q => (q.Audience, q.Kind) == (request.Audience, request.Kind)))
        {
            return new QuestionnaireThere();
        }

        db.Questionnaires.Add(Questionnaire.Begin(request.QuestionnaireId, study.Id, request.Audience, request.Kind));
        return Done.Value;
    }
}
