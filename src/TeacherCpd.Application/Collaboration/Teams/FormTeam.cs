using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.Teams;

/// <summary>A school forms a team of its own people.</summary>
/// <param name="TeamId">Id that the form carries: sending it twice forms one team.</param>
/// <param name="SchoolId">School.</param>
/// <param name="Title">Name.</param>
/// <param name="Aim">What it wants to reach for the school.</param>
/// <param name="EnrolledAs">The team as which its members took a course before; null for none.</param>
/// <param name="Members">Members.</param>
[RequirePermission(Permission.LeadCollaboration)]
public sealed record FormTeamCommand(Guid TeamId, Guid SchoolId, string? Title, string? Aim, Guid? EnrolledAs, IReadOnlyList<TeamSeat> Members) : ICommand<Done>;

internal sealed class FormTeamValidator : AbstractValidator<FormTeamCommand>
{
    public FormTeamValidator()
    {
        RuleFor(c => c.Title).NotEmpty().WithErrorCode("required").MaximumLength(SchoolTeam.TitleLength).WithErrorCode("too_long");
        RuleFor(c => c.Aim).NotEmpty().WithErrorCode("required").MaximumLength(SchoolTeam.WordsLength).WithErrorCode("too_long");
        RuleForEach(c => c.Members).ChildRules(seat =>
        {
            seat.RuleFor(s => s.Role).IsInEnum().WithErrorCode("required");
            seat.RuleFor(s => s.Part).MaximumLength(SchoolTeam.LineLength).WithErrorCode("too_long");
        });
    }
}

internal sealed class FormTeamHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<FormTeamCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(FormTeamCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfAsync(request.TeamId, cancellationToken);
        if (await db.OrganisationInReachAsync(user, Permission.LeadCollaboration, request.SchoolId, cancellationToken) is not { } school)
        {
            return new NotFound();
        }

        if (await db.SchoolTeams.AnyAsync(t => t.Id == request.TeamId, cancellationToken))
        {
            return Done.Value;
        }

        var people = await db.ColleaguesAsync(school.Id, time.Today(), cancellationToken);
        if (!request.Members.All(m => people.Exists(p => p.Id == m.PersonId))
            || (request.EnrolledAs is { } before && !await db.Enrolments.AnyAsync(e => e.TeamId == before && e.SchoolId == school.Id, cancellationToken)))
        {
            return new NotFound();
        }

        var team = SchoolTeam.Form(request.TeamId, school.Id, request.Title!.Trim(), request.Aim.Lines(), request.Members, time.UtcNow());
        if (team.Error is { } refused)
        {
            return refused;
        }

        if (request.EnrolledAs is { } enrolledAs)
        {
            team.Value.WentTo(enrolledAs);
        }

        db.SchoolTeams.Add(team.Value);
        return Done.Value;
    }
}
