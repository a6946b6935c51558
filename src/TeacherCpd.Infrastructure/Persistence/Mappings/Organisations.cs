using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Organisations");
        builder.Property(o => o.Code).HasMaxLength(20);
        builder.Property(o => o.Path).HasMaxLength(200);
        builder.HasIndex(o => o.Path).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.ParentId);
    }
}
