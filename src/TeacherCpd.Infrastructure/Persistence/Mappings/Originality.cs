using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
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
        builder.HasOne<PortfolioVersion>().WithMany().HasForeignKey(c => c.VersionId);
        builder.HasOne<PortfolioMaterial>().WithMany().HasForeignKey(c => c.MaterialId);
        builder.HasMany(c => c.Sources).WithOne().HasForeignKey(s => s.CheckId);
        builder.HasMany(c => c.Passages).WithOne().HasForeignKey(p => p.CheckId);
        builder.HasMany(c => c.Exclusions).WithOne().HasForeignKey(e => e.CheckId);
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
        builder.HasOne<PortfolioMaterial>().WithMany().HasForeignKey(p => p.SourceMaterialId);
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
