using System.Collections.Concurrent;
using TeacherCpd.Application.Common;

namespace TeacherCpd.Testing;

/// <summary>Jobs of committed commands, in order, until a test takes them.</summary>
public sealed class WaitingJobs
{
    private readonly ConcurrentQueue<(string Kind, Guid Id)> waiting = new();

    /// <summary>Takes all that wait.</summary>
    public IReadOnlyList<(string Kind, Guid Id)> Take()
    {
        var taken = new List<(string, Guid)>();
        while (waiting.TryDequeue(out var job))
        {
            taken.Add(job);
        }

        return taken;
    }

    internal void Add((string, Guid) job) => waiting.Enqueue(job);
}

/// <summary>Collects instead of handing to Hangfire; forgets what a failed command asked for, as the real one does.</summary>
public sealed class CollectedJobs(WaitingJobs jobs) : IBackgroundJobs
{
    private readonly List<(string, Guid)> asked = [];

    public void CheckOriginality(Guid checkId) => asked.Add((nameof(CheckOriginality), checkId));

    public void MakeExport(Guid exportId) => asked.Add((nameof(MakeExport), exportId));

    public void SendDueReminders() => asked.Add((nameof(SendDueReminders), Guid.Empty));

    public void SendReminder(Guid reminderId) => asked.Add((nameof(SendReminder), reminderId));

    public void SendNotice(Guid noticeId) => asked.Add((nameof(SendNotice), noticeId));

    public void SendCaseNotice(Guid noticeId) => asked.Add((nameof(SendCaseNotice), noticeId));

    public void SendTrainerNotice(Guid noticeId) => asked.Add((nameof(SendTrainerNotice), noticeId));

    public void SendAttestationNotice(Guid noticeId) => asked.Add((nameof(SendAttestationNotice), noticeId));

    public void CheckReflectiveReport(Guid checkId) => asked.Add((nameof(CheckReflectiveReport), checkId));

    public void CheckEssay(Guid essayId) => asked.Add((nameof(CheckEssay), essayId));

    public void SealCertificates() => asked.Add((nameof(SealCertificates), Guid.Empty));

    public void IssueBatch(Guid batchId) => asked.Add((nameof(IssueBatch), batchId));

    public void RunSimulation(Guid simulationId) => asked.Add((nameof(RunSimulation), simulationId));

    public void SendStudyNotice(Guid noticeId) => asked.Add((nameof(SendStudyNotice), noticeId));

    public void SendTicketNotice(Guid noticeId) => asked.Add((nameof(SendTicketNotice), noticeId));

    public void SendVisitNotice(Guid noticeId) => asked.Add((nameof(SendVisitNotice), noticeId));

    public void SendTestingNotice(Guid noticeId) => asked.Add((nameof(SendTestingNotice), noticeId));

    public void SendPlanNotice(Guid noticeId) => asked.Add((nameof(SendPlanNotice), noticeId));

    public void SendCategoryNotice(Guid noticeId) => asked.Add((nameof(SendCategoryNotice), noticeId));

    public void RunRegisterImport(Guid importId) => asked.Add((nameof(RunRegisterImport), importId));

    public void RunRegisterExport(Guid exportId) => asked.Add((nameof(RunRegisterExport), exportId));

    public void SendWebhooks() => asked.Add((nameof(SendWebhooks), Guid.Empty));

    public void Forget() => asked.Clear();

    public void Release()
    {
        asked.ForEach(jobs.Add);
        asked.Clear();
    }
}
