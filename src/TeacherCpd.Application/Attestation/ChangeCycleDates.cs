using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>An officer sets other days for what is still to come of a cycle.</summary>
[RequirePermission(Permission.ManageCycles)]
public sealed record ChangeCycleDatesCommand(
    Guid CycleId, DateOnly? Applications, DateOnly? Test, DateOnly? Review, DateOnly? Sittings, DateOnly? Orders, DateOnly? Close) : ICommand<Done>;

internal sealed class ChangeCycleDatesValidator : AbstractValidator<ChangeCycleDatesCommand>
{
    public ChangeCycleDatesValidator()
    {
        RuleFor(c => c.Applications).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Test).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Review).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Sittings).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Orders).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Close).NotEmpty().WithErrorCode("required");
    }
}

internal sealed class ChangeCycleDatesHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<ChangeCycleDatesCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ChangeCycleDatesCommand request, CancellationToken cancellationToken)
    {
        var cycle = await db.AttestationCycles.PlannedBy(db, user).SingleOrDefaultAsync(c => c.Id == request.CycleId, cancellationToken);
        if (cycle is null)
        {
            return new NotFound();
        }

        var dates = new CycleDates(
            request.Applications!.Value, request.Test!.Value, request.Review!.Value, request.Sittings!.Value, request.Orders!.Value, request.Close!.Value);
        return cycle.ChangeDates(dates) is { } refused ? refused : Done.Value;
    }
}
