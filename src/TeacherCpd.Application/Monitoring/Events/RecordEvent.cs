using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring.Events;

/// <summary>The trainer says where the recording of an event is; those who took part find it in their cabinets.</summary>
[RequirePermission(Permission.RecordContacts)]
public sealed record RecordEventCommand(Guid EventId, string? Recording) : ICommand<Done>;

internal sealed class RecordEventValidator : AbstractValidator<RecordEventCommand>
{
    public RecordEventValidator() =>
        RuleFor(c => c.Recording).MaximumLength(SupportEvent.LinkLength).WithErrorCode("too_long").Must(Links.AreWeb).WithErrorCode("link_wrong");
}

internal sealed class RecordEventHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<RecordEventCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordEventCommand request, CancellationToken cancellationToken)
    {
        var held = await db.SupportEvents.SingleOrDefaultAsync(e => e.Id == request.EventId && e.TrainerId == user.Me, cancellationToken);
        if (held is null)
        {
            return new NotFound();
        }

        held.Record(request.Recording.OrNothing());
        return Done.Value;
    }
}
