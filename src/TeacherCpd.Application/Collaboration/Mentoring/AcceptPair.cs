using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.Mentoring;

/// <summary>The mentor or the young teacher accepts the pair that the school proposed.</summary>
[SignedIn]
public sealed record AcceptPairCommand(Guid PairId) : ICommand<Done>;

internal sealed class AcceptPairHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<AcceptPairCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AcceptPairCommand request, CancellationToken cancellationToken)
    {
        var own = await db.OwnPairAsync(user, request.PairId, cancellationToken);
        return (own.Error ?? own.Value.Pair.Accept(own.Value.Side, time.UtcNow())) is { } refused ? refused : Done.Value;
    }
}
