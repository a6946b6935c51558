using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Reports;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class StatedTableMapping : IEntityTypeConfiguration<StatedTable>
{
    public void Configure(EntityTypeBuilder<StatedTable> builder)
    {
        builder.ToTable("StatedTables");
        builder.Property(t => t.FileName).HasMaxLength(StatedTable.FileNameMaxLength);
        builder.Property(t => t.Sha256).HasMaxLength(StatedTable.HashLength);
        builder.HasIndex(t => new { t.OrganisationId, t.Sha256 });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(t => t.OrganisationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.KeptById);
    }
}
