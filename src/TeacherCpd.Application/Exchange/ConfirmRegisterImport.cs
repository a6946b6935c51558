using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange;

/// <summary>
/// A person says in which differences our records follow the file; they are written in the background. Confirming more later is the same step again:
/// what is written already is not written twice.
/// </summary>
/// <param name="Follow">Differences to follow, of those that may be.</param>
[RequirePermissionOrSystem(Permission.ExchangeRegister)]
public sealed record ConfirmRegisterImportCommand(Guid ImportId, IReadOnlyList<RegisterFinding> Follow) : ICommand<Done>;

internal sealed class ConfirmRegisterImportValidator : AbstractValidator<ConfirmRegisterImportCommand>
{
    public ConfirmRegisterImportValidator() => RuleFor(c => c.Follow).NotEmpty().WithErrorCode("register_follow_nothing");
}

internal sealed class ConfirmRegisterImportHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time)
    : IRequestHandler<ConfirmRegisterImportCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ConfirmRegisterImportCommand request, CancellationToken cancellationToken)
    {
        if (await db.RegisterImportsOf(user).SingleOrDefaultAsync(i => i.Id == request.ImportId, cancellationToken) is not { } import)
        {
            return new NotFound();
        }

        var wanted = request.Follow.Distinct().ToList();
        if (wanted.Exists(f => !import.Kind.Applicable().Contains(f)))
        {
            return new InvalidInput([new FieldFault(nameof(request.Follow), "register_follow_nothing", [])]);
        }

        if (import.Confirm(wanted, time.UtcNow()) is { } refused)
        {
            return refused;
        }

        jobs.RunRegisterImport(import.Id);
        return Done.Value;
    }
}
