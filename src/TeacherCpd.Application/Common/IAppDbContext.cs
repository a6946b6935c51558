using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Audit;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Groups.Lists;
using TeacherCpd.Domain.HelpDesk;
using TeacherCpd.Domain.Library;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Planning;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Reports;
using TeacherCpd.Domain.Studies;
using TeacherCpd.Domain.Testing;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Common;

/// <summary>
/// The records of the product. Handlers change what they loaded; the pipeline saves. Only roots have a set of their
/// own: what belongs to a root is loaded and changed through it.
/// </summary>
public interface IAppDbContext
{
    DbSet<Organisation> Organisations { get; }

    DbSet<OrganisationAlias> OrganisationAliases { get; }

    DbSet<Provider> Providers { get; }

    DbSet<BranchRegion> BranchRegions { get; }

    DbSet<Person> Persons { get; }

    DbSet<OutsideIdentity> OutsideIdentities { get; }

    DbSet<Programme> Programmes { get; }

    DbSet<ProgrammeVersion> ProgrammeVersions { get; }

    DbSet<StudyGroup> Groups { get; }

    DbSet<Enrolment> Enrolments { get; }

    DbSet<Session> Sessions { get; }

    DbSet<AttendanceMark> AttendanceMarks { get; }

    DbSet<AttendanceWindow> AttendanceWindows { get; }

    DbSet<Quota> Quotas { get; }

    DbSet<QuotaTransfer> QuotaTransfers { get; }

    DbSet<CalendarFeed> CalendarFeeds { get; }

    DbSet<EnrolmentList> EnrolmentLists { get; }

    DbSet<EnrolmentListRows> EnrolmentListRows { get; }

    DbSet<Portfolio> Portfolios { get; }

    DbSet<PortfolioVersion> PortfolioVersions { get; }

    DbSet<PortfolioMaterial> PortfolioMaterials { get; }

    DbSet<PortfolioText> PortfolioTexts { get; }

    DbSet<Upload> Uploads { get; }

    DbSet<PortfolioExport> PortfolioExports { get; }

    DbSet<OriginalityCheck> OriginalityChecks { get; }

    DbSet<PassageReview> PassageReviews { get; }

    DbSet<OriginalityCase> OriginalityCases { get; }

    DbSet<CaseNotice> CaseNotices { get; }

    DbSet<IndexedDocument> IndexedDocuments { get; }

    DbSet<IndexSegment> IndexSegments { get; }

    DbSet<ComparisonWithdrawal> ComparisonWithdrawals { get; }

    DbSet<Handout> Handouts { get; }

    DbSet<HandoutText> HandoutTexts { get; }

    DbSet<Rubric> Rubrics { get; }

    DbSet<PassageRemark> PassageRemarks { get; }

    DbSet<BankComment> BankComments { get; }

    DbSet<AssessmentPlan> AssessmentPlans { get; }

    DbSet<RubricSheet> RubricSheets { get; }

    DbSet<Grading> Gradings { get; }

    DbSet<Appeal> Appeals { get; }

    DbSet<AssessorProfile> AssessorProfiles { get; }

    DbSet<ExamplePortfolio> ExamplePortfolios { get; }

    DbSet<MarkingClearance> MarkingClearances { get; }

    DbSet<MarkingReport> MarkingReports { get; }

    DbSet<Certificate> Certificates { get; }

    DbSet<IssuerKey> IssuerKeys { get; }

    DbSet<IssuedFile> IssuedFiles { get; }

    DbSet<CertificateEndorsement> CertificateEndorsements { get; }

    DbSet<CertificateBatch> CertificateBatches { get; }

    DbSet<CertificateBatchRow> CertificateBatchRows { get; }

    DbSet<CertificateTemplate> CertificateTemplates { get; }

    DbSet<RuleSet> RuleSets { get; }

    DbSet<CategoryPause> CategoryPauses { get; }

    DbSet<CategoryNotice> CategoryNotices { get; }

    DbSet<YearlyTerms> YearlyTerms { get; }

    DbSet<RuleSimulation> RuleSimulations { get; }

    DbSet<CategoryRecord> CategoryRecords { get; }

    DbSet<Commission> Commissions { get; }

    DbSet<AttestationCase> AttestationCases { get; }

    DbSet<Protocol> Protocols { get; }

    DbSet<ViolationAct> ViolationActs { get; }

    DbSet<TestTaskAppeal> TestTaskAppeals { get; }

    DbSet<AttestationCycle> AttestationCycles { get; }

    DbSet<ChainLink> ChainLinks { get; }

    DbSet<NationalSignature> NationalSignatures { get; }

    DbSet<ReasonLetter> ReasonLetters { get; }

    DbSet<AttestationOrder> AttestationOrders { get; }

    DbSet<AttestationNotice> AttestationNotices { get; }

    DbSet<ChairBallot> ChairBallots { get; }

    DbSet<DeclaredTie> DeclaredTies { get; }

    DbSet<Sitting> Sittings { get; }

    DbSet<EvidenceItem> EvidenceItems { get; }

    DbSet<LessonObservation> LessonObservations { get; }

    DbSet<CaseEssay> CaseEssays { get; }

    DbSet<SupportContact> SupportContacts { get; }

    DbSet<SupportLesson> SupportLessons { get; }

    DbSet<Reminder> Reminders { get; }

    DbSet<MatrixEntry> MatrixEntries { get; }

    DbSet<SupportEvent> SupportEvents { get; }

    DbSet<ContactChange> ContactChanges { get; }

    /// <summary>What learners reached, by class.</summary>
    DbSet<ClassResults> ClassResults { get; }

    DbSet<MailChoice> MailChoices { get; }

    DbSet<EnrolmentNotice> EnrolmentNotices { get; }

    DbSet<DevelopmentActivity> DevelopmentActivities { get; }

    DbSet<TrainingState> TrainingStates { get; }

    DbSet<TrainingTally> TrainingTallies { get; }

    DbSet<Trainer> Trainers { get; }

    DbSet<TrainerNote> TrainerNotes { get; }

    DbSet<RecertificationCampaign> RecertificationCampaigns { get; }

    DbSet<Recertification> Recertifications { get; }

    DbSet<ReflectiveText> ReflectiveTexts { get; }

    DbSet<ReflectiveCheck> ReflectiveChecks { get; }

    DbSet<TrainerSheet> TrainerSheets { get; }

    DbSet<TrainerLapse> TrainerLapses { get; }

    DbSet<TrainerNotice> TrainerNotices { get; }

    DbSet<SchoolCoach> SchoolCoaches { get; }

    DbSet<StandardisationEvent> StandardisationEvents { get; }

    DbSet<Study> Studies { get; }

    DbSet<StatedTable> StatedTables { get; }

    DbSet<Questionnaire> Questionnaires { get; }

    DbSet<StudyInvitation> StudyInvitations { get; }

    DbSet<StudyNotice> StudyNotices { get; }

    DbSet<AnswerSheet> AnswerSheets { get; }

    DbSet<OpenAnswer> OpenAnswers { get; }

    DbSet<AnswerStrike> AnswerStrikes { get; }

    DbSet<NeedsDiagnosis> NeedsDiagnoses { get; }

    DbSet<TestItem> TestItems { get; }

    DbSet<ItemVersion> ItemVersions { get; }

    DbSet<TrialTest> TrialTests { get; }

    DbSet<TestAttempt> TestAttempts { get; }

    DbSet<AttemptAnswer> AttemptAnswers { get; }

    DbSet<ItemAppeal> ItemAppeals { get; }

    DbSet<TestingNotice> TestingNotices { get; }

    DbSet<MentoringPair> MentoringPairs { get; }

    DbSet<SchoolTeam> SchoolTeams { get; }

    DbSet<LessonStudy> LessonStudies { get; }

    DbSet<RegisterImport> RegisterImports { get; }

    DbSet<RegisterPortion> RegisterPortions { get; }

    DbSet<RegisterExport> RegisterExports { get; }

    DbSet<RegisterExportPortion> RegisterExportPortions { get; }

    DbSet<ApiToken> ApiTokens { get; }

    DbSet<ApiReply> ApiReplies { get; }

    DbSet<Webhook> Webhooks { get; }

    DbSet<WebhookDelivery> WebhookDeliveries { get; }

    DbSet<WebhookTry> WebhookTries { get; }

    DbSet<LtiKey> LtiKeys { get; }

    DbSet<LtiTool> LtiTools { get; }

    DbSet<LtiCourse> LtiCourses { get; }

    DbSet<LtiLaunch> LtiLaunches { get; }

    DbSet<LtiAssertion> LtiAssertions { get; }

    DbSet<LtiScore> LtiScores { get; }

    DbSet<WorkPlan> WorkPlans { get; }

    DbSet<PlanItem> PlanItems { get; }

    DbSet<PlanImport> PlanImports { get; }

    DbSet<PlanNotice> PlanNotices { get; }

    DbSet<RatingRubric> RatingRubrics { get; }

    DbSet<Rating> Ratings { get; }

    DbSet<LibrarySection> LibrarySections { get; }

    DbSet<LibraryMaterial> LibraryMaterials { get; }

    DbSet<LibraryVersion> LibraryVersions { get; }

    DbSet<LibraryEntry> LibraryEntries { get; }

    DbSet<LibraryTerm> LibraryTerms { get; }

    DbSet<LibraryCount> LibraryCounts { get; }

    DbSet<Ticket> Tickets { get; }

    DbSet<TicketEntry> TicketEntries { get; }

    DbSet<CannedAnswer> CannedAnswers { get; }

    DbSet<TicketNotice> TicketNotices { get; }

    DbSet<NetworkList> NetworkLists { get; }

    DbSet<LeadingSchool> LeadingSchools { get; }

    DbSet<PartnerSchool> PartnerSchools { get; }

    DbSet<CoachEvent> CoachEvents { get; }

    DbSet<VisitTemplate> VisitTemplates { get; }

    DbSet<SchoolVisit> SchoolVisits { get; }

    DbSet<VisitNotice> VisitNotices { get; }

    DbSet<NumberSeries> NumberSeries { get; }

    DbSet<AuditProcess> AuditProcesses { get; }

    DbSet<AuditHead> AuditHeads { get; }

    DatabaseFacade Database { get; }

    ChangeTracker ChangeTracker { get; }

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);
}
