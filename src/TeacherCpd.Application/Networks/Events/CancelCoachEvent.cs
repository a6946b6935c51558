using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Application.Networks.Events;

/// <summary>The school or the coach says that an event does not take place.</summary>
/// <param name="EventId">Event.</param>
/// <param name="Why">Reason.</param>
[SignedIn]
public sealed record CancelCoachEventCommand(Guid EventId, string? Why) : ICommand<Done>;

internal sealed class CancelCoachEventValidator : AbstractValidator<CancelCoachEventCommand>
{
    public CancelCoachEventValidator() =>
        RuleFor(c => c.Why).NotEmpty().WithErrorCode("required").MaximumLength(CoachEvent.WordsLength).WithErrorCode("too_long");
}

internal sealed class CancelCoachEventHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<CancelCoachEventCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CancelCoachEventCommand request, CancellationToken cancellationToken)
    {
        var held = await db.EventInHandAsync(user, request.EventId, cancellationToken);
        if (held is null)
        {
            return new NotFound();
        }

        return held.Cancel(request.Why.Lines(), time.UtcNow()) is { } refused ? refused : Done.Value;
    }
}
