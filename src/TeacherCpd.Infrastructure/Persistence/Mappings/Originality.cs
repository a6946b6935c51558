using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class OriginalityCheckMapping : IEntityTypeConfiguration<OriginalityCheck>
{
    public void Configure(EntityTypeBuilder<OriginalityCheck> builder)
    {
        builder.ToTable("OriginalityChecks");
        builder.HasIndex(c => new { c.VersionId, c.Stage }).IsUnique();
        builder.HasIndex(c => new { c.Status, c.QueuedAt });
        builder.HasOne<PortfolioVersion>().WithMany().HasForeignKey(c => c.VersionId);
        builder.HasMany(c => c.Sources).WithOne().HasForeignKey(s => s.CheckId);
        builder.HasMany(c => c.Passages).WithOne().HasForeignKey(p => p.CheckId);
    }
}

internal sealed class OriginalitySourceMapping : IEntityTypeConfiguration<OriginalitySource>
{
    public void Configure(EntityTypeBuilder<OriginalitySource> builder)
    {
        builder.ToTable("OriginalitySources");
        builder.Property(s => s.Id).ValueGeneratedNever(); // made in code: one added to a check that is there is a new row
        builder.HasOne<PortfolioVersion>().WithMany().HasForeignKey(s => s.SourceVersionId);
    }
}

internal sealed class OriginalityPassageMapping : IEntityTypeConfiguration<OriginalityPassage>
{
    public void Configure(EntityTypeBuilder<OriginalityPassage> builder)
    {
        builder.ToTable("OriginalityPassages");
        builder.Property(p => p.Id).ValueGeneratedNever(); // made in code: one added to a check that is there is a new row
        builder.HasOne<PortfolioVersion>().WithMany().HasForeignKey(p => p.SourceVersionId);
    }
}

internal sealed class OriginalityFingerprintMapping : IEntityTypeConfiguration<OriginalityFingerprint>
{
    public void Configure(EntityTypeBuilder<OriginalityFingerprint> builder)
    {
        builder.ToTable("OriginalityFingerprints");
        builder.HasKey(f => new { f.Hash, f.VersionId });
        builder.HasOne<PortfolioVersion>().WithMany().HasForeignKey(f => f.VersionId);
    }
}
