using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>
/// An assessor signs a sheet about a reflective report; its grade follows by the table of the rubric. After the second signature the
/// report goes to the council, which sees both.
/// </summary>
[RequirePermission(Permission.AssessTrainers)]
public sealed record SignTrainerSheetCommand(Guid SheetId, IReadOnlyList<MarkEntry> Marks, string Comment) : ICommand<Done>;

internal sealed class SignTrainerSheetValidator : AbstractValidator<SignTrainerSheetCommand>
{
    public SignTrainerSheetValidator()
    {
        RuleFor(c => c.Comment).NotEmpty().WithErrorCode("required").MaximumLength(TrainerSheet.CommentLength).WithErrorCode("too_long");
        RuleForEach(c => c.Marks).Must(m => m.Comment.Length <= TrainerMark.CommentLength).WithErrorCode("too_long");
        RuleForEach(c => c.Marks).Must(m => m.Level is { } level && Enum.IsDefined(level)).WithErrorCode("criterion_not_marked");
    }
}

internal sealed class SignTrainerSheetHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<SignTrainerSheetCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SignTrainerSheetCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(RecertificationQueries.Line, cancellationToken);
        if (await db.OwnTrainerSheetAsync(user.Me, request.SheetId, cancellationToken) is not var (sheet, rubric))
        {
            return new NotFound();
        }

        var now = time.UtcNow();
        if ((sheet.Save(rubric.Of(request.Marks), request.Comment.Trim()) ?? sheet.Sign(rubric.Rule, now)) is { } error)
        {
            return error;
        }

        var others = await db.TrainerSheets.CountAsync(s => s.RecertificationId == sheet.RecertificationId && s.Id != sheet.Id && s.SignedAt != null, cancellationToken);
        if (others + 1 >= TrainerSheet.Needed)
        {
            var recertification = await db.Recertifications.SingleAsync(r => r.Id == sheet.RecertificationId, cancellationToken);
            if (recertification.Assess(now) is { } refused)
            {
                return refused;
            }
        }

        return Done.Value;
    }
}
