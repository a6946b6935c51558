using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.Teams;

/// <summary>Whoever leads the team, or the school, gives a member a task of the development plan.</summary>
/// <param name="TaskId">Id that the form carries: sending it twice adds one task.</param>
[SignedIn]
public sealed record AddTeamTaskCommand(Guid TaskId, Guid TeamId, string? TaskTitle, Guid? ResponsibleId, DateOnly? DueOn) : ICommand<Done>;

internal sealed class AddTeamTaskValidator : AbstractValidator<AddTeamTaskCommand>
{
    public AddTeamTaskValidator()
    {
        RuleFor(c => c.TaskTitle).NotEmpty().WithErrorCode("required").MaximumLength(SchoolTeam.LineLength).WithErrorCode("too_long");
        RuleFor(c => c.ResponsibleId).NotNull().WithErrorCode("required");
        RuleFor(c => c.DueOn).NotNull().WithErrorCode("required");
    }
}

internal sealed class AddTeamTaskHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<AddTeamTaskCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AddTeamTaskCommand request, CancellationToken cancellationToken)
    {
        var team = await db.TeamToRunAsync(user, request.TeamId, cancellationToken);
        if (team.Error is { } none)
        {
            return none;
        }

        if (team.Value.Tasks.Any(t => t.Id == request.TaskId))
        {
            return Done.Value;
        }

        return team.Value.AddTask(request.TaskId, request.TaskTitle!.Trim(), request.ResponsibleId!.Value, request.DueOn!.Value) is { } refused ? refused : Done.Value;
    }
}
