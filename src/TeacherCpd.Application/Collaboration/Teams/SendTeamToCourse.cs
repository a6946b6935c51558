using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.Teams;

/// <summary>
/// The school sends all of a team to a course in one action (2023 concept, line 735): as <see cref="NominateTeachersCommand"/> does, whose
/// rules hold, and the team keeps which course it was.
/// </summary>
/// <param name="SendingId">Id that the form carries: sending it twice sends the team once.</param>
[RequirePermission(Permission.NominateTeachers)]
public sealed record SendTeamToCourseCommand(Guid SendingId, Guid TeamId, Guid GroupId) : ICommand<Nominated>;

internal sealed class SendTeamToCourseHandler(IAppDbContext db, CurrentUser user, IMediator mediator) : IRequestHandler<SendTeamToCourseCommand, Result<Nominated>>
{
    public async Task<Result<Nominated>> Handle(SendTeamToCourseCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfAsync(request.TeamId, cancellationToken);
        var team = await db.TeamsLedBy(user).Whole().SingleOrDefaultAsync(t => t.Id == request.TeamId, cancellationToken);
        if (team is null)
        {
            return new NotFound();
        }

        var sent = await mediator.Send(
            new NominateTeachersCommand(request.SendingId, request.GroupId, team.SchoolId, [.. team.Members.Select(m => m.PersonId)]), cancellationToken);
        if (sent.Error is null)
        {
            team.WentTo(request.SendingId);
        }

        return sent;
    }
}
