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
        builder.HasMany(c => c.Members).WithOne().HasForeignKey(m => m.CommissionId);
    }
}

internal sealed class CommissionMemberMapping : IEntityTypeConfiguration<CommissionMember>
{
    public void Configure(EntityTypeBuilder<CommissionMember> builder)
    {
        builder.ToTable("CommissionMembers");
        builder.HasIndex(m => new { m.CommissionId, m.PersonId }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
    }
}

internal sealed class AttestationCaseMapping : IEntityTypeConfiguration<AttestationCase>
{
    public void Configure(EntityTypeBuilder<AttestationCase> builder)
    {
        builder.ToTable("AttestationCases");
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
    }
}

internal sealed class CriterionScoreMapping : IEntityTypeConfiguration<CriterionScore>
{
    public void Configure(EntityTypeBuilder<CriterionScore> builder)
    {
        builder.ToTable("CriterionScores");
        builder.Property(s => s.Criterion).HasMaxLength(10);
        builder.HasIndex(s => new { s.CaseId, s.Criterion }).IsUnique();
    }
}

internal sealed class CaseVoteMapping : IEntityTypeConfiguration<CaseVote>
{
    public void Configure(EntityTypeBuilder<CaseVote> builder)
    {
        builder.ToTable("CaseVotes");
        builder.Property(v => v.Reason).HasMaxLength(2000);
        builder.HasIndex(v => new { v.CaseId, v.MemberId }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.MemberId);
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
    }
}
