using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>
/// The secretary closes a sitting and says where its recording is kept (order 83, paragraph 61). Cases still at the vote stay there
/// and go on at the next sitting; the votes cast on them stand.
/// </summary>
/// <param name="Recording">Name or address of the audio or video recording.</param>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record CloseSittingCommand(Guid SittingId, string? Recording) : ICommand<Done>;

internal sealed class CloseSittingValidator : AbstractValidator<CloseSittingCommand>
{
    public CloseSittingValidator() => RuleFor(c => c.Recording).NotEmpty().WithErrorCode("required").MaximumLength(Sitting.WordsLength).WithErrorCode("too_long");
}

internal sealed class CloseSittingHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<CloseSittingCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CloseSittingCommand request, CancellationToken cancellationToken)
    {
        var sitting = await db.SittingToHoldAsync(user, request.SittingId, cancellationToken);
        if (sitting is null)
        {
            return new NotFound();
        }

        return sitting.Status == SittingStatus.Closed ? Done.Value : sitting.Close(request.Recording!.Trim(), time.UtcNow()) is { } refused ? refused : Done.Value;
    }
}
