using Hangfire;
using Microsoft.Extensions.Logging;
using TeacherCpd.Application.Common;

namespace TeacherCpd.Infrastructure.Jobs;

/// <summary>
/// Hands items to Hangfire once the command that wrote their rows is committed. What cannot be handed over is not the caller's
/// failure: everything is saved, and the next sweep hands it over.
/// </summary>
internal sealed class HangfireJobs(IBackgroundJobClient client, ILogger<HangfireJobs> logger) : IBackgroundJobs
{
    private readonly List<Action> waiting = [];

    public void CheckOriginality(Guid checkId) => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.CheckOriginalityAsync(checkId, CancellationToken.None)));

    public void MakeExport(Guid exportId) => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.MakeExportAsync(exportId, CancellationToken.None)));

    public void SendDueReminders() => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.SendDueRemindersAsync(CancellationToken.None)));

    public void SendReminder(Guid reminderId) => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.SendReminderAsync(reminderId, CancellationToken.None)));

    public void SendNotice(Guid noticeId) => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.SendNoticeAsync(noticeId, CancellationToken.None)));

    public void SendCaseNotice(Guid noticeId) => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.SendCaseNoticeAsync(noticeId, CancellationToken.None)));

    public void SendTrainerNotice(Guid noticeId) => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.SendTrainerNoticeAsync(noticeId, CancellationToken.None)));

    public void SendAttestationNotice(Guid noticeId) => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.SendAttestationNoticeAsync(noticeId, CancellationToken.None)));

    public void CheckReflectiveReport(Guid checkId) => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.CheckReflectiveReportAsync(checkId, CancellationToken.None)));

    public void CheckEssay(Guid essayId) => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.CheckEssayAsync(essayId, CancellationToken.None)));

    public void SealCertificates() => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.SealCertificatesAsync(CancellationToken.None)));

    public void IssueBatch(Guid batchId) => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.IssueBatchAsync(batchId, CancellationToken.None)));

    public void RunSimulation(Guid simulationId) => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.RunSimulationAsync(simulationId, CancellationToken.None)));

    public void SendStudyNotice(Guid noticeId) => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.SendStudyNoticeAsync(noticeId, CancellationToken.None)));

    public void SendTicketNotice(Guid noticeId) => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.SendTicketNoticeAsync(noticeId, CancellationToken.None)));

    /// <inheritdoc/>
    public void SendVisitNotice(Guid noticeId) => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.SendVisitNoticeAsync(noticeId, CancellationToken.None)));

    public void SendTestingNotice(Guid noticeId) => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.SendTestingNoticeAsync(noticeId, CancellationToken.None)));
    public void SendPlanNotice(Guid noticeId) => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.SendPlanNoticeAsync(noticeId, CancellationToken.None)));

    public void SendCategoryNotice(Guid noticeId) => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.SendCategoryNoticeAsync(noticeId, CancellationToken.None)));

    public void RunRegisterImport(Guid importId) => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.RunRegisterImportAsync(importId, CancellationToken.None)));

    public void RunRegisterExport(Guid exportId) => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.RunRegisterExportAsync(exportId, CancellationToken.None)));

    public void SendWebhooks() => waiting.Add(() => client.Enqueue<ItemJobs>(j => j.SendWebhooksAsync(CancellationToken.None)));

    public void Forget() => waiting.Clear();

    public void Release()
    {
        foreach (var enqueue in waiting)
        {
            try
            {
                enqueue();
            }
            catch (BackgroundJobClientException e)
            {
                logger.LogError(e, "An item could not be handed to Hangfire; the next sweep tries again");
            }
        }

        waiting.Clear();
    }
}
