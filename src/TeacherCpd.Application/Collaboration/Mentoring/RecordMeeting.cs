using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.Mentoring;

/// <summary>One of the two writes what took place; the other is asked to confirm it.</summary>
/// <param name="MeetingId">Id that the form carries: sending it twice writes one note.</param>
/// <param name="StepId">The planned step that took place by it; null for none.</param>
[SignedIn]
public sealed record RecordMeetingCommand(Guid MeetingId, Guid PairId, Guid? StepId, PairStepKind? Kind, DateOnly? HeldOn, string? Words) : ICommand<Done>;

internal sealed class RecordMeetingValidator : AbstractValidator<RecordMeetingCommand>
{
    private const int LeastWords = 5;

    public RecordMeetingValidator(TimeProvider time)
    {
        RuleFor(c => c.Kind).NotNull().WithErrorCode("required").IsInEnum().WithErrorCode("required");
        RuleFor(c => c.HeldOn).NotNull().WithErrorCode("required").Must(day => day is null || day <= time.Today()).WithErrorCode("date_in_future");
        RuleFor(c => c.Words)
            .NotEmpty().WithErrorCode("required")
            .MinimumLength(LeastWords).WithErrorCode("too_short")
            .MaximumLength(PairMeeting.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class RecordMeetingHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<RecordMeetingCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordMeetingCommand request, CancellationToken cancellationToken)
    {
        var own = await db.OwnPairAsync(user, request.PairId, cancellationToken);
        if (own.Error is { } none)
        {
            return none;
        }

        if (own.Value.Pair.Meetings.Any(m => m.Id == request.MeetingId))
        {
            return Done.Value;
        }

        var meeting = new PairMeeting
        {
            Id = request.MeetingId,
            PairId = request.PairId,
            StepId = request.StepId,
            Kind = request.Kind!.Value,
            HeldOn = request.HeldOn!.Value,
            AuthorId = user.Me,
            Words = request.Words.Lines(),
            WrittenAt = time.UtcNow(),
        };
        return own.Value.Pair.Hold(meeting) is { } refused ? refused : Done.Value;
    }
}
