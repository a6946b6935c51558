using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class ProgrammeMapping : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("Programmes");
        builder.Property(p => p.Code).HasMaxLength(20);
        builder.HasIndex(p => p.Code).IsUnique();
        builder.HasMany(p => p.Versions).WithOne().HasForeignKey(v => v.ProgrammeId);
    }
}

internal sealed class ProgrammeVersionMapping : IEntityTypeConfiguration<ProgrammeVersion>
{
    public void Configure(EntityTypeBuilder<ProgrammeVersion> builder)
    {
        builder.ToTable("ProgrammeVersions");
        builder.HasIndex(v => new { v.ProgrammeId, v.Number }).IsUnique();
        builder.HasOne<Rubric>().WithMany().HasForeignKey(v => v.RubricId);
        builder.HasMany(v => v.Phases).WithOne().HasForeignKey(p => p.VersionId);
        builder.HasMany(v => v.Approvals).WithMany().UsingEntity(
            "ProgrammeVersionApprovals",
            right => right.HasOne(typeof(ApprovalDocument)).WithMany().HasForeignKey("ApprovalId"),
            left => left.HasOne(typeof(ProgrammeVersion)).WithMany().HasForeignKey("VersionId"));
    }
}

internal sealed class ProgrammePhaseMapping : IEntityTypeConfiguration<ProgrammePhase>
{
    public void Configure(EntityTypeBuilder<ProgrammePhase> builder)
    {
        builder.ToTable("ProgrammePhases");
        builder.HasIndex(p => new { p.VersionId, p.Order }).IsUnique();
    }
}

internal sealed class ApprovalDocumentMapping : IEntityTypeConfiguration<ApprovalDocument>
{
    public void Configure(EntityTypeBuilder<ApprovalDocument> builder)
    {
        builder.ToTable("ApprovalDocuments");
        builder.Property(d => d.Number).HasMaxLength(60);
        builder.HasIndex(d => new { d.Kind, d.Number, d.Date }).IsUnique();
    }
}
