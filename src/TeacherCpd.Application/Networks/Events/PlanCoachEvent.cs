using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Application.Networks.Events;

/// <summary>A school plans an event of one of its coaches, or a coach an own one.</summary>
/// <param name="EventId">Id that the form carries: sending it twice plans one.</param>
/// <param name="SchoolId">School of the coach.</param>
/// <param name="CoachId">Coach, who works at the school.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Topic">Topic.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null: the first.</param>
/// <param name="Place">Place.</param>
/// <param name="Link">Address of the meeting.</param>
/// <param name="Language">Language.</param>
/// <param name="Schools">Schools for which it is: the own one and those of its networks in the school year of the first day.</param>
[SignedIn]
public sealed record PlanCoachEventCommand(
    Guid EventId,
    Guid SchoolId,
    Guid? CoachId,
    CoachEventKind Kind,
    string? Topic,
    DateOnly? From,
    DateOnly? To,
    string? Place,
    string? Link,
    Language Language,
    IReadOnlyList<Guid> Schools) : ICommand<Done>;

/// <summary>A school is in no network with the school of the coach in that year.</summary>
public sealed record SchoolNotInNetwork() : Error("school_not_in_network", ErrorKind.Conflict);

internal sealed class PlanCoachEventValidator : AbstractValidator<PlanCoachEventCommand>
{
    public PlanCoachEventValidator()
    {
        RuleFor(c => c.CoachId).NotNull().WithErrorCode("required");
        RuleFor(c => c.Kind).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Language).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Topic).NotEmpty().WithErrorCode("required").MaximumLength(CoachEvent.LineLength).WithErrorCode("too_long");
        RuleFor(c => c.From).NotNull().WithErrorCode("required");
        RuleFor(c => c.Place).MaximumLength(CoachEvent.LineLength).WithErrorCode("too_long");
        RuleFor(c => c.Link).MaximumLength(CoachEvent.LinkLength).WithErrorCode("too_long").Must(Links.AreWeb).WithErrorCode("link_wrong");
    }
}

internal sealed class PlanCoachEventHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<PlanCoachEventCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(PlanCoachEventCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(FormattableString.Invariant($"networks/events/{request.EventId}"), cancellationToken);
        if (!await db.CoachesInHand(user, time.Today()).AnyAsync(c => c.SchoolId == request.SchoolId && c.PersonId == request.CoachId, cancellationToken))
        {
            return new NotFound();
        }

        if (await db.CoachEvents.AnyAsync(e => e.Id == request.EventId, cancellationToken))
        {
            return Done.Value;
        }

        var from = request.From!.Value;
        var neighbours = await db.NeighboursAsync(request.SchoolId, NetworkQueries.SchoolYearOf(from), cancellationToken);
        if (request.Schools.Except(neighbours).Any())
        {
            return new SchoolNotInNetwork();
        }

        var planned = CoachEvent.Plan(
            request.EventId,
            request.CoachId!.Value,
            request.SchoolId,
            new CoachEventPlan(request.Kind, request.Topic!.Trim(), from, request.To ?? from, request.Place?.Trim() ?? "", request.Link.OrNothing(), request.Language),
            request.Schools);
        if (planned.Error is { } refused)
        {
            return refused;
        }

        db.CoachEvents.Add(planned.Value);
        return Done.Value;
    }
}
