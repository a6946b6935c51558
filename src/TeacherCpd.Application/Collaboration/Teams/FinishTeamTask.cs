using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.Teams;

/// <summary>Whoever answers for a task, or leads the team, says that it is done and what shows it.</summary>
[SignedIn]
public sealed record FinishTeamTaskCommand(Guid TeamId, Guid TaskId, string? Evidence, string? Link) : ICommand<Done>;

internal sealed class FinishTeamTaskValidator : AbstractValidator<FinishTeamTaskCommand>
{
    public FinishTeamTaskValidator()
    {
        RuleFor(c => c.Evidence).NotEmpty().WithErrorCode("required").MaximumLength(SchoolTeam.WordsLength).WithErrorCode("too_long");
        RuleFor(c => c.Link).MaximumLength(SchoolTeam.LinkLength).WithErrorCode("too_long").Must(Links.AreWeb).WithErrorCode("link_wrong");
    }
}

internal sealed class FinishTeamTaskHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<FinishTeamTaskCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(FinishTeamTaskCommand request, CancellationToken cancellationToken)
    {
        var team = await db.TeamInHandAsync(user, request.TeamId, cancellationToken);
        if (team is null)
        {
            return new NotFound();
        }

        return team.FinishTask(request.TaskId, user.Me, request.Evidence.Lines(), request.Link.OrNothing(), time.UtcNow()) is { } refused ? refused : Done.Value;
    }
}
