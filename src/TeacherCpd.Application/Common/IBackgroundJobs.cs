namespace TeacherCpd.Application.Common;

/// <summary>
/// Hands items to the job server once the command that wrote their rows is committed. Losing a job loses nothing: the
/// row stands, and a sweep hands it over again.
/// </summary>
public interface IBackgroundJobs
{
    /// <summary>An originality check is queued.</summary>
    void CheckOriginality(Guid checkId);

    /// <summary>An export is asked for.</summary>
    void MakeExport(Guid exportId);

    /// <summary>Reminders are due.</summary>
    void SendDueReminders();

    /// <summary>A reminder is asked for by a person.</summary>
    void SendReminder(Guid reminderId);

    /// <summary>A notice to an applicant waits.</summary>
    void SendNotice(Guid noticeId);

    /// <summary>A teacher is to be told of a case.</summary>
    void SendCaseNotice(Guid noticeId);

    /// <summary>Somebody is to be told something about trainers.</summary>
    void SendTrainerNotice(Guid noticeId);

    /// <summary>Somebody is to be told something about attestation.</summary>
    void SendAttestationNotice(Guid noticeId);

    /// <summary>The check of a reflective report is queued.</summary>
    void CheckReflectiveReport(Guid checkId);

    /// <summary>The check of an essay is queued.</summary>
    void CheckEssay(Guid essayId);

    /// <summary>Certificates wait to be sealed.</summary>
    void SealCertificates();

    /// <summary>A batch of certificates is asked for, or goes on.</summary>
    void IssueBatch(Guid batchId);

    /// <summary>A simulation of attestation rules is asked for.</summary>
    void RunSimulation(Guid simulationId);

    /// <summary>Sends an invitation or a reminder of a study.</summary>
    void SendStudyNotice(Guid noticeId);

    /// <summary>Somebody is to be told something about an attempt at a trial test.</summary>
    void SendTestingNotice(Guid noticeId);

    /// <summary>Somebody is to be reminded of an item of a plan.</summary>
    void SendPlanNotice(Guid noticeId);

    /// <summary>The asker is to be told of an answer of the help desk.</summary>
    void SendTicketNotice(Guid noticeId);

    /// <summary>A school is to be told that the report of a visit is there.</summary>
    void SendVisitNotice(Guid noticeId);

    /// <summary>Somebody is to be told that a category ends.</summary>
    void SendCategoryNotice(Guid noticeId);

    /// <summary>An import from the national education database has something to do.</summary>
    void RunRegisterImport(Guid importId);

    /// <summary>An export for the national education database is asked for.</summary>
    void RunRegisterExport(Guid exportId);

    /// <summary>Messages to receivers of webhooks are due.</summary>
    void SendWebhooks();

    /// <summary>Forgets what was asked for since the last release: the command did not go through.</summary>
    void Forget();

    /// <summary>Hands over what was asked for: the command is committed.</summary>
    void Release();
}
