using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Development;

/// <summary>A teacher records what they did for their development outside courses.</summary>
/// <param name="ActivityId">Id that the form carries: sending it twice records one activity.</param>
/// <param name="Fields">What was typed.</param>
/// <param name="File">What <see cref="ReceiveEvidenceQuery"/> gave; null for no file.</param>
[RequirePermission(Permission.RecordDevelopment)]
public sealed record RecordActivityCommand(Guid ActivityId, ActivityFields Fields, EvidenceFile? File) : ICommand<Guid>;

internal sealed class RecordActivityValidator : AbstractValidator<RecordActivityCommand>
{
    public RecordActivityValidator()
    {
        RuleFor(c => c.ActivityId).NotEmpty().WithErrorCode("required");

        // the faults stand at the fields of the form
        RuleFor(c => c.Fields).SetValidator(new ActivityFieldsValidator()).OverridePropertyName("");
    }
}

internal sealed class RecordActivityHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<RecordActivityCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(RecordActivityCommand request, CancellationToken cancellationToken)
    {
        var known = await db.DevelopmentActivities
            .Where(a => a.Id == request.ActivityId)
            .Select(a => (Guid?)a.PersonId)
            .SingleOrDefaultAsync(cancellationToken);
        if (known is not null)
        {
            return known == user.Me ? request.ActivityId : new NotFound();
        }

        var facts = await db.FactsAsync(request.Fields, request.File, cancellationToken);
        if (facts.Error is { } wrong)
        {
            return wrong;
        }

        var activity = DevelopmentActivity.Record(request.ActivityId, user.Me, facts.Value, time.UtcNow(), time.Today());
        if (activity.Error is { } refused)
        {
            return refused;
        }

        db.DevelopmentActivities.Add(activity.Value);
        return request.ActivityId;
    }
}
