using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TeacherCpd.Application.Common;
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
using TeacherCpd.Infrastructure.Accounts;

namespace TeacherCpd.Infrastructure.Persistence;

/// <summary>The database, the same model on SQLite, SQL Server and PostgreSQL. Mappings stand beside it, one file a module.</summary>
public sealed class AppDbContext(DbContextOptions<AppDbContext> options) : IdentityUserContext<Account, Guid>(options), IAppDbContext
{
    /// <summary>Length of a text that is a name, a title or a code; longer ones say their own.</summary>
    public const int NameLength = 400;

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<OrganisationAlias> OrganisationAliases => Set<OrganisationAlias>();

    public DbSet<Provider> Providers => Set<Provider>();

    public DbSet<BranchRegion> BranchRegions => Set<BranchRegion>();

    public DbSet<Person> Persons => Set<Person>();

    public DbSet<OutsideIdentity> OutsideIdentities => Set<OutsideIdentity>();

    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<ProgrammeVersion> ProgrammeVersions => Set<ProgrammeVersion>();

    public DbSet<StudyGroup> Groups => Set<StudyGroup>();

    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<AttendanceMark> AttendanceMarks => Set<AttendanceMark>();

    public DbSet<AttendanceWindow> AttendanceWindows => Set<AttendanceWindow>();

    public DbSet<Quota> Quotas => Set<Quota>();

    public DbSet<QuotaTransfer> QuotaTransfers => Set<QuotaTransfer>();

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    public DbSet<EnrolmentList> EnrolmentLists => Set<EnrolmentList>();

    public DbSet<EnrolmentListRows> EnrolmentListRows => Set<EnrolmentListRows>();

    public DbSet<Portfolio> Portfolios => Set<Portfolio>();

    public DbSet<PortfolioVersion> PortfolioVersions => Set<PortfolioVersion>();

    public DbSet<PortfolioMaterial> PortfolioMaterials => Set<PortfolioMaterial>();

    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<PortfolioExport> PortfolioExports => Set<PortfolioExport>();

    public DbSet<PortfolioText> PortfolioTexts => Set<PortfolioText>();

    public DbSet<OriginalityCheck> OriginalityChecks => Set<OriginalityCheck>();

    public DbSet<PassageReview> PassageReviews => Set<PassageReview>();

    public DbSet<OriginalityCase> OriginalityCases => Set<OriginalityCase>();

    public DbSet<CaseNotice> CaseNotices => Set<CaseNotice>();

    public DbSet<IndexedDocument> IndexedDocuments => Set<IndexedDocument>();

    public DbSet<IndexSegment> IndexSegments => Set<IndexSegment>();

    public DbSet<ComparisonWithdrawal> ComparisonWithdrawals => Set<ComparisonWithdrawal>();

    public DbSet<Handout> Handouts => Set<Handout>();

    public DbSet<HandoutText> HandoutTexts => Set<HandoutText>();

    public DbSet<Rubric> Rubrics => Set<Rubric>();

    public DbSet<AssessmentPlan> AssessmentPlans => Set<AssessmentPlan>();

    public DbSet<PassageRemark> PassageRemarks => Set<PassageRemark>();

    public DbSet<BankComment> BankComments => Set<BankComment>();

    public DbSet<RubricSheet> RubricSheets => Set<RubricSheet>();

    public DbSet<Grading> Gradings => Set<Grading>();

    public DbSet<Appeal> Appeals => Set<Appeal>();

    public DbSet<AssessorProfile> AssessorProfiles => Set<AssessorProfile>();

    public DbSet<ExamplePortfolio> ExamplePortfolios => Set<ExamplePortfolio>();

    public DbSet<MarkingClearance> MarkingClearances => Set<MarkingClearance>();

    public DbSet<MarkingReport> MarkingReports => Set<MarkingReport>();

    public DbSet<Certificate> Certificates => Set<Certificate>();

    public DbSet<IssuerKey> IssuerKeys => Set<IssuerKey>();

    public DbSet<IssuedFile> IssuedFiles => Set<IssuedFile>();

    public DbSet<CertificateEndorsement> CertificateEndorsements => Set<CertificateEndorsement>();

    public DbSet<CertificateBatch> CertificateBatches => Set<CertificateBatch>();

    public DbSet<CertificateBatchRow> CertificateBatchRows => Set<CertificateBatchRow>();

    public DbSet<CertificateTemplate> CertificateTemplates => Set<CertificateTemplate>();

    public DbSet<RuleSet> RuleSets => Set<RuleSet>();

    public DbSet<CategoryPause> CategoryPauses => Set<CategoryPause>();

    public DbSet<CategoryNotice> CategoryNotices => Set<CategoryNotice>();

    public DbSet<YearlyTerms> YearlyTerms => Set<YearlyTerms>();

    public DbSet<RuleSimulation> RuleSimulations => Set<RuleSimulation>();

    public DbSet<CategoryRecord> CategoryRecords => Set<CategoryRecord>();

    public DbSet<Commission> Commissions => Set<Commission>();

    public DbSet<AttestationCase> AttestationCases => Set<AttestationCase>();

    public DbSet<Protocol> Protocols => Set<Protocol>();

    public DbSet<ViolationAct> ViolationActs => Set<ViolationAct>();

    public DbSet<TestTaskAppeal> TestTaskAppeals => Set<TestTaskAppeal>();

    public DbSet<AttestationCycle> AttestationCycles => Set<AttestationCycle>();

    public DbSet<ChainLink> ChainLinks => Set<ChainLink>();

    public DbSet<NationalSignature> NationalSignatures => Set<NationalSignature>();

    public DbSet<ReasonLetter> ReasonLetters => Set<ReasonLetter>();

    public DbSet<AttestationOrder> AttestationOrders => Set<AttestationOrder>();

    public DbSet<AttestationNotice> AttestationNotices => Set<AttestationNotice>();

    public DbSet<ChairBallot> ChairBallots => Set<ChairBallot>();

    public DbSet<DeclaredTie> DeclaredTies => Set<DeclaredTie>();

    public DbSet<Sitting> Sittings => Set<Sitting>();

    public DbSet<EvidenceItem> EvidenceItems => Set<EvidenceItem>();

    public DbSet<LessonObservation> LessonObservations => Set<LessonObservation>();

    public DbSet<CaseEssay> CaseEssays => Set<CaseEssay>();

    public DbSet<SupportContact> SupportContacts => Set<SupportContact>();

    public DbSet<SupportLesson> SupportLessons => Set<SupportLesson>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<MatrixEntry> MatrixEntries => Set<MatrixEntry>();

    public DbSet<SupportEvent> SupportEvents => Set<SupportEvent>();

    public DbSet<ContactChange> ContactChanges => Set<ContactChange>();

    /// <inheritdoc/>
    public DbSet<ClassResults> ClassResults => Set<ClassResults>();

    public DbSet<MailChoice> MailChoices => Set<MailChoice>();

    public DbSet<EnrolmentNotice> EnrolmentNotices => Set<EnrolmentNotice>();

    public DbSet<DevelopmentActivity> DevelopmentActivities => Set<DevelopmentActivity>();

    public DbSet<TrainingState> TrainingStates => Set<TrainingState>();

    public DbSet<TrainingTally> TrainingTallies => Set<TrainingTally>();

    public DbSet<Trainer> Trainers => Set<Trainer>();

    public DbSet<TrainerNote> TrainerNotes => Set<TrainerNote>();

    public DbSet<RecertificationCampaign> RecertificationCampaigns => Set<RecertificationCampaign>();

    public DbSet<Recertification> Recertifications => Set<Recertification>();

    public DbSet<ReflectiveText> ReflectiveTexts => Set<ReflectiveText>();

    public DbSet<ReflectiveCheck> ReflectiveChecks => Set<ReflectiveCheck>();

    public DbSet<TrainerSheet> TrainerSheets => Set<TrainerSheet>();

    public DbSet<TrainerLapse> TrainerLapses => Set<TrainerLapse>();

    public DbSet<TrainerNotice> TrainerNotices => Set<TrainerNotice>();

    public DbSet<SchoolCoach> SchoolCoaches => Set<SchoolCoach>();

    public DbSet<StandardisationEvent> StandardisationEvents => Set<StandardisationEvent>();

    public DbSet<Study> Studies => Set<Study>();

    public DbSet<StatedTable> StatedTables => Set<StatedTable>();

    public DbSet<Questionnaire> Questionnaires => Set<Questionnaire>();

    public DbSet<StudyInvitation> StudyInvitations => Set<StudyInvitation>();

    public DbSet<StudyNotice> StudyNotices => Set<StudyNotice>();

    public DbSet<AnswerSheet> AnswerSheets => Set<AnswerSheet>();

    public DbSet<OpenAnswer> OpenAnswers => Set<OpenAnswer>();

    public DbSet<AnswerStrike> AnswerStrikes => Set<AnswerStrike>();

    public DbSet<NeedsDiagnosis> NeedsDiagnoses => Set<NeedsDiagnosis>();

    public DbSet<TestItem> TestItems => Set<TestItem>();

    public DbSet<ItemVersion> ItemVersions => Set<ItemVersion>();

    public DbSet<TrialTest> TrialTests => Set<TrialTest>();

    public DbSet<TestAttempt> TestAttempts => Set<TestAttempt>();

    public DbSet<AttemptAnswer> AttemptAnswers => Set<AttemptAnswer>();

    public DbSet<ItemAppeal> ItemAppeals => Set<ItemAppeal>();

    public DbSet<TestingNotice> TestingNotices => Set<TestingNotice>();

    public DbSet<MentoringPair> MentoringPairs => Set<MentoringPair>();

    public DbSet<SchoolTeam> SchoolTeams => Set<SchoolTeam>();

    public DbSet<LessonStudy> LessonStudies => Set<LessonStudy>();

    public DbSet<RegisterImport> RegisterImports => Set<RegisterImport>();

    public DbSet<RegisterPortion> RegisterPortions => Set<RegisterPortion>();

    public DbSet<RegisterExport> RegisterExports => Set<RegisterExport>();

    public DbSet<RegisterExportPortion> RegisterExportPortions => Set<RegisterExportPortion>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<ApiReply> ApiReplies => Set<ApiReply>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<WebhookTry> WebhookTries => Set<WebhookTry>();

    public DbSet<LtiKey> LtiKeys => Set<LtiKey>();

    public DbSet<LtiTool> LtiTools => Set<LtiTool>();

    public DbSet<LtiCourse> LtiCourses => Set<LtiCourse>();

    public DbSet<LtiLaunch> LtiLaunches => Set<LtiLaunch>();

    public DbSet<LtiAssertion> LtiAssertions => Set<LtiAssertion>();

    public DbSet<LtiScore> LtiScores => Set<LtiScore>();

    public DbSet<WorkPlan> WorkPlans => Set<WorkPlan>();

    public DbSet<PlanItem> PlanItems => Set<PlanItem>();

    public DbSet<PlanImport> PlanImports => Set<PlanImport>();

    public DbSet<PlanNotice> PlanNotices => Set<PlanNotice>();

    public DbSet<RatingRubric> RatingRubrics => Set<RatingRubric>();

    public DbSet<Rating> Ratings => Set<Rating>();

    public DbSet<LibrarySection> LibrarySections => Set<LibrarySection>();

    public DbSet<LibraryMaterial> LibraryMaterials => Set<LibraryMaterial>();

    public DbSet<LibraryVersion> LibraryVersions => Set<LibraryVersion>();

    public DbSet<LibraryEntry> LibraryEntries => Set<LibraryEntry>();

    public DbSet<LibraryTerm> LibraryTerms => Set<LibraryTerm>();

    public DbSet<LibraryCount> LibraryCounts => Set<LibraryCount>();

    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<TicketEntry> TicketEntries => Set<TicketEntry>();

    public DbSet<CannedAnswer> CannedAnswers => Set<CannedAnswer>();

    public DbSet<TicketNotice> TicketNotices => Set<TicketNotice>();

    public DbSet<NetworkList> NetworkLists => Set<NetworkList>();

    public DbSet<LeadingSchool> LeadingSchools => Set<LeadingSchool>();

    public DbSet<PartnerSchool> PartnerSchools => Set<PartnerSchool>();

    public DbSet<CoachEvent> CoachEvents => Set<CoachEvent>();

    public DbSet<VisitTemplate> VisitTemplates => Set<VisitTemplate>();

    public DbSet<SchoolVisit> SchoolVisits => Set<SchoolVisit>();

    public DbSet<VisitNotice> VisitNotices => Set<VisitNotice>();

    public DbSet<NumberSeries> NumberSeries => Set<NumberSeries>();

    public DbSet<AuditProcess> AuditProcesses => Set<AuditProcess>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<string>().HaveMaxLength(NameLength);
        configurationBuilder.ComplexProperties<LocalizedText>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // roles hang on the person, and nobody signs in through others yet: those tables of Identity have no use here
        builder.Ignore<IdentityUserClaim<Guid>>();
        builder.Ignore<IdentityUserLogin<Guid>>();
        builder.Ignore<IdentityUserToken<Guid>>();
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);

        foreach (var entity in builder.Model.GetEntityTypes())
        {
            foreach (var key in entity.GetForeignKeys().Where(k => k.DeleteBehavior != DeleteBehavior.ClientCascade))
            {
                key.DeleteBehavior = DeleteBehavior.Restrict;
            }

            // ids are made in code: what is found new in a collection is added, not taken for a row that exists
            if (typeof(Entity).IsAssignableFrom(entity.ClrType))
            {
                entity.FindProperty(nameof(Entity.Id))!.ValueGenerated = ValueGenerated.Never;
            }

            if (typeof(Aggregate).IsAssignableFrom(entity.ClrType))
            {
                entity.FindProperty(nameof(Aggregate.Revision))!.IsConcurrencyToken = true;
            }
        }
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        moment => InUtc(moment),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))
    {
        // PostgreSQL refuses any other but the default; the others would keep it and give it back as if it were one
        private static DateTime InUtc(DateTime moment) =>
            moment.Kind == DateTimeKind.Utc || moment == default ? moment : throw new ArgumentException($"{moment:O} is not in UTC.", nameof(moment));
    }
}
