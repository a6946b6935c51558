using MediatR;
using Microsoft.Extensions.Logging;
using Quartz;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Application.Attestation.Categories;
using TeacherCpd.Application.Attestation.Essays;
using TeacherCpd.Application.Attestation.Rules;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Application.Certificates.Batches;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Exchange;
using TeacherCpd.Application.Exchange.Api;
using TeacherCpd.Application.Exchange.Lti;
using TeacherCpd.Application.Exchange.Webhooks;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Application.Groups.Notices;
using TeacherCpd.Application.HelpDesk.Notices;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Networks.Notices;
using TeacherCpd.Application.Originality;
using TeacherCpd.Application.Planning.Notices;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Application.Portfolios.Exports;
using TeacherCpd.Application.Studies.Notices;
using TeacherCpd.Application.Testing.Notices;
using TeacherCpd.Application.Testing.Player;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Infrastructure.Schedules;

/// <summary>
/// Every minute: hands over the reminders that fall due, the notices to applicants, to teachers of originality cases, about trainers, attestation and plans, and the
/// items whose job was lost, queues the later rounds of originality checks, and clears away broken and old uploads, old exports
/// and the rows of old lists.
/// One that fails is logged and keeps none of the others back; the sweep then does not count as done.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class SweepJob(IMediator mediator, CurrentUser user, ILogger<SweepJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        user.ActsAsSystem();
        List<Exception> failures = [];
        foreach (var command in new ICommand<Done>[]
        {
            new QueueDueRemindersCommand(),
            new QueueNoticesCommand(),
            new QueueLostChecksCommand(),
            new QueueLaterRoundsCommand(),
            new QueueCaseNoticesCommand(),
            new DropLeftoversCommand(),
            new DropOldUploadsCommand(),
            new QueueLostExportsCommand(),
            new DropOldExportsCommand(),
            new DropOldListsCommand(),
            new QueueTrainerNoticesCommand(),
            new TellCyclesCommand(),
            new QueueAttestationNoticesCommand(),
            new QueueLostReflectiveChecksCommand(),
            new QueueLostEssayChecksCommand(),
            new QueueUnsealedCommand(),
            new QueueLostBatchesCommand(),
            new QueueLostSimulationsCommand(),
            new QueueCategoryNoticesCommand(),
            new QueueStudyNoticesCommand(),
            new EndOverdueAttemptsCommand(),
            new QueueTestingNoticesCommand(),
            new QueueLostRegisterImportsCommand(),
            new DropOldRegisterRowsCommand(),
            new QueueDueDeliveriesCommand(),
            new DropOldRepliesCommand(),
            new DropOldLtiCommand(),
            new QueuePlanNoticesCommand(),
            new QueueTicketNoticesCommand(),
            new QueueVisitNoticesCommand(),
        })
        {
            try
            {
                if ((await mediator.Send(command, cancellationToken)).Error is { } error)
                {
                    logger.LogWarning("{Command} was refused: {Error}", command.GetType().Name, error.Code);
                }
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                logger.LogError(e, "{Command} failed", command.GetType().Name);
                failures.Add(e);
            }
        }

        if (failures.Count > 0)
        {
            // so that the sweep does not count as done
            throw new AggregateException(failures);
        }
    }
}
