using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.Teams;

/// <summary>
/// The team says what it reached for the school. The 2022 report found teams of which no result was to be seen (lines 3696 to 3706): without
/// a result a team is not completed.
/// </summary>
[SignedIn]
public sealed record CompleteTeamCommand(Guid TeamId, string? Outcome) : ICommand<Done>;

internal sealed class CompleteTeamValidator : AbstractValidator<CompleteTeamCommand>
{
    private const int LeastWords = 20;

    public CompleteTeamValidator() => RuleFor(c => c.Outcome)
        .NotEmpty().WithErrorCode("required")
        .MinimumLength(LeastWords).WithErrorCode("too_short")
        .MaximumLength(SchoolTeam.WordsLength).WithErrorCode("too_long");
}

internal sealed class CompleteTeamHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<CompleteTeamCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CompleteTeamCommand request, CancellationToken cancellationToken)
    {
        var team = await db.TeamToRunAsync(user, request.TeamId, cancellationToken);
        if (team.Error is { } none)
        {
            return none;
        }

        if (team.Value.Outcome == request.Outcome.Lines())
        {
            // the same form a second time
            return Done.Value;
        }

        return team.Value.Complete(request.Outcome.Lines(), time.UtcNow()) is { } refused ? refused : Done.Value;
    }
}
