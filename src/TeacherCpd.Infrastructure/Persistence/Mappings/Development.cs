using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class DevelopmentActivityMapping : IEntityTypeConfiguration<DevelopmentActivity>
{
    public void Configure(EntityTypeBuilder<DevelopmentActivity> builder)
    {
        builder.ToTable("DevelopmentActivities");
        builder.Ignore(a => a.Evidence);
        builder.Property(a => a.Title).HasMaxLength(ActivityFacts.TitleMaxLength);
        builder.Property(a => a.Organiser).HasMaxLength(ActivityFacts.TitleMaxLength);
        builder.Property(a => a.Link).HasMaxLength(Evidence.LinkMaxLength);
        builder.Property(a => a.DocumentNumber).HasMaxLength(Evidence.NumberMaxLength);
        builder.Property(a => a.FileName).HasMaxLength(200);
        builder.Property(a => a.FileContentType).HasMaxLength(100);
        builder.Property(a => a.FileSha256).HasMaxLength(64);
        builder.Property(a => a.Outcome).HasMaxLength(Pair.OutcomeMaxLength);
        builder.Property(a => a.ReturnReason).HasMaxLength(DevelopmentActivity.ReasonMaxLength);
        builder.HasIndex(a => new { a.PersonId, a.Status, a.To });
        builder.HasIndex(a => new { a.Status, a.StatusSince });
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.OtherId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.DecidedBy);
    }
}

internal sealed class TrainingStateMapping : IEntityTypeConfiguration<TrainingState>
{
    public void Configure(EntityTypeBuilder<TrainingState> builder)
    {
        builder.ToTable("TrainingStates");
        builder.HasKey(s => s.PersonId);
        builder.Property(s => s.PersonId).ValueGeneratedNever();

        // the list of a school, and the counts of a district and of a region: each answered from its index alone
        builder.HasIndex(s => new { s.OrganisationId, s.DueOn });
        builder.HasIndex(s => new { s.DistrictId, s.OrganisationId, s.DueOn, s.SatisfiedOn });
        builder.HasIndex(s => new { s.RegionId, s.DistrictId, s.DueOn, s.SatisfiedOn });
        builder.HasOne<Person>().WithOne().HasForeignKey<TrainingState>(s => s.PersonId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.DistrictId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.RegionId);
    }
}

internal sealed class TrainingTallyMapping : IEntityTypeConfiguration<TrainingTally>
{
    public void Configure(EntityTypeBuilder<TrainingTally> builder)
    {
        builder.ToTable("TrainingTallies");
        builder.HasKey(t => t.OrganisationId);
        builder.Property(t => t.OrganisationId).ValueGeneratedNever();
        builder.HasOne<Organisation>().WithOne().HasForeignKey<TrainingTally>(t => t.OrganisationId);
    }
}
