using TeacherCpd.Application.Access;

namespace TeacherCpd.Web.Common;

/// <summary>Parts of the main navigation, in order.</summary>
public enum NavigationSection
{
    /// <summary>Where everybody begins.</summary>
    Start,

    /// <summary>What is the person's own.</summary>
    Mine,

    /// <summary>Courses and groups.</summary>
    Courses,

    /// <summary>Assessment and originality.</summary>
    Assessment,

    /// <summary>Work in schools and after courses.</summary>
    Work,

    /// <summary>Trainers.</summary>
    Trainers,

    /// <summary>Attestation.</summary>
    Attestation,

    /// <summary>Reports.</summary>
    Reports,

    /// <summary>What the system is set up with.</summary>
    System,
}

/// <summary>An entry of the main navigation.</summary>
/// <param name="Section">Part in which it stands.</param>
/// <param name="Path">Address.</param>
/// <param name="TextKey">Key of its text.</param>
/// <param name="Needs">Who sees it; null: everybody.</param>
/// <param name="OnPhone">Whether it stands in the bar at the bottom of a phone; the others are under "More".</param>
/// <param name="Everywhere">Whether the permission has to reach over all organisations.</param>
/// <param name="SignedIn">Whether it is only for those who are signed in.</param>
public sealed record NavigationEntry(NavigationSection Section, string Path, string TextKey, Permission? Needs, bool OnPhone, bool Everywhere = false, bool SignedIn = false);

/// <summary>The main navigation: one table.</summary>
public static class Navigation
{
    /// <summary>Entries up to which a list needs no headings.</summary>
    private const int FewEntries = 9;

    private static readonly NavigationEntry[] Table =
    [
        new(NavigationSection.Start, "/", "nav.today", null, true),
        new(NavigationSection.Start, "/catalogue", "nav.catalogue", null, true),
        new(NavigationSection.Start, "/library", "nav.library", null, false),
        new(NavigationSection.Start, "/help", "nav.help", null, false),
        new(NavigationSection.Mine, "/my/courses", "nav.my_courses", Permission.ApplyForCourses, true),
        new(NavigationSection.Mine, "/my/record", "nav.my_record", Permission.RecordDevelopment, true),
        new(NavigationSection.Mine, "/my/category", "nav.my_category", Permission.OpenAttestationCase, false),
        new(NavigationSection.Mine, "/my/readiness", "nav.readiness", Permission.OpenAttestationCase, false),
        new(NavigationSection.Mine, "/my/evidence", "nav.my_evidence", Permission.OpenAttestationCase, false),
        new(NavigationSection.Mine, "/my/observations", "nav.my_observations", Permission.OpenAttestationCase, false),
        new(NavigationSection.Mine, "/my/tests", "nav.my_tests", Permission.TakeTrialTests, false),
        new(NavigationSection.Mine, "/my/calendar", "nav.my_calendar", null, false, SignedIn: true),
        new(NavigationSection.Mine, "/my/certificates", "nav.my_certificates", Permission.ApplyForCourses, false),
        new(NavigationSection.Mine, "/my/certificates", "nav.my_certificates", Permission.GiveFeedback, false),
        new(NavigationSection.Mine, "/my/support", "nav.my_support", Permission.ApplyForCourses, false),
        new(NavigationSection.Mine, "/my/collaboration", "nav.my_collaboration", Permission.PlanLessonStudies, false),
        new(NavigationSection.Work, "/lesson-study", "nav.lesson_study", Permission.PlanLessonStudies, false),
        new(NavigationSection.Courses, "/outside-courses", "lti.title", Permission.ApplyForCourses, false),
        new(NavigationSection.Courses, "/outside-courses", "lti.title", Permission.ManageProgrammes, false),
        new(NavigationSection.Courses, "/groups/manage", "nav.groups", Permission.ManageGroups, true),
        new(NavigationSection.Courses, "/applications", "nav.applications", Permission.NominateTeachers, true),
        new(NavigationSection.Courses, "/applications", "nav.applications", Permission.DecideForRegion, true),
        new(NavigationSection.Courses, "/quotas", "nav.quotas", Permission.ManageQuotas, false),
        new(NavigationSection.Work, "/library/proposals", "nav.library_proposals", Permission.ReviewMaterials, false),
        new(NavigationSection.System, "/help/tickets", "nav.tickets", Permission.AnswerTickets, false),
        new(NavigationSection.Reports, "/reports/library", "nav.library_use", Permission.KeepLibrary, false),
        new(NavigationSection.Reports, "/reports/library", "nav.library_use", Permission.SeeTraining, false),
        new(NavigationSection.Reports, "/reports/figures", "nav.figures", Permission.SeeTraining, false),
        new(NavigationSection.Reports, "/reports/figures", "nav.figures", Permission.ModerateAssessments, false),
        new(NavigationSection.Reports, "/reports/figures", "nav.figures", Permission.SeeCategories, false),
        new(NavigationSection.Reports, "/reports/tables", "nav.report_tables", Permission.SeeTraining, false),
        new(NavigationSection.Reports, "/reports/tables", "nav.report_tables", Permission.ModerateAssessments, false),
        new(NavigationSection.Reports, "/reports/tables", "nav.report_tables", Permission.SeeTrainers, false),
        new(NavigationSection.Reports, "/reports/tables", "nav.report_tables", Permission.SeeCategories, false),
        new(NavigationSection.Reports, "/reports/stated", "nav.stated_tables", Permission.SeeTraining, false),
        new(NavigationSection.Reports, "/reports/lessons", "nav.lesson_figures", Permission.SeeTraining, false),
        new(NavigationSection.Reports, "/reports/effect", "effect.title", Permission.SeeTraining, false),
        new(NavigationSection.Reports, "/reports/mentoring", "nav.mentoring_figures", Permission.SeeTraining, false),
        new(NavigationSection.Work, "/lesson-study", "nav.lesson_study", Permission.SeeTraining, false),
        new(NavigationSection.Work, "/collaboration", "nav.collaboration", Permission.LeadCollaboration, false),
        new(NavigationSection.Work, "/ratings", "nav.ratings", Permission.ManageRatings, false),
        new(NavigationSection.Work, "/plans", "nav.plans", Permission.ManagePlans, false),
        new(NavigationSection.Work, "/networks", "nav.networks", Permission.SeeNetworks, false),
        new(NavigationSection.Work, "/networks/events", "nav.coach_events", Permission.SeeNetworks, false),
        new(NavigationSection.Work, "/visits", "nav.visits", Permission.SeeVisits, false),
        new(NavigationSection.Work, "/visits", "nav.visits", Permission.RecordContacts, false),
        new(NavigationSection.Mine, "/my/plan-items", "nav.my_plan_items", null, false, SignedIn: true),
        new(NavigationSection.Work, "/studies", "nav.studies", Permission.ManageStudies, false),
        new(NavigationSection.Work, "/studies", "nav.studies", Permission.SeeStudies, false),
        new(NavigationSection.Mine, "/my/surveys", "nav.my_surveys", Permission.ApplyForCourses, false),
        new(NavigationSection.Courses, "/attendance", "nav.attendance", Permission.TakeAttendance, true),
        new(NavigationSection.Courses, "/attendance/no-shows", "nav.no_shows", Permission.ManageGroups, false),
        new(NavigationSection.Courses, "/feedback", "nav.feedback", Permission.GiveFeedback, true),
        new(NavigationSection.Mine, "/my/trainer", "nav.my_trainer", Permission.BeTrainer, false),
        new(NavigationSection.Work, "/support", "nav.support", Permission.RecordContacts, false),
        new(NavigationSection.Work, "/support/overdue", "overdue.title", Permission.ManageGroups, false),
        new(NavigationSection.Mine, "/my/reminders", "my_reminders.title", null, false, SignedIn: true),
        new(NavigationSection.Assessment, "/assessment", "nav.assessment", Permission.AssessPortfolios, true),
        new(NavigationSection.Assessment, "/moderation", "nav.moderation", Permission.ModerateAssessments, true),
        new(NavigationSection.Trainers, "/recertification/sheets", "nav.trainer_sheets", Permission.AssessTrainers, false),
        new(NavigationSection.Trainers, "/recertification", "nav.recertification", Permission.RecertifyTrainers, false),
        new(NavigationSection.Trainers, "/trainers", "nav.trainers", Permission.SeeTrainers, false),
        new(NavigationSection.Trainers, "/coaches", "nav.coaches", Permission.SeeTrainers, false),
        new(NavigationSection.Trainers, "/standardisation", "nav.standardisation", Permission.SeeTrainers, false),
        new(NavigationSection.Courses, "/certificates", "nav.certificates", Permission.KeepCertificates, false),
        new(NavigationSection.Courses, "/exports", "nav.exports", Permission.ManageGroups, false),
        new(NavigationSection.Courses, "/exports", "nav.exports", Permission.ModerateAssessments, false),
        new(NavigationSection.Attestation, "/attestation/cases", "nav.cases", Permission.PrepareAttestationCases, true),
        new(NavigationSection.Attestation, "/attestation/votes", "nav.votes", Permission.VoteOnAttestationCases, true),
        new(NavigationSection.Attestation, "/attestation/categories", "nav.categories", Permission.KeepCategories, false),
        new(NavigationSection.Attestation, "/attestation/forecast", "nav.forecast", Permission.SeeCategories, false),
        new(NavigationSection.Reports, "/reports/categories", "nav.category_figures", Permission.SeeCategories, false),
        new(NavigationSection.Attestation, "/attestation/commissions", "nav.my_commissions", Permission.PrepareAttestationCases, false),
        new(NavigationSection.Attestation, "/attestation/commissions", "nav.my_commissions", Permission.VoteOnAttestationCases, false),
        new(NavigationSection.Attestation, "/attestation/cycles", "nav.cycles", Permission.ManageCycles, false),
        new(NavigationSection.Attestation, "/attestation/cycles", "nav.cycles", Permission.PrepareAttestationCases, false),
        new(NavigationSection.Attestation, "/attestation/cycles", "nav.cycles", Permission.OpenAttestationCase, false),
        new(NavigationSection.Attestation, "/items", "nav.items", Permission.WriteTestItems, false),
        new(NavigationSection.Attestation, "/items", "nav.items", Permission.ReviewTestItems, false),
        new(NavigationSection.Attestation, "/trial-tests", "nav.trials", Permission.ManageTrialTests, false),
        new(NavigationSection.Attestation, "/item-appeals", "nav.item_appeals", Permission.ReviewTestItems, false),
        new(NavigationSection.Work, "/observations", "nav.observations", Permission.ObserveLessons, false),
        new(NavigationSection.Work, "/development", "nav.development", Permission.ConfirmDevelopment, true),
        new(NavigationSection.Work, "/training", "nav.training", Permission.SeeTraining, true),
        new(NavigationSection.Assessment, "/originality/cases", "nav.originality_cases", Permission.RunOriginality, false),
        new(NavigationSection.Assessment, "/originality/cases", "nav.originality_cases", Permission.GiveFeedback, false),
        new(NavigationSection.Assessment, "/originality", "nav.originality", Permission.RunOriginality, false),
        new(NavigationSection.Assessment, "/handouts", "nav.handouts", Permission.ManageOriginality, false, Everywhere: true),
        new(NavigationSection.Courses, "/reminders", "nav.reminders", Permission.ManageGroups, false),
        new(NavigationSection.System, "/programmes", "nav.programmes", null, false),
        new(NavigationSection.Assessment, "/rubrics", "rubrics.title", Permission.ManageProgrammes, false),
        new(NavigationSection.System, "/providers", "nav.providers", Permission.ManageProviders, false, Everywhere: true),
        new(NavigationSection.System, "/organisations", "nav.organisations", Permission.ManageOrganisations, false),
        new(NavigationSection.System, "/exchange", "nav.exchange", Permission.ExchangeRegister, false),
        new(NavigationSection.System, "/people", "nav.people", Permission.ManagePeople, false),
        new(NavigationSection.Attestation, "/attestation/rules", "nav.rules", Permission.ManageRules, false, Everywhere: true),
        new(NavigationSection.Attestation, "/commissions", "nav.commissions", Permission.ManageCommissions, false),
        new(NavigationSection.System, "/certificates/keys", "nav.certificate_keys", Permission.ManageCertificates, false, Everywhere: true),
        new(NavigationSection.System, "/jobs", "nav.jobs", Permission.SeeJobs, true, Everywhere: true),
        new(NavigationSection.System, "/mails", "nav.mails", Permission.SeeJobs, false, Everywhere: true),
        new(NavigationSection.System, "/audit", "nav.audit", Permission.SeeAudit, true, Everywhere: true),
        new(NavigationSection.Mine, "/my/password", "nav.my_password", null, false, SignedIn: true),
    ];

    /// <summary>The entries that a user sees, by section.</summary>
    public static IEnumerable<NavigationEntry> For(CurrentUser user) =>
        Table
            .Where(e => e.Needs is { } needed
                ? e.Everywhere ? user.CanEverywhere(needed) : user.Can(needed)
                : !e.SignedIn || user.PersonId is not null)
            .DistinctBy(e => e.Path)
            .OrderBy(e => e.Section);

    /// <summary>The entries of a list, the first of each section with the section as its heading; a short list has none.</summary>
    public static IEnumerable<(NavigationSection? Heading, NavigationEntry Entry)> WithHeadings(IReadOnlyList<NavigationEntry> entries) =>
        entries.Select((e, i) => (
            entries.Count > FewEntries && e.Section != NavigationSection.Start && (i == 0 || entries[i - 1].Section != e.Section) ? e.Section : (NavigationSection?)null, e));

    /// <summary>Whether a page belongs to an entry.</summary>
    public static bool IsHere(this NavigationEntry entry, PathString path) =>
        entry.Path == "/" ? path == "/" || path == "" : path.StartsWithSegments(entry.Path);
}
