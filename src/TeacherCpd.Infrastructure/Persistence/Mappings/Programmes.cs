using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class ProgrammeMapping : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("Programmes");
        builder.Property(p => p.Code).HasMaxLength(Programme.CodeMaxLength);
        builder.Property(p => p.Aliases).HasMaxLength(4000);
        builder.Property(p => p.Audiences).HasMaxLength(AppDbContext.NameLength);
        builder.HasIndex(p => p.Code).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.CentreId);
        builder.HasMany(p => p.Versions).WithOne().HasForeignKey(v => v.ProgrammeId);
        builder.HasMany(p => p.Accreditations).WithOne().HasForeignKey(a => a.ProgrammeId);
    }
}

internal sealed class ProgrammeVersionMapping : IEntityTypeConfiguration<ProgrammeVersion>
{
    public void Configure(EntityTypeBuilder<ProgrammeVersion> builder)
    {
        builder.ToTable("ProgrammeVersions");
        builder.Ignore(v => v.Content);
        builder.HasIndex(v => new { v.ProgrammeId, v.Number }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(v => v.AssessingBodyId);
        builder.Property(v => v.ChangeReason).HasMaxLength(ProgrammeVersion.TextMaxLength);
        builder.Property(v => v.StudySummary).HasMaxLength(ProgrammeVersion.TextMaxLength);
        builder.Property(v => v.WithdrawalReason).HasMaxLength(ProgrammeVersion.TextMaxLength);

        // a draft is written anew as a whole: rows that are no longer in it are deleted
        builder.HasMany(v => v.Phases).WithOne().HasForeignKey(p => p.VersionId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(v => v.Modules).WithOne().HasForeignKey(m => m.VersionId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(v => v.Support).WithOne().HasForeignKey(c => c.VersionId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(v => v.Corrections).WithOne().HasForeignKey(c => c.VersionId);
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

internal sealed class ProgrammeModuleMapping : IEntityTypeConfiguration<ProgrammeModule>
{
    public void Configure(EntityTypeBuilder<ProgrammeModule> builder)
    {
        builder.ToTable("ProgrammeModules");
        builder.Property(m => m.Activities).HasMaxLength(AppDbContext.NameLength);
        builder.HasIndex(m => new { m.VersionId, m.Order }).IsUnique();
    }
}

internal sealed class ProgrammeContactMapping : IEntityTypeConfiguration<ProgrammeContact>
{
    public void Configure(EntityTypeBuilder<ProgrammeContact> builder)
    {
        builder.ToTable("ProgrammeContacts");
        builder.HasIndex(c => new { c.VersionId, c.Kind, c.Month }).IsUnique();
    }
}

internal sealed class ProgrammeCorrectionMapping : IEntityTypeConfiguration<ProgrammeCorrection>
{
    public void Configure(EntityTypeBuilder<ProgrammeCorrection> builder)
    {
        builder.ToTable("ProgrammeCorrections");
        builder.Property(c => c.Text).HasMaxLength(ProgrammeVersion.TextMaxLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
    }
}

internal sealed class ProgrammeAccreditationMapping : IEntityTypeConfiguration<ProgrammeAccreditation>
{
    public void Configure(EntityTypeBuilder<ProgrammeAccreditation> builder) => builder.ToTable("ProgrammeAccreditations");
}

internal sealed class ApprovalDocumentMapping : IEntityTypeConfiguration<ApprovalDocument>
{
    public void Configure(EntityTypeBuilder<ApprovalDocument> builder)
    {
        builder.ToTable("ApprovalDocuments");
        builder.Property(d => d.Number).HasMaxLength(ApprovalDocument.NumberMaxLength);
        builder.HasIndex(d => new { d.Kind, d.Number, d.Date }).IsUnique();
    }
}
