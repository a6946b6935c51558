using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Accounts;

/// <summary>An administrator takes a role away; it is gone with the next request of the person. What is gone already stays gone.</summary>
/// <param name="AssignmentId">The role, as the person holds it.</param>
[RequirePermission(Permission.ManagePeople)]
public sealed record TakeRoleCommand(Guid PersonId, Guid AssignmentId) : ICommand<TakenRole>;

/// <summary>A role was taken away.</summary>
/// <param name="StillInReach">Whether the person still works or holds a role where the user manages people.</param>
public sealed record TakenRole(bool StillInReach);

internal sealed class TakeRoleHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<TakeRoleCommand, Result<TakenRole>>
{
    public async Task<Result<TakenRole>> Handle(TakeRoleCommand request, CancellationToken cancellationToken)
    {
        var person = await db.ManagedPersonAsync(user, request.PersonId, cancellationToken);
        if (person is null)
        {
            return new NotFound();
        }

        if (person.Id == user.Me)
        {
            return new NotOnOneself();
        }

        var paths = await db.PathsAsync(
            person.Roles.Select(r => r.OrganisationId).Concat(person.Employments.Select(e => e.OrganisationId)), cancellationToken);
        if (person.Roles.SingleOrDefault(r => r.Id == request.AssignmentId) is { } assignment)
        {
            if (!InReach(assignment.OrganisationId))
            {
                return new NotFound();
            }

            person.Loses(assignment);
        }

        return new TakenRole(person.Roles.Any(r => InReach(r.OrganisationId)) || person.Employments.Any(e => InReach(e.OrganisationId)));

        bool InReach(Guid organisationId) => user.Covers(Permission.ManagePeople, paths[organisationId]);
    }
}
