using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Organisations");
        builder.Property(o => o.Code).HasMaxLength(Organisation.CodeMaxLength);
        builder.Property(o => o.Path).HasMaxLength(Organisation.PathMaxLength);
        builder.HasIndex(o => o.Path).IsUnique();
        builder.Property(o => o.SortKey).HasMaxLength(SortKey.MaxLength);
        builder.Property(o => o.SearchKey).HasMaxLength(4000);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.ParentId);
    }
}
