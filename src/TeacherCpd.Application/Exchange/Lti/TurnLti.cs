using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Exchange.Lti;

/// <summary>Opens or closes a tool or a course of one. A closed one can neither be opened by teachers nor reported on; what was reported stays.</summary>
/// <param name="Id">Tool or course.</param>
[RequirePermission(Permission.ManageProgrammes)]
public sealed record TurnLtiCommand(Guid Id, bool Open) : ICommand<Done>;

internal sealed class TurnLtiHandler(IAppDbContext db) : IRequestHandler<TurnLtiCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(TurnLtiCommand request, CancellationToken cancellationToken)
    {
        if (await db.LtiTools.SingleOrDefaultAsync(t => t.Id == request.Id, cancellationToken) is { } tool)
        {
            tool.Turn(request.Open);
            return Done.Value;
        }

        if (await db.LtiCourses.SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken) is { } course)
        {
            course.Turn(request.Open);
            return Done.Value;
        }

        return new NotFound();
    }
}
