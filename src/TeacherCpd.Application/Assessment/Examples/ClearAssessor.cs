using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment.Examples;

/// <summary>A moderator who spoke with an assessor lets them mark by a rubric; nobody clears themselves.</summary>
/// <param name="AssessorId">Assessor whom the examples hold back.</param>
/// <param name="RubricId">Rubric.</param>
/// <param name="Note">What was talked about; the assessor reads it.</param>
[RequirePermission(Permission.ModerateAssessments)]
public sealed record ClearAssessorCommand(Guid AssessorId, Guid RubricId, string Note) : ICommand<Done>;

/// <summary>No example holds the assessor back.</summary>
public sealed record NothingHoldsBack() : Error("nothing_holds_back", ErrorKind.Conflict);

internal sealed class ClearAssessorValidator : AbstractValidator<ClearAssessorCommand>
{
    public ClearAssessorValidator() =>
        RuleFor(c => c.Note).NotEmpty().WithErrorCode("required").MaximumLength(MarkingClearance.NoteLength).WithErrorCode("too_long");
}

internal sealed class ClearAssessorHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<ClearAssessorCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ClearAssessorCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(AssessmentQueue.Line, cancellationToken);
        if (request.AssessorId == user.Me)
        {
            return new Forbidden();
        }

        var standing = (await db.StandingsAsync(request.AssessorId, cancellationToken)).SingleOrDefault(s => s.RubricId == request.RubricId);
        if (standing is null || standing.MayMark)
        {
            return new NothingHoldsBack();
        }

        db.MarkingClearances.Add(new MarkingClearance
        {
            AssessorId = request.AssessorId,
            RubricId = request.RubricId,
            GivenById = user.Me,
            GivenAt = time.UtcNow(),
            Note = request.Note.Trim(),
        });
        return Done.Value;
    }
}
