using TeacherCpd.Domain.Accounts;

namespace TeacherCpd.Application.Access;

/// <summary>What somebody may do. Held through a role, over the subtree of organisations of that role.</summary>
public enum Permission
{
    /// <summary>Open groups of a branch, decide on applications, start and close groups.</summary>
    ManageGroups,

    /// <summary>Apply for courses.</summary>
    ApplyForCourses,

    /// <summary>Hand in the own portfolio.</summary>
    HandInPortfolio,

    /// <summary>Give feedback to the people of the own groups.</summary>
    GiveFeedback,

    /// <summary>Grade portfolios of others' groups, without seeing whose they are.</summary>
    AssessPortfolios,

    /// <summary>Put failed originality checks into the queue again, review passages, open cases.</summary>
    RunOriginality,

    /// <summary>
    /// Say what does not count in checks: register and retire handouts, take a text out of the comparison. Asked for over all
    /// organisations, since it changes what everybody's reports are compared with.
    /// </summary>
    ManageOriginality,

    /// <summary>
    /// Decide originality cases and appeals against them. Never of a work one has a part in, and an appeal never by whoever
    /// decided before: where a branch has one coordinator, the appeal is for one of the centre.
    /// </summary>
    DecideOriginality,

    /// <summary>Open and hand in the own attestation case.</summary>
    OpenAttestationCase,

    /// <summary>Prepare the cases of a commission.</summary>
    PrepareAttestationCases,

    /// <summary>Vote on the cases of a commission.</summary>
    VoteOnAttestationCases,

    /// <summary>Fill in and sign observation sheets about lessons of others. As whom somebody may watch whom is looked up for each sheet.</summary>
    ObserveLessons,

    /// <summary>Record contacts of the year after a course.</summary>
    RecordContacts,

    /// <summary>See background jobs and put failed ones into the queue again.</summary>
    SeeJobs,

    /// <summary>See who changed what.</summary>
    SeeAudit,

    /// <summary>Add organisations and rename them.</summary>
    ManageOrganisations,

    /// <summary>Add staff, give and take roles, give new passwords.</summary>
    ManagePeople,

    /// <summary>Form commissions and end their powers early.</summary>
    ManageCommissions,

    /// <summary>Plan cycles of attestation and set their days.</summary>
    ManageCycles,

    /// <summary>Write programmes, make new versions of them and take them up to the council.</summary>
    ManageProgrammes,

    /// <summary>Record protocols and letters by which programmes are agreed and listed. Asked for over all organisations.</summary>
    AgreeProgrammes,

    /// <summary>Record quality reviews and accreditations of providers. Asked for over all organisations.</summary>
    ManageProviders,

    /// <summary>Plan quotas; transfers between regions need reach over both.</summary>
    ManageQuotas,

    /// <summary>Send teachers of the school to courses, alone or as a team, and decide on their applications for the school.</summary>
    NominateTeachers,

    /// <summary>Decide on applications for the education department.</summary>
    DecideForRegion,

    /// <summary>See whose training is due and overdue.</summary>
    SeeTraining,

    /// <summary>Record attendance: trainers of their own groups, coordinators of the groups of their branch.</summary>
    TakeAttendance,

    /// <summary>Look at graded portfolios again, release results, say which assessor is given what.</summary>
    ModerateAssessments,

    /// <summary>Record the own development outside courses.</summary>
    RecordDevelopment,

    /// <summary>Confirm what teachers of the school did outside courses.</summary>
    ConfirmDevelopment,

    /// <summary>See the trainer pool and its figures.</summary>
    SeeTrainers,

    /// <summary>Enter trainers of the branch, their contracts, observations, recommendations and school coaches.</summary>
    ManageTrainers,

    /// <summary>Record who was trained and certified for a programme, suspend, record standardisation. For the centre's methodologists.</summary>
    AuthoriseTrainers,

    /// <summary>Read reflective reports of trainers and fill in sheets about them, without names.</summary>
    AssessTrainers,

    /// <summary>Open and close recertification campaigns and record the decisions of the expert council.</summary>
    RecertifyTrainers,

    /// <summary>Hand in the own reflective report.</summary>
    BeTrainer,

    /// <summary>Keep the register of certificates: issue references, suspend, revoke and replace, never the own ones.</summary>
    KeepCertificates,

    /// <summary>Write the templates of certificates and change the keys by which the country signs them. Asked for over all organisations.</summary>
    ManageCertificates,

    /// <summary>Write editions of the attestation rules and put them in force; fill in what a year has. Asked for over all organisations.</summary>
    ManageRules,

    /// <summary>Enter and correct categories, and what stops their term, of people of the own organisations; never the own ones.</summary>
    KeepCategories,

    /// <summary>See when categories end: forecast, figures and simulations.</summary>
    SeeCategories,

    /// <summary>Run studies of the own organisations: register, questionnaires, invitations, results, diagnoses of needs.</summary>
    ManageStudies,

    /// <summary>Oversee studies: read the register and the results from the day they are closed, never the diagnosis of a person.</summary>
    SeeStudies,

    /// <summary>Propose mentoring pairs and form teams of the school, and see how they go.</summary>
    LeadCollaboration,

    /// <summary>Plan cycles of Lesson Study with colleagues of the school.</summary>
    PlanLessonStudies,

    /// <summary>Write items of the bank of test items; drafts and versions of one's own.</summary>
    WriteTestItems,

    /// <summary>Review items of others, and decide appeals against items that one neither wrote nor reviewed.</summary>
    ReviewTestItems,

    /// <summary>Make trial tests of the own organisations over the bank.</summary>
    ManageTrialTests,

    /// <summary>Take trial tests.</summary>
    TakeTrialTests,

    /// <summary>Compare the own organisations and their people with files of the national education database, and follow them.</summary>
    ExchangeRegister,

    /// <summary>Keep the work plans of the own organisations: make and import them, move and drop items.</summary>
    ManagePlans,

    /// <summary>Rate organisations by rubrics of the own organisations.</summary>
    ManageRatings,

    /// <summary>Propose materials to the library, where a section allows the role.</summary>
    ProposeMaterials,

    /// <summary>Decide on proposals to the library as one of its council, where a section allows the role; never on one's own.</summary>
    ReviewMaterials,

    /// <summary>Keep the library: sections and their rights, what stays active, what is withdrawn, figures. It is one for the country.</summary>
    KeepLibrary,

    /// <summary>Answer tickets of the help desk, write answers that are given often, see its figures. It is one for the country.</summary>
    AnswerTickets,

    /// <summary>Write and approve the yearly lists of leading and partner schools of the own region.</summary>
    ApproveNetworks,

    /// <summary>See the place of the own schools in the networks of schools.</summary>
    SeeNetworks,

    /// <summary>Plan and record events of the coaches of the school; a coach does so without it for the own ones.</summary>
    HoldCoachEvents,

    /// <summary>Plan visits to schools, their templates, and send their reports.</summary>
    ManageVisits,

    /// <summary>See the reports of visits that went to the schools, and the summary over them.</summary>
    SeeVisits,
}

/// <summary>Which role holds which permissions: one table.</summary>
public static class RolePermissions
{
    private static readonly Dictionary<Role, Permission[]> Table = new()
    {
        [Role.Teacher] =
        [
            Permission.ApplyForCourses, Permission.HandInPortfolio, Permission.OpenAttestationCase, Permission.RecordDevelopment, Permission.ObserveLessons,
            Permission.PlanLessonStudies, Permission.TakeTrialTests, Permission.ProposeMaterials,
        ],
        [Role.Coordinator] =
        [
            Permission.ManageGroups, Permission.RunOriginality, Permission.DecideOriginality, Permission.TakeAttendance, Permission.SeeTrainers, Permission.ManageTrainers,
            Permission.KeepCertificates, Permission.ManageStudies, Permission.ManagePlans, Permission.ProposeMaterials, Permission.AnswerTickets,
            Permission.ManageVisits, Permission.SeeVisits,
        ],
        [Role.Trainer] = [Permission.GiveFeedback, Permission.RecordContacts, Permission.TakeAttendance, Permission.BeTrainer, Permission.ProposeMaterials],
        [Role.Assessor] = [Permission.AssessPortfolios, Permission.AssessTrainers, Permission.ReviewTestItems, Permission.ReviewMaterials],
        [Role.Moderator] =
        [
            Permission.AssessPortfolios, Permission.ModerateAssessments, Permission.SeeTrainers, Permission.AssessTrainers, Permission.RecertifyTrainers,
            Permission.ReviewTestItems, Permission.ReviewMaterials,
        ],
        [Role.CommissionSecretary] = [Permission.PrepareAttestationCases, Permission.KeepCertificates, Permission.KeepCategories, Permission.SeeCategories],
        [Role.CommissionMember] = [Permission.VoteOnAttestationCases, Permission.ObserveLessons],
        [Role.Administrator] =
        [
            Permission.SeeJobs, Permission.SeeAudit, Permission.RunOriginality, Permission.ManageOriginality,
            Permission.ManageOrganisations, Permission.ManagePeople, Permission.ManageCommissions, Permission.ManageCertificates,
            Permission.ManageRules, Permission.ExchangeRegister, Permission.AnswerTickets,
        ],
        [Role.ProgrammeDeveloper] =
        [
            Permission.ManageProgrammes, Permission.SeeTrainers, Permission.ManageTrainers, Permission.AuthoriseTrainers, Permission.ManageStudies,
            Permission.WriteTestItems, Permission.ManageTrialTests, Permission.ManagePlans, Permission.ProposeMaterials, Permission.ReviewMaterials, Permission.KeepLibrary,
            Permission.ManageVisits, Permission.SeeVisits,
        ],
        [Role.SchoolCoordinator] =
        [
            Permission.NominateTeachers, Permission.SeeTraining, Permission.ConfirmDevelopment, Permission.KeepCategories, Permission.SeeCategories,
            Permission.ObserveLessons, Permission.LeadCollaboration, Permission.PlanLessonStudies, Permission.ManagePlans, Permission.ProposeMaterials,
            Permission.SeeNetworks, Permission.HoldCoachEvents, Permission.SeeVisits,
        ],
        [Role.EducationOfficer] =
        [
            Permission.DecideForRegion, Permission.ManageQuotas, Permission.SeeTraining, Permission.AgreeProgrammes, Permission.ManageProviders,
            Permission.SeeTrainers, Permission.ManageRules, Permission.KeepCategories, Permission.SeeCategories, Permission.ManageCycles,
            Permission.ObserveLessons, Permission.SeeStudies, Permission.ManagePlans, Permission.ManageRatings,
            Permission.ApproveNetworks, Permission.SeeNetworks, Permission.SeeVisits,
        ],
    };

    /// <summary>The permissions of a role.</summary>
    public static IReadOnlyList<Permission> Of(Role role) => Table[role];

    /// <summary>Whether a role holds a permission.</summary>
    public static bool Holds(this Role role, Permission permission) => Table[role].Contains(permission);
}
