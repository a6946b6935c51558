using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>
/// A draft comes into force on a day; the edition before it ends the day before. Cases that are open keep the edition under which
/// they were opened.
/// </summary>
/// <param name="Id">Draft.</param>
/// <param name="From">First day; not in the past, for what was decided stays decided.</param>
[RequirePermission(Permission.ManageRules)]
public sealed record PutEditionInForceCommand(Guid Id, DateOnly? From) : ICommand<Done>;

/// <summary>The day is over.</summary>
public sealed record EditionFromPast(DateOnly Today) : Error("edition_from_past", ErrorKind.Invalid)
{
    public override IReadOnlyList<object?> Args => [Today];

    public override string Field => nameof(PutEditionInForceCommand.From);
}

/// <summary>Another edition comes into force on that day or later.</summary>
public sealed record EditionOverlaps(string Other, DateOnly From) : Error("edition_overlaps", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Other, From];

    public override string Field => nameof(PutEditionInForceCommand.From);
}

internal sealed class PutEditionInForceValidator : AbstractValidator<PutEditionInForceCommand>
{
    public PutEditionInForceValidator() => RuleFor(c => c.From).NotEmpty().WithErrorCode("required");
}

internal sealed class PutEditionInForceHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<PutEditionInForceCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(PutEditionInForceCommand request, CancellationToken cancellationToken)
    {
        var found = await db.EditionToManageAsync(user, request.Id, cancellationToken);
        if (found.Error is { } refused)
        {
            return refused;
        }

        var from = request.From!.Value;
        if (from < time.Today())
        {
            return new EditionFromPast(time.Today());
        }

        var before = await db.RuleSets.SingleOrDefaultAsync(r => r.Status == RuleSetStatus.InForce && r.Id != request.Id, cancellationToken);
        if (before?.ValidFrom >= from)
        {
            return new EditionOverlaps(before.Code, before.ValidFrom.Value);
        }

        return (found.Value.PutInForce(from) ?? before?.End(from.AddDays(-1))) is { } notNow ? notNow : Done.Value;
    }
}
