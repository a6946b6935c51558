using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring.Mails;

/// <summary>Somebody who keeps the jobs running has a mail of any kind sent that failed, or of which nobody knows whether it went out.</summary>
[RequirePermission(Permission.SeeJobs)]
public sealed record RetryMailCommand(MailKind Kind, Guid MailId) : ICommand<Done>;

internal sealed class RetryMailHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<RetryMailCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RetryMailCommand request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.SeeJobs))
        {
            return new Forbidden();
        }

        if (!Enum.IsDefined(request.Kind) || await db.FindMailAsync(request.Kind, request.MailId, cancellationToken) is not { } mail)
        {
            return new NotFound();
        }

        if (mail.Status is ReminderStatus.Pending or ReminderStatus.Sending)
        {
            // it is on its way: taking it from its sender now would send it twice
            return Done.Value;
        }

        if (mail.Again(time.UtcNow()) is { } error)
        {
            return error;
        }

        jobs.Send(request.Kind, mail.Id);
        return Done.Value;
    }
}
