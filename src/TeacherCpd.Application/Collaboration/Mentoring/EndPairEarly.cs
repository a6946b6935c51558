using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.Mentoring;

/// <summary>One of the two, or the school, ends a pair before its time; to refuse a proposal is the same.</summary>
[SignedIn]
public sealed record EndPairEarlyCommand(Guid PairId, string? Reason) : ICommand<Done>;

internal sealed class EndPairEarlyValidator : AbstractValidator<EndPairEarlyCommand>
{
    public EndPairEarlyValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(MentoringPair.ReasonLength).WithErrorCode("too_long");
}

internal sealed class EndPairEarlyHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<EndPairEarlyCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndPairEarlyCommand request, CancellationToken cancellationToken)
    {
        var pair = await db.PairInHandAsync(user, request.PairId, cancellationToken);
        if (pair is null)
        {
            return new NotFound();
        }

        return pair.EndEarly(user.Me, request.Reason.Lines(), time.UtcNow()) is { } refused ? refused : Done.Value;
    }
}
