using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.Teams;

/// <summary>Whoever leads the team, or the school, gives a task up, with a reason.</summary>
[SignedIn]
public sealed record DropTeamTaskCommand(Guid TeamId, Guid TaskId, string? Reason) : ICommand<Done>;

internal sealed class DropTeamTaskValidator : AbstractValidator<DropTeamTaskCommand>
{
    public DropTeamTaskValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(SchoolTeam.WordsLength).WithErrorCode("too_long");
}

internal sealed class DropTeamTaskHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<DropTeamTaskCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DropTeamTaskCommand request, CancellationToken cancellationToken)
    {
        var team = await db.TeamToRunAsync(user, request.TeamId, cancellationToken);
        return (team.Error ?? team.Value.DropTask(request.TaskId, request.Reason.Lines(), time.UtcNow())) is { } refused ? refused : Done.Value;
    }
}
