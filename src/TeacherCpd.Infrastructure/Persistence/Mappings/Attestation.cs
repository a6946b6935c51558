using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class RuleSetMapping : IEntityTypeConfiguration<RuleSet>
{
    public void Configure(EntityTypeBuilder<RuleSet> builder)
    {
        builder.ToTable("RuleSets");
        builder.Property(r => r.Code).HasMaxLength(RuleSet.CodeMaxLength);
        builder.Property(r => r.Source).HasMaxLength(RuleSet.TextMaxLength);
        builder.Property(r => r.Note).HasMaxLength(RuleSet.TextMaxLength);
        builder.HasOne<RuleSet>().WithMany().HasForeignKey(r => r.BasedOnId);
        builder.HasIndex(r => r.Code).IsUnique();
        builder.Property(r => r.Json).HasMaxLength(-1);
    }
}

internal sealed class CategoryRecordMapping : IEntityTypeConfiguration<CategoryRecord>
{
    public void Configure(EntityTypeBuilder<CategoryRecord> builder)
    {
        builder.ToTable("CategoryRecords");
        builder.Property(r => r.Category).HasMaxLength(40);
        builder.Property(r => r.Paragraph).HasMaxLength(20);
        builder.HasIndex(r => new { r.PersonId, r.GrantedOn });
        builder.HasIndex(r => r.ValidUntil);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
        builder.HasOne<AttestationCase>().WithMany().HasForeignKey(r => r.CaseId);

        // what was entered wrongly counts nowhere; only the history asks for it
        builder.HasQueryFilter(r => r.AnnulledAt == null);
    }
}

internal sealed class CategoryPauseMapping : IEntityTypeConfiguration<CategoryPause>
{
    public void Configure(EntityTypeBuilder<CategoryPause> builder)
    {
        builder.ToTable("CategoryPauses");
        builder.HasIndex(p => new { p.PersonId, p.From });
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
        builder.HasQueryFilter(p => p.AnnulledAt == null);
    }
}

internal sealed class CategoryNoticeMapping : IEntityTypeConfiguration<CategoryNotice>
{
    public void Configure(EntityTypeBuilder<CategoryNotice> builder)
    {
        builder.ToTable("CategoryNotices");
        builder.HasIndex(n => new { n.CategoryRecordId, n.Kind, n.Day }).IsUnique();
        builder.HasIndex(n => new { n.Status, n.StatusSince });
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId);
        builder.HasIndex(n => n.PersonId);
    }
}

internal sealed class YearlyTermsMapping : IEntityTypeConfiguration<YearlyTerms>
{
    public void Configure(EntityTypeBuilder<YearlyTerms> builder)
    {
        builder.ToTable("YearlyTerms");
        builder.Property(t => t.EssayTopics).HasMaxLength(4000);
        builder.HasIndex(t => new { t.Year, t.Session }).IsUnique();
    }
}

internal sealed class RuleSimulationMapping : IEntityTypeConfiguration<RuleSimulation>
{
    public void Configure(EntityTypeBuilder<RuleSimulation> builder)
    {
        builder.ToTable("RuleSimulations");
        builder.Property(s => s.Counts).HasMaxLength(-1);
        builder.HasIndex(s => new { s.AfterId, s.AskedAt });
        builder.HasOne<RuleSet>().WithMany().HasForeignKey(s => s.BeforeId);
        builder.HasOne<RuleSet>().WithMany().HasForeignKey(s => s.AfterId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.AskedById);
    }
}

internal sealed class CommissionMapping : IEntityTypeConfiguration<Commission>
{
    public void Configure(EntityTypeBuilder<Commission> builder)
    {
        builder.ToTable("Commissions");
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.SecretaryId);
        builder.Ignore(c => c.Serving);
        builder.Property(c => c.OrderNumber).HasMaxLength(Commission.OrderNumberLength);
        builder.HasMany(c => c.Members).WithOne().HasForeignKey(m => m.CommissionId);
    }
}

internal sealed class CommissionMemberMapping : IEntityTypeConfiguration<CommissionMember>
{
    public void Configure(EntityTypeBuilder<CommissionMember> builder)
    {
        builder.ToTable("CommissionMembers");
        builder.Property(m => m.Words).HasMaxLength(CommissionMember.WordsLength);
        builder.HasIndex(m => new { m.CommissionId, m.PersonId }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
    }
}

internal sealed class AttestationCaseMapping : IEntityTypeConfiguration<AttestationCase>
{
    public void Configure(EntityTypeBuilder<AttestationCase> builder)
    {
        builder.ToTable("AttestationCases");
        builder.Ignore(c => c.CountedVotes);
        builder.Property(c => c.Number).HasMaxLength(30);
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => new { c.Status, c.SubmittedAt });
        builder.Property(c => c.CurrentCategory).HasMaxLength(40);
        builder.Property(c => c.ClaimedCategory).HasMaxLength(40);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId);
        builder.HasOne<RuleSet>().WithMany().HasForeignKey(c => c.RuleSetId);
        builder.HasOne<Commission>().WithMany().HasForeignKey(c => c.CommissionId);
        builder.HasMany(c => c.Scores).WithOne().HasForeignKey(s => s.CaseId);
        builder.HasMany(c => c.Votes).WithOne().HasForeignKey(v => v.CaseId);
        builder.Property(c => c.RefusalWords).HasMaxLength(AttestationCase.WordsLength);
        builder.HasOne<AttestationCycle>().WithMany().HasForeignKey(c => c.CycleId);
        builder.HasMany(c => c.Recusals).WithOne().HasForeignKey(r => r.CaseId);
        builder.Ignore(c => c.EvidenceIsOpen);
        // taken out by the candidate: what is no longer put forward is gone, and the audit tells of it
        builder.HasMany(c => c.Evidence).WithOne().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(c => c.Claims).WithOne().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.ClientCascade);
    }
}

internal sealed class CriterionScoreMapping : IEntityTypeConfiguration<CriterionScore>
{
    public void Configure(EntityTypeBuilder<CriterionScore> builder)
    {
        builder.ToTable("CriterionScores");
        builder.Property(s => s.Criterion).HasMaxLength(10);
        builder.HasIndex(s => new { s.CaseId, s.Criterion }).IsUnique();
        builder.Property(s => s.Reason).HasMaxLength(SheetMark.ReasonMaxLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.MarkedBy);
    }
}

internal sealed class CriterionClaimMapping : IEntityTypeConfiguration<CriterionClaim>
{
    public void Configure(EntityTypeBuilder<CriterionClaim> builder)
    {
        builder.ToTable("CriterionClaims");
        builder.Property(c => c.Criterion).HasMaxLength(10);
        builder.HasIndex(c => new { c.CaseId, c.Criterion }).IsUnique();
    }
}

internal sealed class EvidenceItemMapping : IEntityTypeConfiguration<EvidenceItem>
{
    public void Configure(EntityTypeBuilder<EvidenceItem> builder)
    {
        builder.ToTable("EvidenceItems");
        builder.Ignore(i => i.File);
        builder.Property(i => i.Title).HasMaxLength(EvidenceFacts.TitleMaxLength);
        builder.Property(i => i.Reference).HasMaxLength(EvidenceItem.ReferenceMaxLength);
        builder.Property(i => i.FileName).HasMaxLength(200);
        builder.Property(i => i.FileContentType).HasMaxLength(100);
        builder.Property(i => i.FileSha256).HasMaxLength(64);
        builder.HasIndex(i => new { i.PersonId, i.On });

        // a record is taken over once, however often it is asked for
        builder.HasIndex(i => new { i.PersonId, i.Origin, i.OriginId }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId);
    }
}

internal sealed class CaseEvidenceMapping : IEntityTypeConfiguration<CaseEvidence>
{
    public void Configure(EntityTypeBuilder<CaseEvidence> builder)
    {
        builder.ToTable("CaseEvidence");
        builder.Property(e => e.Criterion).HasMaxLength(10);
        builder.Property(e => e.Title).HasMaxLength(EvidenceFacts.TitleMaxLength);
        builder.Property(e => e.Reference).HasMaxLength(EvidenceItem.ReferenceMaxLength);
        builder.Property(e => e.FileName).HasMaxLength(200);
        builder.Property(e => e.FileContentType).HasMaxLength(100);
        builder.Property(e => e.FileSha256).HasMaxLength(64);
        builder.HasIndex(e => new { e.CaseId, e.ItemId }).IsUnique();
        builder.HasOne<EvidenceItem>().WithMany().HasForeignKey(e => e.ItemId);
    }
}

internal sealed class CaseEssayMapping : IEntityTypeConfiguration<CaseEssay>
{
    public void Configure(EntityTypeBuilder<CaseEssay> builder)
    {
        builder.ToTable("CaseEssays");
        builder.Property(e => e.Topic).HasMaxLength(CaseEssay.TopicMaxLength);
        builder.Property(e => e.Text).HasMaxLength(-1);
        builder.HasIndex(e => e.CaseId).IsUnique();
        builder.HasIndex(e => new { e.CheckStatus, e.QueuedAt });
        builder.HasOne<AttestationCase>().WithMany().HasForeignKey(e => e.CaseId);
    }
}

internal sealed class LessonObservationMapping : IEntityTypeConfiguration<LessonObservation>
{
    public void Configure(EntityTypeBuilder<LessonObservation> builder)
    {
        builder.ToTable("LessonObservations");
        builder.Property(o => o.Subject).HasMaxLength(ObservedLesson.ShortMaxLength);
        builder.Property(o => o.ClassName).HasMaxLength(ObservedLesson.ShortMaxLength);
        builder.Property(o => o.Topic).HasMaxLength(ObservedLesson.TopicMaxLength);
        builder.Property(o => o.Levels).HasMaxLength(LessonObservation.MostIndicators);
        builder.Property(o => o.Recommendations).HasMaxLength(LessonObservation.WordsMaxLength);
        builder.Property(o => o.Answer).HasMaxLength(LessonObservation.WordsMaxLength);
        builder.Property(o => o.Sha256).HasMaxLength(64);
        builder.HasIndex(o => new { o.TeacherId, o.On });
        builder.HasIndex(o => new { o.ObserverId, o.Status });
        builder.HasOne<Person>().WithMany().HasForeignKey(o => o.TeacherId);
        builder.HasOne<Person>().WithMany().HasForeignKey(o => o.ObserverId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.OrganisationId);
        builder.HasOne<RuleSet>().WithMany().HasForeignKey(o => o.RuleSetId);
    }
}

internal sealed class CaseVoteMapping : IEntityTypeConfiguration<CaseVote>
{
    public void Configure(EntityTypeBuilder<CaseVote> builder)
    {
        builder.ToTable("CaseVotes");
        builder.Property(v => v.Reason).HasMaxLength(2000);
        builder.HasIndex(v => new { v.CaseId, v.CommissionId, v.MemberId }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.MemberId);
        builder.HasOne<Commission>().WithMany().HasForeignKey(v => v.CommissionId);
        builder.HasOne<Sitting>().WithMany().HasForeignKey(v => v.SittingId);
    }
}

internal sealed class ProtocolMapping : IEntityTypeConfiguration<Protocol>
{
    public void Configure(EntityTypeBuilder<Protocol> builder)
    {
        builder.ToTable("Protocols");
        builder.Property(p => p.Number).HasMaxLength(30);
        builder.HasIndex(p => p.Number).IsUnique();
        builder.HasIndex(p => p.CaseId).IsUnique();
        builder.Property(p => p.GrantedCategory).HasMaxLength(40);
        builder.Property(p => p.Requirements).HasMaxLength(-1);
        builder.HasOne<AttestationCase>().WithOne().HasForeignKey<Protocol>(p => p.CaseId);
        builder.HasOne<Commission>().WithMany().HasForeignKey(p => p.CommissionId);
        builder.HasOne<Sitting>().WithMany().HasForeignKey(p => p.SittingId);
    }
}

internal sealed class CaseRecusalMapping : IEntityTypeConfiguration<CaseRecusal>
{
    public void Configure(EntityTypeBuilder<CaseRecusal> builder)
    {
        builder.ToTable("CaseRecusals");
        builder.Property(r => r.Words).HasMaxLength(CaseRecusal.WordsLength);
        builder.HasIndex(r => new { r.CaseId, r.MemberId }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.MemberId);
    }
}

internal sealed class DeclaredTieMapping : IEntityTypeConfiguration<DeclaredTie>
{
    public void Configure(EntityTypeBuilder<DeclaredTie> builder)
    {
        builder.ToTable("DeclaredTies");
        builder.Property(t => t.Iin).HasMaxLength(Iin.Length);
        builder.HasIndex(t => new { t.PersonId, t.Iin }).IsUnique();
        builder.HasIndex(t => t.Iin);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId);
    }
}

internal sealed class ChairBallotMapping : IEntityTypeConfiguration<ChairBallot>
{
    public void Configure(EntityTypeBuilder<ChairBallot> builder)
    {
        builder.ToTable("ChairBallots");
        builder.HasIndex(b => new { b.CommissionId, b.Round }).IsUnique();
        builder.HasOne<Commission>().WithMany().HasForeignKey(b => b.CommissionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(b => b.ElectedId);
        builder.HasMany(b => b.Marks).WithOne().HasForeignKey(m => m.BallotId);
        builder.HasMany(b => b.Tallies).WithOne().HasForeignKey(t => t.BallotId);
    }
}

internal sealed class BallotMarkMapping : IEntityTypeConfiguration<BallotMark>
{
    public void Configure(EntityTypeBuilder<BallotMark> builder)
    {
        builder.ToTable("BallotMarks");
        builder.HasIndex(m => new { m.BallotId, m.VoterId }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.VoterId);
    }
}

internal sealed class BallotTallyMapping : IEntityTypeConfiguration<BallotTally>
{
    public void Configure(EntityTypeBuilder<BallotTally> builder)
    {
        builder.ToTable("BallotTallies");
        builder.HasIndex(t => new { t.BallotId, t.CandidateId }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.CandidateId);
    }
}

internal sealed class SittingMapping : IEntityTypeConfiguration<Sitting>
{
    public void Configure(EntityTypeBuilder<Sitting> builder)
    {
        builder.ToTable("Sittings");
        builder.Ignore(s => s.PresentNow);
        builder.Property(s => s.Number).HasMaxLength(30);
        builder.HasIndex(s => s.Number).IsUnique();
        builder.HasIndex(s => new { s.CommissionId, s.PlannedOn });
        builder.Property(s => s.Place).HasMaxLength(Sitting.WordsLength);
        builder.Property(s => s.Recording).HasMaxLength(Sitting.WordsLength);
        builder.HasOne<Commission>().WithMany().HasForeignKey(s => s.CommissionId);
        builder.HasMany(s => s.Items).WithOne().HasForeignKey(i => i.SittingId);
        builder.HasMany(s => s.Presences).WithOne().HasForeignKey(p => p.SittingId);
    }
}

internal sealed class SittingItemMapping : IEntityTypeConfiguration<SittingItem>
{
    public void Configure(EntityTypeBuilder<SittingItem> builder)
    {
        builder.ToTable("SittingItems");
        builder.HasIndex(i => new { i.SittingId, i.CaseId }).IsUnique();
        builder.HasIndex(i => i.CaseId);
        builder.HasOne<AttestationCase>().WithMany().HasForeignKey(i => i.CaseId);
    }
}

internal sealed class SittingPresenceMapping : IEntityTypeConfiguration<SittingPresence>
{
    public void Configure(EntityTypeBuilder<SittingPresence> builder)
    {
        builder.ToTable("SittingPresences");
        builder.HasIndex(p => new { p.SittingId, p.MemberId });
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.MemberId);
    }
}

internal sealed class AttestationNoticeMapping : IEntityTypeConfiguration<AttestationNotice>
{
    public void Configure(EntityTypeBuilder<AttestationNotice> builder)
    {
        builder.ToTable("AttestationNotices");
        builder.HasIndex(n => new { n.SubjectId, n.Kind, n.RecipientId }).IsUnique();
        builder.HasIndex(n => new { n.Status, n.StatusSince });
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.RecipientId);
    }
}

internal sealed class ChainLinkMapping : IEntityTypeConfiguration<ChainLink>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<ChainLink> builder)
    {
        builder.ToTable("ChainLinks");
        builder.HasIndex(l => new { l.CaseId, l.Sequence }).IsUnique();
        builder.HasIndex(l => l.RecordId);
        builder.Property(l => l.Document).HasMaxLength(-1);
        builder.Property(l => l.Hash).HasMaxLength(HashLength);
        builder.Property(l => l.KeyName).HasMaxLength(HashLength);
        builder.Property(l => l.Signature).HasMaxLength(2 * HashLength);
        builder.HasOne<AttestationCase>().WithMany().HasForeignKey(l => l.CaseId);
    }
}

internal sealed class NationalSignatureMapping : IEntityTypeConfiguration<NationalSignature>
{
    public void Configure(EntityTypeBuilder<NationalSignature> builder)
    {
        builder.ToTable("NationalSignatures");
        builder.HasIndex(s => new { s.LinkId, s.PersonId }).IsUnique();
        builder.Property(s => s.Cms).HasMaxLength(-1);
        builder.Property(s => s.Subject).HasMaxLength(NationalSignature.SubjectLength);
        builder.HasOne<ChainLink>().WithMany().HasForeignKey(s => s.LinkId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
    }
}

internal sealed class ReasonLetterMapping : IEntityTypeConfiguration<ReasonLetter>
{
    public void Configure(EntityTypeBuilder<ReasonLetter> builder)
    {
        builder.ToTable("ReasonLetters");
        builder.HasIndex(l => l.ProtocolId).IsUnique();
        builder.Property(l => l.Number).HasMaxLength(30);
        builder.HasIndex(l => l.Number).IsUnique();
        builder.Property(l => l.Text).HasMaxLength(ReasonLetter.TextLength);
        builder.HasOne<Protocol>().WithOne().HasForeignKey<ReasonLetter>(l => l.ProtocolId);
        builder.HasOne<AttestationCase>().WithMany().HasForeignKey(l => l.CaseId);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.ApprovedById);
    }
}

internal sealed class AttestationOrderMapping : IEntityTypeConfiguration<AttestationOrder>
{
    public void Configure(EntityTypeBuilder<AttestationOrder> builder)
    {
        builder.ToTable("AttestationOrders");
        builder.Property(o => o.Number).HasMaxLength(30);
        builder.HasIndex(o => o.Number).IsUnique();
        builder.HasIndex(o => o.SittingId).IsUnique();
        builder.Property(o => o.SignedBy).HasMaxLength(AttestationOrder.NameLength);
        builder.HasOne<Sitting>().WithOne().HasForeignKey<AttestationOrder>(o => o.SittingId);
    }
}

internal sealed class AttestationCycleMapping : IEntityTypeConfiguration<AttestationCycle>
{
    public void Configure(EntityTypeBuilder<AttestationCycle> builder)
    {
        builder.ToTable("AttestationCycles");
        builder.ComplexProperty(c => c.Dates);
        builder.HasIndex(c => new { c.OrganisationId, c.Year, c.Session, c.Group, c.Level }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId);
        builder.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.CycleId);
    }
}

internal sealed class CycleStepMapping : IEntityTypeConfiguration<CycleStep>
{
    public void Configure(EntityTypeBuilder<CycleStep> builder)
    {
        builder.ToTable("CycleSteps");
        builder.HasIndex(s => new { s.CycleId, s.Stage }).IsUnique();
        builder.HasIndex(s => s.ToldAt);
    }
}

internal sealed class TestTaskAppealMapping : IEntityTypeConfiguration<TestTaskAppeal>
{
    public void Configure(EntityTypeBuilder<TestTaskAppeal> builder)
    {
        builder.ToTable("TestTaskAppeals");
        builder.Ignore(a => a.DueOn);
        builder.Ignore(a => a.IsLate);
        builder.Property(a => a.Reason).HasMaxLength(TestTaskAppeal.ReasonLength);
        builder.HasIndex(a => new { a.CaseId, a.TestOn, a.Task }).IsUnique();
        builder.HasOne<AttestationCase>().WithMany().HasForeignKey(a => a.CaseId);
    }
}

internal sealed class ViolationActMapping : IEntityTypeConfiguration<ViolationAct>
{
    public void Configure(EntityTypeBuilder<ViolationAct> builder)
    {
        builder.ToTable("ViolationActs");
        builder.Property(v => v.ActNumber).HasMaxLength(ViolationAct.NumberLength);
        builder.Property(v => v.Words).HasMaxLength(ViolationAct.WordsLength);
        builder.HasIndex(v => new { v.CaseId, v.ActNumber }).IsUnique();
        builder.HasIndex(v => v.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.PersonId);
        builder.HasOne<AttestationCase>().WithMany().HasForeignKey(v => v.CaseId);
    }
}
