using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Common;

namespace TeacherCpd.Infrastructure.Replay;

/// <summary>Registration.</summary>
public static class ReplayRegistration
{
    /// <summary>Makes the services those of a replay: its clock is the time, and no job is handed over.</summary>
    public static IServiceCollection AddReplay(this IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(new ReplayClock());
        services.AddScoped<IBackgroundJobs, NoJobs>();
        return services;
    }
}

/// <summary>The clock of the replay: it stands where the replay is in its year, and only goes on.</summary>
public sealed class ReplayClock : TimeProvider
{
    private DateTimeOffset now = new(2021, 9, 1, 4, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Goes on to a moment.</summary>
    internal void GoTo(DateTime moment) => now = moment > now.UtcDateTime ? new DateTimeOffset(moment, TimeSpan.Zero) : now;

    /// <summary>The day, for a line of progress.</summary>
    public override string ToString() => Clock.DayOf(now.UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>
/// The replay does what the jobs would do itself, and sends nothing to anybody: rows that wait for a job stand, as after a lost queue.
/// </summary>
public sealed class NoJobs : IBackgroundJobs
{
    /// <inheritdoc/>
    public void CheckOriginality(Guid checkId)
    {
    }

    /// <inheritdoc/>
    public void MakeExport(Guid exportId)
    {
    }

    /// <inheritdoc/>
    public void SendDueReminders()
    {
    }

    /// <inheritdoc/>
    public void SendReminder(Guid reminderId)
    {
    }

    /// <inheritdoc/>
    public void SendNotice(Guid noticeId)
    {
    }

    /// <inheritdoc/>
    public void SendCaseNotice(Guid noticeId)
    {
    }

    /// <inheritdoc/>
    public void SendTrainerNotice(Guid noticeId)
    {
    }

    /// <inheritdoc/>
    public void SendTicketNotice(Guid noticeId)
    {
    }

    /// <inheritdoc/>
    public void SendVisitNotice(Guid noticeId)
    {
    }

    /// <inheritdoc/>
    public void SendTestingNotice(Guid noticeId)
    {
    }

    /// <inheritdoc/>
    public void SendPlanNotice(Guid noticeId)
    {
    }

    /// <inheritdoc/>
    public void SendAttestationNotice(Guid noticeId)
    {
    }

    /// <inheritdoc/>
    public void CheckReflectiveReport(Guid checkId)
    {
    }

    /// <inheritdoc/>
    public void CheckEssay(Guid essayId)
    {
    }

    /// <inheritdoc/>
    public void SealCertificates()
    {
    }

    /// <inheritdoc/>
    public void IssueBatch(Guid batchId)
    {
    }

    /// <inheritdoc/>
    public void RunSimulation(Guid simulationId)
    {
    }

    /// <inheritdoc/>
    public void SendStudyNotice(Guid noticeId)
    {
    }

    /// <inheritdoc/>
    public void SendCategoryNotice(Guid noticeId)
    {
    }

    /// <inheritdoc/>
    public void RunRegisterImport(Guid importId)
    {
    }

    /// <inheritdoc/>
    public void RunRegisterExport(Guid exportId)
    {
    }

    /// <inheritdoc/>
    public void SendWebhooks()
    {
    }

    /// <inheritdoc/>
    public void Forget()
    {
    }

    /// <inheritdoc/>
    public void Release()
    {
    }
}
