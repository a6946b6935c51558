using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration;

/// <summary>The pairs and teams to which the user belongs.</summary>
[SignedIn]
public sealed record GetMyCollaborationQuery : IQuery<MyCollaboration>;

/// <summary>The pairs and teams of somebody.</summary>
/// <param name="IsCoach">Whether the person is a school coach, who holds events.</param>
public sealed record MyCollaboration(DateOnly Today, IReadOnlyList<PairRow> Pairs, IReadOnlyList<TeamRow> Teams, bool IsCoach);

internal sealed class GetMyCollaborationHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetMyCollaborationQuery, Result<MyCollaboration>>
{
    public async Task<Result<MyCollaboration>> Handle(GetMyCollaborationQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        return new MyCollaboration(
            time.Today(),
            await db.MentoringPairs.Where(p => p.MentorId == me || p.YoungTeacherId == me).Rows(db).ToListAsync(cancellationToken),
            await db.SchoolTeams.Where(t => t.Members.Any(m => m.PersonId == me)).Rows(db).ToListAsync(cancellationToken),
            await db.SchoolCoaches.AnyAsync(c => c.PersonId == me, cancellationToken));
    }
}
