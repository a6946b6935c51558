using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>What the page for declining shows.</summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record GetApplicationQuery(Guid EnrolmentId) : IQuery<ApplicationView>;

/// <summary>An application about which the coordinator decides.</summary>
public sealed record ApplicationView(Guid GroupId, string GroupCode, LocalizedText Title, string Name, DateTime AppliedAt, EnrolmentStatus Status);

/// <summary>A coordinator declines an application.</summary>
/// <param name="Reason">Why; the teacher reads it.</param>
[RequirePermission(Permission.ManageGroups)]
public sealed record DeclineApplicationCommand(Guid EnrolmentId, string Reason) : ICommand<Done>;

internal sealed class DeclineApplicationValidator : AbstractValidator<DeclineApplicationCommand>
{
    public DeclineApplicationValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(1000).WithErrorCode("too_long");
}

internal sealed class GetApplicationHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetApplicationQuery, Result<ApplicationView>>
{
    public async Task<Result<ApplicationView>> Handle(GetApplicationQuery request, CancellationToken cancellationToken)
    {
        var application = await (
            from enrolment in db.Enrolments
            where enrolment.Id == request.EnrolmentId
            join g in db.ManagedBy(user) on enrolment.GroupId equals g.Id
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            join person in db.Persons on enrolment.PersonId equals person.Id
            select new ApplicationView(g.Id, g.Code, programme.Title, person.FamilyName + " " + person.GivenName, enrolment.AppliedAt, enrolment.Status))
            .SingleOrDefaultAsync(cancellationToken);
        return application is null ? new NotFound() : application;
    }
}

internal sealed class DeclineApplicationHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<DeclineApplicationCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DeclineApplicationCommand request, CancellationToken cancellationToken)
    {
        var groups = db.ManagedBy(user);
        var enrolment = await db.Enrolments.SingleOrDefaultAsync(
            e => e.Id == request.EnrolmentId && groups.Any(g => g.Id == e.GroupId), cancellationToken);
        if (enrolment is null)
        {
            return new NotFound();
        }

        // the first reason stands: it is the one the teacher may have read
        return enrolment.Status != EnrolmentStatus.Declined && enrolment.Decline(request.Reason.Trim(), time.UtcNow()) is { } refused
            ? refused
            : Done.Value;
    }
}
