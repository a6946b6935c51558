using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Collaboration.Mentoring;

/// <summary>One of the two writes what came of the pair, without having read the other's words; with the second the pair is finished.</summary>
[SignedIn]
public sealed record WriteOutcomeCommand(Guid PairId, string? Outcome) : ICommand<Done>;

internal sealed class WriteOutcomeValidator : AbstractValidator<WriteOutcomeCommand>
{
    private const int LeastWords = 20;

    public WriteOutcomeValidator() => RuleFor(c => c.Outcome)
        .NotEmpty().WithErrorCode("required")
        .MinimumLength(LeastWords).WithErrorCode("too_short")
        .MaximumLength(Pair.OutcomeMaxLength).WithErrorCode("too_long");
}

internal sealed class WriteOutcomeHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<WriteOutcomeCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(WriteOutcomeCommand request, CancellationToken cancellationToken)
    {
        var own = await db.OwnPairAsync(user, request.PairId, cancellationToken);
        if (own.Error is { } none)
        {
            return none;
        }

        var (pair, side) = own.Value;
        if (pair.Status == PairStatus.Finished && (side == MentoringSide.Mentor ? pair.MentorOutcome : pair.YoungTeacherOutcome) == request.Outcome.Lines())
        {
            // the same form a second time
            return Done.Value;
        }

        return pair.WriteOutcome(side, request.Outcome.Lines(), time.UtcNow()) is { } refused ? refused : Done.Value;
    }
}
