using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class RegisterImportMapping : IEntityTypeConfiguration<RegisterImport>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<RegisterImport> builder)
    {
        builder.ToTable("RegisterImports");
        builder.Property(i => i.FileName).HasMaxLength(RegisterImport.FileNameMaxLength);
        builder.Property(i => i.Sha256).HasMaxLength(HashLength);
        builder.Property(i => i.Confirmed).HasMaxLength(200);
        builder.HasIndex(i => new { i.PlaceId, i.Sha256 });
        builder.HasIndex(i => new { i.Status, i.MovedAt });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(i => i.PlaceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.OwnerId);
    }
}

internal sealed class RegisterPortionMapping : IEntityTypeConfiguration<RegisterPortion>
{
    public void Configure(EntityTypeBuilder<RegisterPortion> builder)
    {
        builder.ToTable("RegisterPortions");
        builder.Property(p => p.Counts).HasMaxLength(1000);
        builder.HasIndex(p => new { p.ImportId, p.Number }).IsUnique();
        builder.HasOne<RegisterImport>().WithMany().HasForeignKey(p => p.ImportId);
    }
}

internal sealed class RegisterExportMapping : IEntityTypeConfiguration<RegisterExport>
{
    public void Configure(EntityTypeBuilder<RegisterExport> builder)
    {
        builder.ToTable("RegisterExports");
        builder.HasIndex(e => new { e.PlaceId, e.AskedAt });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.PlaceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.OwnerId);
        builder.HasOne<RegisterExport>().WithMany().HasForeignKey(e => e.AfterId);
    }
}

internal sealed class RegisterExportPortionMapping : IEntityTypeConfiguration<RegisterExportPortion>
{
    public void Configure(EntityTypeBuilder<RegisterExportPortion> builder)
    {
        builder.ToTable("RegisterExportPortions");
        builder.HasIndex(p => new { p.ExportId, p.Number }).IsUnique();
        builder.HasOne<RegisterExport>().WithMany().HasForeignKey(p => p.ExportId);
    }
}
