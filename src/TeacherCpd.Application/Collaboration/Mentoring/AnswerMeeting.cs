using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.Mentoring;

/// <summary>The other of the two confirms what took place, with own words or without.</summary>
[SignedIn]
public sealed record AnswerMeetingCommand(Guid PairId, Guid MeetingId, string? Reply) : ICommand<Done>;

internal sealed class AnswerMeetingValidator : AbstractValidator<AnswerMeetingCommand>
{
    public AnswerMeetingValidator() => RuleFor(c => c.Reply).MaximumLength(PairMeeting.WordsLength).WithErrorCode("too_long");
}

internal sealed class AnswerMeetingHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<AnswerMeetingCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AnswerMeetingCommand request, CancellationToken cancellationToken)
    {
        var own = await db.OwnPairAsync(user, request.PairId, cancellationToken);
        return (own.Error ?? own.Value.Pair.Answer(request.MeetingId, user.Me, request.Reply.OrNothing()?.Lines(), time.UtcNow())) is { } refused
            ? refused
            : Done.Value;
    }
}
