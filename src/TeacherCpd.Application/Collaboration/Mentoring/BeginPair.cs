using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.Mentoring;

/// <summary>A pair to which both agreed begins: one of the two says so, or the school.</summary>
[SignedIn]
public sealed record BeginPairCommand(Guid PairId) : ICommand<Done>;

internal sealed class BeginPairHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<BeginPairCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(BeginPairCommand request, CancellationToken cancellationToken)
    {
        var pair = await db.PairInHandAsync(user, request.PairId, cancellationToken);
        return pair switch
        {
            null => new NotFound(),
            { Status: PairStatus.Running } => Done.Value,
            _ => pair.Begin(time.UtcNow()) is { } refused ? refused : Done.Value,
        };
    }
}
