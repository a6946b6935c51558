using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Groups;

/// <summary>
/// A school sends teachers of its own to a course: each alone, or all together as a team, in one action. Of a teacher who works
/// at two schools either may send, and then the steps and the quota are those of the school that sends. Who applied already and
/// waits for a school is agreed to. All or nothing: a fault names the person and nobody is sent.
/// </summary>
/// <param name="TeamId">Id that the form carries, which names a team: sending it twice makes one.</param>
[RequirePermission(Permission.NominateTeachers)]
public sealed record NominateTeachersCommand(Guid TeamId, Guid GroupId, Guid SchoolId, IReadOnlyList<Guid> PersonIds) : ICommand<Nominated>;

/// <summary>What became of those who were sent.</summary>
public sealed record Nominated(int Accepted, int Waiting, int Undecided);

/// <summary>The programme wants teams of another size.</summary>
/// <param name="Size">How many of one school come together.</param>
public sealed record TeamOfAnotherSize(int Size) : Error("team_of_another_size", ErrorKind.Invalid)
{
    public override IReadOnlyList<object?> Args => [Size];

    public override string Field => nameof(NominateTeachersCommand.PersonIds);
}

/// <summary>Somebody chosen cannot be sent.</summary>
/// <param name="Name">Who.</param>
/// <param name="Status">How the person is in the group already.</param>
public sealed record CannotBeSent(string Name, EnrolmentStatus Status) : Error("cannot_be_sent", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Name, Status];

    public override string Field => nameof(NominateTeachersCommand.PersonIds);
}

internal sealed class NominateTeachersValidator : AbstractValidator<NominateTeachersCommand>
{
    public NominateTeachersValidator() => RuleFor(c => c.PersonIds).NotEmpty().WithErrorCode("required");
}

internal sealed class NominateTeachersHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<NominateTeachersCommand, Result<Nominated>>
{
    public async Task<Result<Nominated>> Handle(NominateTeachersCommand request, CancellationToken cancellationToken)
    {
        if (await PlaceTurn.TakeAsync(db, request.GroupId, cancellationToken) is not { } turn
            || !await db.Organisations.Within(user.Scopes(Permission.NominateTeachers)).AnyAsync(o => o.Id == request.SchoolId, cancellationToken))
        {
            return new NotFound();
        }

        var chosen = request.PersonIds.Distinct().ToList();
        var workplaces = await db.WorkplacesAsync(chosen, time.Today(), cancellationToken, request.SchoolId);
        if (!chosen.TrueForAll(workplaces.ContainsKey))
        {
            return new NotFound();
        }

        var there = await db.Enrolments.Include(e => e.Decisions)
            .Where(e => e.GroupId == request.GroupId && EF.Parameter(chosen).Contains(e.PersonId))
            .ToListAsync(cancellationToken);
        if (there.Count == chosen.Count && there.TrueForAll(e => e.TeamId == request.TeamId))
        {
            return Summary(there);
        }

        if (!turn.Group.TakesApplications(time.Today()))
        {
            return new GroupNotRecruiting();
        }

        if (turn.TeamSize is { } size && chosen.Count != size)
        {
            return new TeamOfAnotherSize(size);
        }

        var now = time.UtcNow();
        var enrolments = new List<Enrolment>();
        foreach (var personId in chosen)
        {
            var sent = await SendAsync(personId, cancellationToken);
            if (sent.Error is not null)
            {
                return sent.Error;
            }

            enrolments.Add(sent.Value);
        }

        var asTeam = turn.TeamSize is not null;
        foreach (var together in asTeam ? [enrolments] : enrolments.Select(e => new List<Enrolment> { e }))
        {
            if (together.TrueForAll(e => e.IsApproved) && await turn.GiveAsync(together, now, cancellationToken) is { } wrong)
            {
                return wrong;
            }
        }

        return Summary(enrolments);

        async Task<Result<Enrolment>> SendAsync(Guid personId, CancellationToken token)
        {
            var work = workplaces[personId];
            var origin = turn.TeamSize is null ? EnrolmentOrigin.Nomination : EnrolmentOrigin.Team;
            var team = turn.TeamSize is null ? (Guid?)null : request.TeamId;
            var enrolment = there.Find(e => e.PersonId == personId);
            if (enrolment is null)
            {
                enrolment = db.Enrol(turn.Group, personId, origin, work, now, team).Asking(turn.Steps);
            }
            else if (enrolment.Status == EnrolmentStatus.Withdrawn && enrolment.ApplyAgain(origin, team, work.SchoolId, work.RegionId, now) is null)
            {
                enrolment.Asking(turn.Steps);
            }
            else if (enrolment.Status != EnrolmentStatus.Applied || team is not null)
            {
                var name = await db.Persons.Where(p => p.Id == personId).Select(p => p.FamilyName + " " + p.GivenName).SingleAsync(token);
                return new CannotBeSent(name, enrolment.Status);
            }

            // to send somebody is the school's yes
            return enrolment.AwaitedStep == ApplicationSteps.School
                && enrolment.SendFrom(work.SchoolId, work.RegionId, turn.Steps, user.Me, now) is { } refused
                    ? refused
                    : enrolment;
        }
    }

    private static Nominated Summary(IReadOnlyList<Enrolment> enrolments) => new(
        enrolments.Count(e => e.Status == EnrolmentStatus.Accepted),
        enrolments.Count(e => e.Status == EnrolmentStatus.WaitingList),
        enrolments.Count(e => e.Status == EnrolmentStatus.Applied));
}
