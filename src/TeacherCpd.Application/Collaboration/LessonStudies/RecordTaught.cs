using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.LessonStudies;

/// <summary>The teacher of a research lesson says that it was taught; the others write what they saw.</summary>
[SignedIn]
public sealed record RecordTaughtCommand(Guid StudyId, Guid LessonId, DateOnly? TaughtOn) : ICommand<Done>;

internal sealed class RecordTaughtValidator : AbstractValidator<RecordTaughtCommand>
{
    public RecordTaughtValidator(TimeProvider time) =>
        RuleFor(c => c.TaughtOn).NotNull().WithErrorCode("required").Must(day => day is null || day <= time.Today()).WithErrorCode("date_in_future");
}

internal sealed class RecordTaughtHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<RecordTaughtCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordTaughtCommand request, CancellationToken cancellationToken)
    {
        var study = await db.OwnStudyAsync(user, request.StudyId, cancellationToken);
        return (study.Error ?? study.Value.RecordTaught(request.LessonId, user.Me, request.TaughtOn!.Value)) is { } refused ? refused : Done.Value;
    }
}
