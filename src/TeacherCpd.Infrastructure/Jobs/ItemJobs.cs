using Hangfire;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Application.Attestation.Categories;
using TeacherCpd.Application.Attestation.Essays;
using TeacherCpd.Application.Attestation.Rules;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Application.Certificates.Batches;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Exchange;
using TeacherCpd.Application.Exchange.Webhooks;
using TeacherCpd.Application.Groups.Notices;
using TeacherCpd.Application.HelpDesk.Notices;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Networks.Notices;
using TeacherCpd.Application.Originality;
using TeacherCpd.Application.Planning.Notices;
using TeacherCpd.Application.Portfolios.Exports;
using TeacherCpd.Application.Studies.Notices;
using TeacherCpd.Application.Testing.Notices;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Infrastructure.Jobs;

/// <summary>The items that Hangfire works off, one method a kind: each only sends a command, which may be repeated.</summary>
public sealed class ItemJobs(IMediator mediator, CurrentUser user, IServiceScopeFactory scopes, TimeProvider time)
{
    // Of each mail most of the time goes by in waiting: for the database, for the mail server.
    private const int SendersAtOnce = 4;

    // The sweep of the next minute goes on, here or on another machine.
    private static readonly TimeSpan LongestSending = TimeSpan.FromSeconds(55);

    /// <summary>Runs an originality check. After a failure it is counted on its row and tried again by Hangfire.</summary>
    [AutomaticRetry(Attempts = RunOriginalityCheckCommand.MostAttempts - 1)]
    public async Task CheckOriginalityAsync(Guid checkId, CancellationToken cancellationToken)
    {
        var startedAt = time.UtcNow();
        try
        {
            await SendAsync(new RunOriginalityCheckCommand(checkId), cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            await SendAsync(new RecordFailedCheckCommand(checkId, startedAt), cancellationToken);
            throw;
        }
    }

    /// <summary>Makes an export. After a failure it is counted on its row and tried again by Hangfire; parts that are whole stay.</summary>
    [AutomaticRetry(Attempts = PortfolioExport.MostAttempts - 1)]
    public async Task MakeExportAsync(Guid exportId, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(new RunExportCommand(exportId), cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            await SendAsync(new RecordBrokenExportCommand(exportId), cancellationToken);
            throw;
        }
    }

    /// <summary>
    /// Sends the reminders that are due until none is left, a minute is over or the mail server is away. Several programs may do so at once:
    /// each begins somewhere else, and a reminder has one sender.
    /// </summary>
    [AutomaticRetry(Attempts = 0)]
    public Task SendDueRemindersAsync(CancellationToken cancellationToken) =>
        SendInTurnAsync(
            new GetDueRemindersQuery(),
            async (item, id, token) => (await item.SendAsync(new SendReminderCommand(id), token)).Value != SendOutcome.Away,
            cancellationToken);

    /// <summary>Sends the messages of webhooks that are due until none is left or a minute is over, several programs at once as with reminders.</summary>
    [AutomaticRetry(Attempts = 0)]
    public Task SendWebhooksAsync(CancellationToken cancellationToken) =>
        SendInTurnAsync(
            new GetDueDeliveriesQuery(),
            async (item, id, token) =>
            {
                await item.SendAsync(new SendDeliveryCommand(id), token);
                return true;
            },
            cancellationToken);

    /// <summary>Sends a reminder. The row decides whether it still has to go out, so Hangfire does not repeat it by itself.</summary>
    [AutomaticRetry(Attempts = 0)]
    public Task SendReminderAsync(Guid reminderId, CancellationToken cancellationToken) =>
        SendAsync(new SendReminderCommand(reminderId), cancellationToken);

    /// <summary>Sends a notice to an applicant. The row decides whether it still has to go out, so Hangfire does not repeat it by itself.</summary>
    [AutomaticRetry(Attempts = 0)]
    public Task SendNoticeAsync(Guid noticeId, CancellationToken cancellationToken) =>
        SendAsync(new SendNoticeCommand(noticeId), cancellationToken);

    /// <summary>Tells a teacher of a case. The row decides whether it still has to go out, as with reminders.</summary>
    [AutomaticRetry(Attempts = 0)]
    public Task SendCaseNoticeAsync(Guid noticeId, CancellationToken cancellationToken) =>
        SendAsync(new SendCaseNoticeCommand(noticeId), cancellationToken);

    /// <summary>Tells somebody something about trainers. The row decides whether it still has to go out, as with reminders.</summary>
    [AutomaticRetry(Attempts = 0)]
    public Task SendTrainerNoticeAsync(Guid noticeId, CancellationToken cancellationToken) =>
        SendAsync(new SendTrainerNoticeCommand(noticeId), cancellationToken);

    /// <summary>Tells somebody something about attestation. The row decides whether it still has to go out, as with reminders.</summary>
    [AutomaticRetry(Attempts = 0)]
    public Task SendAttestationNoticeAsync(Guid noticeId, CancellationToken cancellationToken) =>
        SendAsync(new SendAttestationNoticeCommand(noticeId), cancellationToken);

    /// <summary>Checks a reflective report. After a failure it is counted on its row and tried again by Hangfire.</summary>
    [AutomaticRetry(Attempts = RunOriginalityCheckCommand.MostAttempts - 1)]
    public async Task CheckReflectiveReportAsync(Guid checkId, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(new RunReflectiveCheckCommand(checkId), cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            await SendAsync(new RecordFailedReflectiveCheckCommand(checkId), cancellationToken);
            throw;
        }
    }

    /// <summary>Checks an essay. After a failure it is counted on its row and tried again by Hangfire.</summary>
    [AutomaticRetry(Attempts = RunOriginalityCheckCommand.MostAttempts - 1)]
    public async Task CheckEssayAsync(Guid essayId, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(new RunEssayCheckCommand(essayId), cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            await SendAsync(new RecordFailedEssayCheckCommand(essayId), cancellationToken);
            throw;
        }
    }

    /// <summary>Draws the files of new certificates and keeps their hashes. The next sweep asks for what a failure left over.</summary>
    [AutomaticRetry(Attempts = 0)]
    public Task SealCertificatesAsync(CancellationToken cancellationToken) => SendAsync(new SealWaitingCommand(), cancellationToken);

    /// <summary>Works a batch of certificates off. After a failure it is counted on its row and tried again by Hangfire; rows that are done stay.</summary>
    [AutomaticRetry(Attempts = CertificateBatch.MostAttempts - 1)]
    public async Task IssueBatchAsync(Guid batchId, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(new RunBatchCommand(batchId), cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            await SendAsync(new RecordBrokenBatchCommand(batchId), cancellationToken);
            throw;
        }
    }

    /// <summary>Tries two editions of the rules on all people. After a failure it is counted on its row and tried again by Hangfire.</summary>
    [AutomaticRetry(Attempts = RuleSimulation.MostAttempts - 1)]
    public async Task RunSimulationAsync(Guid simulationId, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(new RunSimulationCommand(simulationId), cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            await SendAsync(new RecordBrokenSimulationCommand(simulationId), cancellationToken);
            throw;
        }
    }

    /// <summary>Tells somebody that a category ends. The row decides whether it still has to go out, as with reminders.</summary>
    [AutomaticRetry(Attempts = 0)]
    public Task SendCategoryNoticeAsync(Guid noticeId, CancellationToken cancellationToken) =>
        SendAsync(new SendCategoryNoticeCommand(noticeId), cancellationToken);

    /// <summary>Asks somebody to answer a questionnaire. The row decides whether it still has to go out, as with reminders.</summary>
    [AutomaticRetry(Attempts = 0)]
    public Task SendStudyNoticeAsync(Guid noticeId, CancellationToken cancellationToken) =>
        SendAsync(new SendStudyNoticeCommand(noticeId), cancellationToken);

    /// <summary>Tells the asker of an answer of the help desk. The row decides whether it still has to go out, as with reminders.</summary>
    [AutomaticRetry(Attempts = 0)]
    public Task SendTicketNoticeAsync(Guid noticeId, CancellationToken cancellationToken) =>
        SendAsync(new SendTicketNoticeCommand(noticeId), cancellationToken);

    /// <summary>Tells a school that the report of a visit is there. The row decides whether it still has to go out, as with reminders.</summary>
    [AutomaticRetry(Attempts = 0)]
    public Task SendVisitNoticeAsync(Guid noticeId, CancellationToken cancellationToken) =>
        SendAsync(new SendVisitNoticeCommand(noticeId), cancellationToken);

    /// <summary>Tells somebody about an attempt at a trial test. The row decides whether it still has to go out, as with reminders.</summary>
    [AutomaticRetry(Attempts = 0)]
    public Task SendTestingNoticeAsync(Guid noticeId, CancellationToken cancellationToken) =>
        SendAsync(new SendTestingNoticeCommand(noticeId), cancellationToken);

    /// <summary>Works on an import from the national education database. The next sweep goes on where a failure left it.</summary>
    [AutomaticRetry(Attempts = 0)]
    public Task RunRegisterImportAsync(Guid importId, CancellationToken cancellationToken) => SendAsync(new RunRegisterImportCommand(importId), cancellationToken);

    /// <summary>Makes an export for the national education database. The next sweep goes on where a failure left it.</summary>
    [AutomaticRetry(Attempts = 0)]
    public Task RunRegisterExportAsync(Guid exportId, CancellationToken cancellationToken) => SendAsync(new RunRegisterExportCommand(exportId), cancellationToken);

    /// <summary>Reminds somebody of an item of a plan. The row decides whether it still has to go out, as with reminders.</summary>
    [AutomaticRetry(Attempts = 0)]
    public Task SendPlanNoticeAsync(Guid noticeId, CancellationToken cancellationToken) =>
        SendAsync(new SendPlanNoticeCommand(noticeId), cancellationToken);

    // in portions until none is due; ends early where an item says that there is no use in going on
    private async Task SendInTurnAsync(IQuery<Guid[]> due, Func<ItemJobs, Guid, CancellationToken, Task<bool>> send, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var goesOn = true;
        while (goesOn && time.GetElapsedTime(begun) < LongestSending)
        {
            var ids = (await SendAsync(due, cancellationToken)).Value;
            if (ids.Length == 0)
            {
                return;
            }

            Random.Shared.Shuffle(ids);
            await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = SendersAtOnce, CancellationToken = cancellationToken }, async (id, token) =>
            {
                if (goesOn && time.GetElapsedTime(begun) < LongestSending)
                {
                    await using var scope = scopes.CreateAsyncScope();
                    goesOn &= await send(scope.ServiceProvider.GetRequiredService<ItemJobs>(), id, token);
                }
            });
        }
    }

    private async Task<Result<T>> SendAsync<T>(IRequest<Result<T>> command, CancellationToken cancellationToken)
    {
        user.ActsAsSystem();
        var result = await mediator.Send(command, cancellationToken);
        if (result.Error is ChangedMeanwhile)
        {
            throw new InvalidOperationException($"{command.GetType().Name} met other writers several times.");
        }

        return result;
    }
}
