using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class PortfolioMapping : IEntityTypeConfiguration<Portfolio>
{
    public void Configure(EntityTypeBuilder<Portfolio> builder)
    {
        builder.ToTable("Portfolios");
        builder.HasIndex(p => p.EnrolmentId).IsUnique();
        builder.HasIndex(p => new { p.Status, p.StatusSince });
        builder.HasOne<Enrolment>().WithOne().HasForeignKey<Portfolio>(p => p.EnrolmentId);
        builder.HasMany(p => p.Materials).WithOne().HasForeignKey(m => m.PortfolioId);
        builder.HasMany(p => p.Versions).WithOne().HasForeignKey(v => v.PortfolioId);
    }
}

internal sealed class PortfolioMaterialMapping : IEntityTypeConfiguration<PortfolioMaterial>
{
    public void Configure(EntityTypeBuilder<PortfolioMaterial> builder)
    {
        builder.ToTable("PortfolioMaterials");
        builder.Property(m => m.Id).ValueGeneratedNever(); // made in code: one added to a portfolio that is there is a new row
        builder.Ignore(m => m.Place);
        builder.HasIndex(m => new { m.PortfolioId, m.Kind, m.Part, m.Number }).IsUnique();
        builder.Property(m => m.FileName).HasMaxLength(200);
        builder.Property(m => m.ContentType).HasMaxLength(100);
        builder.Property(m => m.Sha256).HasMaxLength(64);
    }
}

internal sealed class PortfolioVersionMapping : IEntityTypeConfiguration<PortfolioVersion>
{
    public void Configure(EntityTypeBuilder<PortfolioVersion> builder)
    {
        builder.ToTable("PortfolioVersions");
        builder.Property(v => v.Id).ValueGeneratedNever(); // made in code: one added to a portfolio that is there is a new row
        builder.HasIndex(v => new { v.PortfolioId, v.Number }).IsUnique();
        builder.HasMany(v => v.Materials).WithMany().UsingEntity(
            "PortfolioVersionMaterials",
            right => right.HasOne(typeof(PortfolioMaterial)).WithMany().HasForeignKey("MaterialId"),
            left => left.HasOne(typeof(PortfolioVersion)).WithMany().HasForeignKey("VersionId"));
    }
}

internal sealed class UploadMapping : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.ToTable("Uploads");
        builder.HasIndex(u => u.PersonId);
        builder.HasIndex(u => u.EnrolmentId);
        builder.HasIndex(u => u.ExpiresAt);
        builder.Property(u => u.FileName).HasMaxLength(200);
        builder.Property(u => u.Sha256).HasMaxLength(64);
        builder.HasOne<Person>().WithMany().HasForeignKey(u => u.PersonId);
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(u => u.EnrolmentId);
    }
}

internal sealed class PortfolioExportMapping : IEntityTypeConfiguration<PortfolioExport>
{
    public void Configure(EntityTypeBuilder<PortfolioExport> builder)
    {
        builder.ToTable("PortfolioExports");
        builder.HasIndex(e => new { e.PersonId, e.AskedAt });
        builder.HasIndex(e => e.Status);
        builder.Ignore(e => e.Filter);
        builder.Ignore(e => e.IsOpen);
        builder.Ignore(e => e.After);
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId);
        builder.HasMany(e => e.Parts).WithOne().HasForeignKey(p => p.ExportId).OnDelete(DeleteBehavior.ClientCascade);
    }
}

internal sealed class ExportPartMapping : IEntityTypeConfiguration<ExportPart>
{
    public void Configure(EntityTypeBuilder<ExportPart> builder)
    {
        builder.ToTable("ExportParts");
        builder.Property(p => p.Id).ValueGeneratedNever(); // made in code: one added to an export that is there is a new row
        builder.HasIndex(p => new { p.ExportId, p.Number }).IsUnique();
        builder.Property(p => p.Sha256).HasMaxLength(64);
        builder.Property(p => p.LastCode).HasMaxLength(20);
    }
}

internal sealed class PortfolioTextMapping : IEntityTypeConfiguration<PortfolioText>
{
    public void Configure(EntityTypeBuilder<PortfolioText> builder)
    {
        builder.ToTable("PortfolioTexts");
        builder.HasKey(t => t.MaterialId);
        builder.Property(t => t.Text).HasMaxLength(-1);
        builder.HasOne<PortfolioMaterial>().WithOne().HasForeignKey<PortfolioText>(t => t.MaterialId);
    }
}
