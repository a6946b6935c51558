using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>An officer plans a cycle: the ministry for the country, a region or district for its own organisations.</summary>
/// <param name="CycleId">Id that the form carries: sending it twice plans one cycle.</param>
/// <param name="Year">Calendar year in which the school year ends.</param>
/// <param name="Session">1 or 2.</param>
[RequirePermission(Permission.ManageCycles)]
public sealed record PlanCycleCommand(
    Guid CycleId,
    Guid? OrganisationId,
    int Year,
    int Session,
    CycleGroup Group,
    CommissionLevel Level,
    DateOnly? Applications,
    DateOnly? Test,
    DateOnly? Review,
    DateOnly? Sittings,
    DateOnly? Orders,
    DateOnly? Close) : ICommand<Guid>;

/// <summary>There is such a cycle: the same organisation, year, session, group and level.</summary>
public sealed record CycleExists() : Error("cycle_exists", ErrorKind.Conflict)
{
    public override string Field => nameof(PlanCycleCommand.Session);
}

/// <summary>Cycles are planned for the ministry, a region or a district.</summary>
public sealed record CycleNotHere() : Error("cycle_not_here", ErrorKind.Conflict)
{
    public override string Field => nameof(PlanCycleCommand.OrganisationId);
}

internal sealed class PlanCycleValidator : AbstractValidator<PlanCycleCommand>
{
    public PlanCycleValidator(TimeProvider time)
    {
        RuleFor(c => c.OrganisationId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Year).InclusiveBetween(time.Today().Year, time.Today().Year + 5).WithErrorCode("out_of_range");
        RuleFor(c => c.Session).InclusiveBetween(1, 2).WithErrorCode("out_of_range");
        RuleFor(c => c.Group).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Level).IsInEnum().WithErrorCode("required");
        foreach (var day in CycleDayRules.Days)
        {
            RuleFor(day).NotEmpty().WithErrorCode("required");
        }
    }
}

/// <summary>The days that a plan of a cycle names.</summary>
internal static class CycleDayRules
{
    /// <summary>The days, in order.</summary>
    public static readonly System.Linq.Expressions.Expression<Func<PlanCycleCommand, DateOnly?>>[] Days =
        [c => c.Applications, c => c.Test, c => c.Review, c => c.Sittings, c => c.Orders, c => c.Close];
}

internal sealed class PlanCycleHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<PlanCycleCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(PlanCycleCommand request, CancellationToken cancellationToken)
    {
        if (await db.AttestationCycles.AnyAsync(c => c.Id == request.CycleId, cancellationToken))
        {
            return request.CycleId;
        }

        var seat = await db.OrganisationInReachAsync(user, Permission.ManageCycles, request.OrganisationId!.Value, cancellationToken);
        if (seat is null)
        {
            return new NotFound();
        }

        if (!seat.Kind.MayPlanAt())
        {
            return new CycleNotHere();
        }

        var dates = new CycleDates(
            request.Applications!.Value, request.Test!.Value, request.Review!.Value, request.Sittings!.Value, request.Orders!.Value, request.Close!.Value);
        if (!dates.AreInOrder || dates.Applications < time.Today())
        {
            return new CycleDatesWrong();
        }

        if (await db.AttestationCycles.AnyAsync(
            c => c.OrganisationId == seat.Id && c.Year == request.Year && c.Session == request.Session && c.Group == request.Group && c.Level == request.Level,
            cancellationToken))
        {
            return new CycleExists();
        }

        db.AttestationCycles.Add(new AttestationCycle
        {
            Id = request.CycleId,
            OrganisationId = seat.Id,
            Year = request.Year,
            Session = request.Session,
            Group = request.Group,
            Level = request.Level,
            Dates = dates,
        });
        return request.CycleId;
    }
}
