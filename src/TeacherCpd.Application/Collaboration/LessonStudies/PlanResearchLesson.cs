using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.LessonStudies;

/// <summary>Whoever leads the group plans the next research lesson.</summary>
/// <param name="LessonId">Id that the form carries: sending it twice plans one lesson.</param>
[SignedIn]
public sealed record PlanResearchLessonCommand(Guid LessonId, Guid StudyId, Guid? TeacherId, DateOnly? PlannedOn, string? Topic, string? Plan) : ICommand<Done>;

internal sealed class PlanResearchLessonValidator : AbstractValidator<PlanResearchLessonCommand>
{
    public PlanResearchLessonValidator()
    {
        RuleFor(c => c.TeacherId).NotNull().WithErrorCode("required");
        RuleFor(c => c.PlannedOn).NotNull().WithErrorCode("required");
        RuleFor(c => c.Topic).NotEmpty().WithErrorCode("required").MaximumLength(LessonStudy.LineLength).WithErrorCode("too_long");
        RuleFor(c => c.Plan).NotEmpty().WithErrorCode("required").MaximumLength(LessonStudy.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class PlanResearchLessonHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<PlanResearchLessonCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(PlanResearchLessonCommand request, CancellationToken cancellationToken)
    {
        var study = await db.LedStudyAsync(user, request.StudyId, cancellationToken);
        if (study.Error is { } none)
        {
            return none;
        }

        if (study.Value.Lessons.Any(l => l.Id == request.LessonId))
        {
            return Done.Value;
        }

        return study.Value.PlanLesson(request.LessonId, request.TeacherId!.Value, request.PlannedOn!.Value, request.Topic!.Trim(), request.Plan.Lines()) is { } refused
            ? refused
            : Done.Value;
    }
}
