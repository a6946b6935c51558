using TeacherCpd.Application.Access;

namespace TeacherCpd.Web.Common;

/// <summary>An entry of the main navigation.</summary>
/// <param name="Path">Address.</param>
/// <param name="TextKey">Key of its text.</param>
/// <param name="Needs">Who sees it; null: everybody.</param>
/// <param name="OnPhone">Whether it stands in the bar at the bottom of a phone; the others are under "More".</param>
/// <param name="Everywhere">Whether the permission has to reach over all organisations.</param>
/// <param name="SignedIn">Whether it is only for those who are signed in.</param>
public sealed record NavigationEntry(string Path, string TextKey, Permission? Needs, bool OnPhone, bool Everywhere = false, bool SignedIn = false);

/// <summary>The main navigation: one table.</summary>
public static class Navigation
{
    private static readonly NavigationEntry[] Table =
    [
        new("/", "nav.today", null, true),
        new("/catalogue", "nav.catalogue", null, true),
        new("/my/courses", "nav.my_courses", Permission.ApplyForCourses, true),
        new("/my/record", "nav.my_record", Permission.RecordDevelopment, true),
        new("/my/category", "nav.my_category", Permission.OpenAttestationCase, false),
        new("/my/readiness", "nav.readiness", Permission.OpenAttestationCase, false),
        new("/my/evidence", "nav.my_evidence", Permission.OpenAttestationCase, false),
        new("/my/observations", "nav.my_observations", Permission.OpenAttestationCase, false),
        new("/my/calendar", "nav.my_calendar", null, false, SignedIn: true),
        new("/my/certificates", "nav.my_certificates", Permission.ApplyForCourses, false),
        new("/my/certificates", "nav.my_certificates", Permission.GiveFeedback, false),
        new("/my/support", "nav.my_support", Permission.ApplyForCourses, false),
        new("/my/collaboration", "nav.my_collaboration", Permission.PlanLessonStudies, false),
        new("/lesson-study", "nav.lesson_study", Permission.PlanLessonStudies, false),
        new("/groups/manage", "nav.groups", Permission.ManageGroups, true),
        new("/applications", "nav.applications", Permission.NominateTeachers, true),
        new("/applications", "nav.applications", Permission.DecideForRegion, true),
        new("/quotas", "nav.quotas", Permission.ManageQuotas, false),
        new("/reports/trainees", "nav.trainees", Permission.SeeTraining, false),
        new("/reports/assessed", "nav.assessed", Permission.SeeTraining, false),
        new("/reports/assessed", "nav.assessed", Permission.ModerateAssessments, false),
        new("/reports/originality", "nav.figures", Permission.SeeTraining, false),
        new("/reports/lessons", "nav.lesson_figures", Permission.SeeTraining, false),
        new("/reports/effect", "effect.title", Permission.SeeTraining, false),
        new("/reports/mentoring", "nav.mentoring_figures", Permission.SeeTraining, false),
        new("/lesson-study", "nav.lesson_study", Permission.SeeTraining, false),
        new("/collaboration", "nav.collaboration", Permission.LeadCollaboration, false),
        new("/studies", "nav.studies", Permission.ManageStudies, false),
        new("/studies", "nav.studies", Permission.SeeStudies, false),
        new("/my/surveys", "nav.my_surveys", Permission.ApplyForCourses, false),
        new("/attendance", "nav.attendance", Permission.TakeAttendance, true),
        new("/attendance/no-shows", "nav.no_shows", Permission.ManageGroups, false),
        new("/feedback", "nav.feedback", Permission.GiveFeedback, true),
        new("/my/trainer", "nav.my_trainer", Permission.BeTrainer, false),
        new("/support", "nav.support", Permission.RecordContacts, false),
        new("/support/overdue", "overdue.title", Permission.ManageGroups, false),
        new("/my/reminders", "my_reminders.title", null, false, SignedIn: true),
        new("/assessment", "nav.assessment", Permission.AssessPortfolios, true),
        new("/moderation", "nav.moderation", Permission.ModerateAssessments, true),
        new("/recertification/sheets", "nav.trainer_sheets", Permission.AssessTrainers, false),
        new("/recertification", "nav.recertification", Permission.RecertifyTrainers, false),
        new("/trainers", "nav.trainers", Permission.SeeTrainers, false),
        new("/coaches", "nav.coaches", Permission.SeeTrainers, false),
        new("/standardisation", "nav.standardisation", Permission.SeeTrainers, false),
        new("/reports/trainers", "nav.trainer_pool", Permission.SeeTrainers, false),
        new("/certificates", "nav.certificates", Permission.KeepCertificates, false),
        new("/exports", "nav.exports", Permission.ManageGroups, false),
        new("/exports", "nav.exports", Permission.ModerateAssessments, false),
        new("/attestation/cases", "nav.cases", Permission.PrepareAttestationCases, true),
        new("/attestation/votes", "nav.votes", Permission.VoteOnAttestationCases, true),
        new("/attestation/categories", "nav.categories", Permission.KeepCategories, false),
        new("/attestation/forecast", "nav.forecast", Permission.SeeCategories, false),
        new("/reports/categories", "nav.category_figures", Permission.SeeCategories, false),
        new("/attestation/commissions", "nav.my_commissions", Permission.PrepareAttestationCases, false),
        new("/attestation/commissions", "nav.my_commissions", Permission.VoteOnAttestationCases, false),
        new("/attestation/cycles", "nav.cycles", Permission.ManageCycles, false),
        new("/attestation/cycles", "nav.cycles", Permission.PrepareAttestationCases, false),
        new("/attestation/cycles", "nav.cycles", Permission.OpenAttestationCase, false),
        new("/observations", "nav.observations", Permission.ObserveLessons, false),
        new("/development", "nav.development", Permission.ConfirmDevelopment, true),
        new("/training", "nav.training", Permission.SeeTraining, true),
        new("/originality/cases", "nav.originality_cases", Permission.RunOriginality, false),
        new("/originality/cases", "nav.originality_cases", Permission.GiveFeedback, false),
        new("/originality", "nav.originality", Permission.RunOriginality, false),
        new("/handouts", "nav.handouts", Permission.ManageOriginality, false, Everywhere: true),
        new("/reminders", "nav.reminders", Permission.ManageGroups, false),
        new("/programmes", "nav.programmes", null, false),
        new("/rubrics", "rubrics.title", Permission.ManageProgrammes, false),
        new("/providers", "nav.providers", Permission.ManageProviders, false, Everywhere: true),
        new("/organisations", "nav.organisations", Permission.ManageOrganisations, false),
        new("/people", "nav.people", Permission.ManagePeople, false),
        new("/attestation/rules", "nav.rules", Permission.ManageRules, false, Everywhere: true),
        new("/commissions", "nav.commissions", Permission.ManageCommissions, false),
        new("/certificates/keys", "nav.certificate_keys", Permission.ManageCertificates, false, Everywhere: true),
        new("/jobs", "nav.jobs", Permission.SeeJobs, true, Everywhere: true),
        new("/mails", "nav.mails", Permission.SeeJobs, false, Everywhere: true),
        new("/audit", "nav.audit", Permission.SeeAudit, true, Everywhere: true),
        new("/my/password", "nav.my_password", null, false, SignedIn: true),
    ];

    /// <summary>The entries that a user sees, in order.</summary>
    public static IEnumerable<NavigationEntry> For(CurrentUser user) =>
        Table
            .Where(e => e.Needs is { } needed
                ? e.Everywhere ? user.CanEverywhere(needed) : user.Can(needed)
                : !e.SignedIn || user.PersonId is not null)
            .DistinctBy(e => e.Path);

    /// <summary>Whether a page belongs to an entry.</summary>
    public static bool IsHere(this NavigationEntry entry, PathString path) =>
        entry.Path == "/" ? path == "/" || path == "" : path.StartsWithSegments(entry.Path);
}
