using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>An officer says why places of a quota are not used.</summary>
/// <param name="Places">How many places the reason explains, 1 or more.</param>
[RequirePermission(Permission.ManageQuotas)]
public sealed record ExplainShortfallCommand(Guid QuotaId, ShortfallReason? Reason, int Places, string? Note) : ICommand<Done>;

internal sealed class ExplainShortfallValidator : AbstractValidator<ExplainShortfallCommand>
{
    public ExplainShortfallValidator()
    {
        RuleFor(c => c.Reason).NotNull().WithErrorCode("required").IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Places).InclusiveBetween(1, 100_000).WithErrorCode("out_of_range");
        RuleFor(c => c.Note).MaximumLength(1000).WithErrorCode("too_long");
        RuleFor(c => c.Note).NotEmpty().When(c => c.Reason == ShortfallReason.Other).WithErrorCode("required");
    }
}

internal sealed class ExplainShortfallHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<ExplainShortfallCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ExplainShortfallCommand request, CancellationToken cancellationToken)
    {
        var regions = db.Organisations.Within(user.Scopes(Permission.ManageQuotas)).Select(o => o.Id);
        var quota = await db.Quotas.Include(q => q.Shortfalls).SingleOrDefaultAsync(q => q.Id == request.QuotaId && regions.Contains(q.RegionId), cancellationToken);
        if (quota is null)
        {
            return new NotFound();
        }

        quota.Explain(request.Reason!.Value, request.Places, request.Note.OrNothing(), user.Me, time.UtcNow());
        return Done.Value;
    }
}
