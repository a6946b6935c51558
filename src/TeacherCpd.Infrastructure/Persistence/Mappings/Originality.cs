using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Infrastructure.Originality;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class OriginalityCheckMapping : IEntityTypeConfiguration<OriginalityCheck>
{
    public void Configure(EntityTypeBuilder<OriginalityCheck> builder)
    {
        builder.ToTable("OriginalityChecks");
        builder.HasIndex(c => new { c.VersionId, c.MaterialId, c.Round }).IsUnique();
        builder.HasIndex(c => new { c.Status, c.QueuedAt });
        builder.HasIndex(c => c.NextRoundOn);
        builder.HasIndex(c => new { c.Crossing, c.CrossingNotedAt });
        builder.HasIndex(c => c.MaterialId);
        builder.Ignore(c => c.WaitingSince);
        builder.HasOne<PortfolioVersion>().WithMany().HasForeignKey(c => c.VersionId);
        builder.HasOne<PortfolioMaterial>().WithMany().HasForeignKey(c => c.MaterialId);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.CrossingNotedBy);
        builder.HasMany(c => c.Tries).WithOne().HasForeignKey(t => t.CheckId);
        builder.HasMany(c => c.Sources).WithOne().HasForeignKey(s => s.CheckId);
        builder.HasMany(c => c.Passages).WithOne().HasForeignKey(p => p.CheckId);
        builder.HasMany(c => c.Exclusions).WithOne().HasForeignKey(e => e.CheckId);
    }
}

internal sealed class CheckTryMapping : IEntityTypeConfiguration<CheckTry>
{
    public void Configure(EntityTypeBuilder<CheckTry> builder)
    {
        builder.ToTable("OriginalityTries");
        builder.HasIndex(t => new { t.CheckId, t.Number }).IsUnique();
    }
}

internal sealed class OriginalitySourceMapping : IEntityTypeConfiguration<OriginalitySource>
{
    public void Configure(EntityTypeBuilder<OriginalitySource> builder)
    {
        builder.ToTable("OriginalitySources");
        builder.Property(s => s.Id).ValueGeneratedNever(); // made in code: one added to a check that is there is a new row
        builder.HasOne<PortfolioMaterial>().WithMany().HasForeignKey(s => s.SourceMaterialId);
    }
}

internal sealed class OriginalityPassageMapping : IEntityTypeConfiguration<OriginalityPassage>
{
    public void Configure(EntityTypeBuilder<OriginalityPassage> builder)
    {
        builder.ToTable("OriginalityPassages");
        builder.Property(p => p.Id).ValueGeneratedNever(); // made in code: one added to a check that is there is a new row
        builder.Ignore(p => p.IsVerbatim);
        builder.HasOne<PortfolioMaterial>().WithMany().HasForeignKey(p => p.SourceMaterialId);
    }
}

internal sealed class PassageReviewMapping : IEntityTypeConfiguration<PassageReview>
{
    public void Configure(EntityTypeBuilder<PassageReview> builder)
    {
        builder.ToTable("PassageReviews");
        builder.Property(r => r.Reason).HasMaxLength(PassageReview.ReasonLength);
        builder.HasIndex(r => new { r.MaterialId, r.SourceMaterialId, r.Start });
        builder.HasOne<PortfolioMaterial>().WithMany().HasForeignKey(r => r.MaterialId);
        builder.HasOne<PortfolioMaterial>().WithMany().HasForeignKey(r => r.SourceMaterialId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.By);
    }
}

internal sealed class OriginalityCaseMapping : IEntityTypeConfiguration<OriginalityCase>
{
    public void Configure(EntityTypeBuilder<OriginalityCase> builder)
    {
        builder.ToTable("OriginalityCases");
        builder.Ignore(c => c.AwaitsVerdict);
        builder.Property(c => c.Number).HasMaxLength(20);
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => new { c.VersionId, c.Status });
        builder.HasIndex(c => c.Status);
        builder.Property(c => c.Statement).HasMaxLength(OriginalityCase.WordsLength);
        builder.Property(c => c.VerdictReasons).HasMaxLength(OriginalityCase.WordsLength);
        builder.Property(c => c.Appeal).HasMaxLength(OriginalityCase.WordsLength);
        builder.Property(c => c.OutcomeReasons).HasMaxLength(OriginalityCase.WordsLength);
        builder.HasOne<PortfolioVersion>().WithMany().HasForeignKey(c => c.VersionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.DecidedBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.ClosedBy);
        builder.HasMany(c => c.Grounds).WithOne().HasForeignKey(g => g.CaseId);
    }
}

internal sealed class CaseGroundMapping : IEntityTypeConfiguration<CaseGround>
{
    public void Configure(EntityTypeBuilder<CaseGround> builder)
    {
        builder.ToTable("OriginalityCaseGrounds");
        builder.Property(g => g.Words).HasMaxLength(OriginalityCase.WordsLength);
        builder.HasOne<OriginalityCheck>().WithMany().HasForeignKey(g => g.CheckId);
        builder.HasOne<Person>().WithMany().HasForeignKey(g => g.By);
    }
}

internal sealed class CaseNoticeMapping : IEntityTypeConfiguration<CaseNotice>
{
    public void Configure(EntityTypeBuilder<CaseNotice> builder)
    {
        builder.ToTable("OriginalityCaseNotices");
        builder.HasIndex(n => new { n.CaseId, n.Kind }).IsUnique();
        builder.HasIndex(n => new { n.Status, n.StatusSince });
        builder.HasOne<OriginalityCase>().WithMany().HasForeignKey(n => n.CaseId);
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.RecipientId);
    }
}

internal sealed class OriginalityExclusionMapping : IEntityTypeConfiguration<OriginalityExclusion>
{
    public void Configure(EntityTypeBuilder<OriginalityExclusion> builder)
    {
        builder.ToTable("OriginalityExclusions");
        builder.Property(e => e.Id).ValueGeneratedNever(); // made in code: one added to a check that is there is a new row
        builder.HasOne<PortfolioMaterial>().WithMany().HasForeignKey(e => e.OwnMaterialId);
        builder.HasOne<Handout>().WithMany().HasForeignKey(e => e.HandoutId);
    }
}

internal sealed class HandoutMapping : IEntityTypeConfiguration<Handout>
{
    public void Configure(EntityTypeBuilder<Handout> builder)
    {
        builder.ToTable("Handouts");
        builder.Property(h => h.Sha256).HasMaxLength(64);
        builder.HasOne<Programme>().WithMany().HasForeignKey(h => h.ProgrammeId);
    }
}

internal sealed class ComparisonWithdrawalMapping : IEntityTypeConfiguration<ComparisonWithdrawal>
{
    public void Configure(EntityTypeBuilder<ComparisonWithdrawal> builder)
    {
        builder.ToTable("ComparisonWithdrawals");
        builder.HasIndex(w => w.MaterialId).IsUnique();
        builder.HasOne<PortfolioMaterial>().WithMany().HasForeignKey(w => w.MaterialId);
    }
}

internal sealed class HandoutTextMapping : IEntityTypeConfiguration<HandoutText>
{
    public void Configure(EntityTypeBuilder<HandoutText> builder)
    {
        builder.ToTable("HandoutTexts");
        builder.HasKey(t => t.HandoutId);
        builder.Property(t => t.Text).HasMaxLength(-1);
        builder.HasOne<Handout>().WithOne().HasForeignKey<HandoutText>(t => t.HandoutId);
    }
}

internal sealed class IndexedDocumentMapping : IEntityTypeConfiguration<IndexedDocument>
{
    public void Configure(EntityTypeBuilder<IndexedDocument> builder)
    {
        IndexMapping.Map(builder);
        builder.HasOne<PortfolioMaterial>().WithOne().HasForeignKey<IndexedDocument>(d => d.DocumentId);
    }
}

internal sealed class IndexSegmentMapping : IEntityTypeConfiguration<IndexSegment>
{
    public void Configure(EntityTypeBuilder<IndexSegment> builder) => IndexMapping.Map(builder);
}

internal sealed class IndexBlockMapping : IEntityTypeConfiguration<IndexBlock>
{
    public void Configure(EntityTypeBuilder<IndexBlock> builder) => IndexMapping.Map(builder);
}
