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
        builder.Property(r => r.Code).HasMaxLength(80);
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
        builder.HasIndex(r => new { r.PersonId, r.GrantedOn });
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
        builder.HasOne<AttestationCase>().WithMany().HasForeignKey(r => r.CaseId);
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
