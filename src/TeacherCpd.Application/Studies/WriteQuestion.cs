using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies;

/// <summary>Writes a question of the draft of a questionnaire, a new one or one that is there.</summary>
/// <param name="QuestionnaireId">Questionnaire.</param>
/// <param name="Question">The question; with an empty code it is a new one.</param>
/// <param name="Place">Its place, from 1; beyond the last one it is the last.</param>
[RequirePermission(Permission.ManageStudies)]
public sealed record WriteQuestionCommand(Guid QuestionnaireId, Question Question, int Place) : ICommand<Done>;

/// <summary>A questionnaire has as many questions as it may have.</summary>
public sealed record TooManyQuestions() : Error("too_many_questions", ErrorKind.Conflict);

internal sealed class WriteQuestionValidator : AbstractValidator<WriteQuestionCommand>
{
    public WriteQuestionValidator()
    {
        RuleFor(c => c.Question.Kind).IsInEnum().WithErrorCode("required").OverridePropertyName("Kind");
        RuleFor(c => c.Question.Level).IsInEnum().WithErrorCode("required").OverridePropertyName("Level");
        RuleFor(c => c.Question.Text).Must(IsShort).WithErrorCode("question_too_long").OverridePropertyName("TextKk");
        RuleFor(c => c.Question.Options).Must(o => o.All(IsShort)).WithErrorCode("question_too_long").OverridePropertyName("OptionsKk");
        RuleFor(c => c.Question.Rows).Must(o => o.All(IsShort)).WithErrorCode("question_too_long").OverridePropertyName("RowsKk");
        RuleFor(c => c.Place).GreaterThan(0).WithErrorCode("required");
    }

    private static bool IsShort(LocalizedText text) => Math.Max(text.Kk.Length, Math.Max(text.Ru.Length, text.En.Length)) <= Question.TextLength;
}

internal sealed class WriteQuestionHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<WriteQuestionCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(WriteQuestionCommand request, CancellationToken cancellationToken)
    {
        var questionnaire = await db.FindQuestionnaireAsync(user, request.QuestionnaireId, cancellationToken);
        if (questionnaire is null)
        {
            return new NotFound();
        }

        if (questionnaire.Draft is not { } draft)
        {
            return new QuestionnaireFrozen();
        }

        var hasEnglish = await db.Studies.Where(s => s.Id == questionnaire.StudyId).Select(s => s.HasEnglish).SingleAsync(cancellationToken);
        if (request.Question.FaultFor(hasEnglish, questionnaire.Kind) is { } fault)
        {
            return new InvalidInput([new FieldFault(FieldOf(fault.Field), fault.Code, [])]);
        }

        var content = draft.Content;
        if (request.Question.Code.Length > 0 && content.Questions.All(q => q.Code != request.Question.Code))
        {
            return new NotFound();
        }

        // the same form twice adds one question
        var isNew = request.Question.Code.Length == 0;
        if (isNew && content.Questions.Any(q => q.Text == request.Question.Text))
        {
            return Done.Value;
        }

        if (isNew && content.Questions.Count >= QuestionnaireContent.MostQuestions)
        {
            return new TooManyQuestions();
        }

        // codes are never given twice, also where the question of an earlier version was taken out
        var code = new QuestionnaireContent([.. questionnaire.Versions.SelectMany(v => v.Content.Questions)]).NextCode;
        return questionnaire.Write(content.With(isNew ? request.Question with { Code = code } : request.Question, request.Place)) is { } error
            ? error
            : Done.Value;
    }

    // the form has a field a language; the fault stands at the first
    private static string FieldOf(string field) => field is nameof(Question.Text) or nameof(Question.Options) or nameof(Question.Rows) ? $"{field}Kk" : field;
}
