using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Observations;

/// <summary>The teacher has read a signed sheet ("acquainted" in appendix 14), and may answer.</summary>
/// <param name="Answer">What the teacher says to it; nothing is fine.</param>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record AcknowledgeObservationCommand(Guid SheetId, string? Answer) : ICommand<Done>;

internal sealed class AcknowledgeObservationValidator : AbstractValidator<AcknowledgeObservationCommand>
{
    public AcknowledgeObservationValidator() =>
        RuleFor(c => c.Answer).MaximumLength(LessonObservation.WordsMaxLength).WithErrorCode("too_long");
}

internal sealed class AcknowledgeObservationHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<AcknowledgeObservationCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AcknowledgeObservationCommand request, CancellationToken cancellationToken)
    {
        var sheet = await db.LessonObservations.SingleOrDefaultAsync(
            o => o.Id == request.SheetId && o.TeacherId == user.Me && (o.Status == ObservationStatus.SignedOff || o.Status == ObservationStatus.Acknowledged),
            cancellationToken);
        if (sheet is null)
        {
            return new NotFound();
        }

        return sheet.Acknowledge(request.Answer.Typed(), time.UtcNow()) is { } refused ? refused : Done.Value;
    }
}
