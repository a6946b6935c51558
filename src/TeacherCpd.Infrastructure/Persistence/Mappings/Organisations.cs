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

internal sealed class OrganisationAliasMapping : IEntityTypeConfiguration<OrganisationAlias>
{
    public void Configure(EntityTypeBuilder<OrganisationAlias> builder)
    {
        builder.ToTable("OrganisationAliases");
        builder.Property(a => a.Text).HasMaxLength(Organisation.NameMaxLength);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId);
    }
}

internal sealed class ProviderMapping : IEntityTypeConfiguration<Provider>
{
    public void Configure(EntityTypeBuilder<Provider> builder)
    {
        builder.ToTable("Providers");
        builder.HasIndex(p => p.OrganisationId).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId);
        builder.HasMany(p => p.Reviews).WithOne().HasForeignKey(r => r.ProviderId);
        builder.HasMany(p => p.Accreditations).WithOne().HasForeignKey(a => a.ProviderId);
    }
}

internal sealed class QualityReviewMapping : IEntityTypeConfiguration<QualityReview>
{
    public void Configure(EntityTypeBuilder<QualityReview> builder) => builder.ToTable("QualityReviews");
}

internal sealed class ProviderAccreditationMapping : IEntityTypeConfiguration<ProviderAccreditation>
{
    public void Configure(EntityTypeBuilder<ProviderAccreditation> builder) => builder.ToTable("ProviderAccreditations");
}

internal sealed class BranchRegionMapping : IEntityTypeConfiguration<BranchRegion>
{
    public void Configure(EntityTypeBuilder<BranchRegion> builder)
    {
        builder.ToTable("BranchRegions");
        builder.HasIndex(b => new { b.BranchId, b.RegionId }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(b => b.BranchId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(b => b.RegionId);
    }
}
