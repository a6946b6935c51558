using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class StudyGroupMapping : IEntityTypeConfiguration<StudyGroup>
{
    public void Configure(EntityTypeBuilder<StudyGroup> builder)
    {
        builder.ToTable("Groups");
        builder.Property(g => g.Code).HasMaxLength(40);
        builder.HasIndex(g => g.Code).IsUnique();
        builder.HasIndex(g => new { g.Status, g.StartsOn });
        builder.HasOne<ProgrammeVersion>().WithMany().HasForeignKey(g => g.ProgrammeVersionId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(g => g.BranchId);
        builder.HasOne<Person>().WithMany().HasForeignKey(g => g.TrainerId);
    }
}

internal sealed class EnrolmentMapping : IEntityTypeConfiguration<Enrolment>
{
    public void Configure(EntityTypeBuilder<Enrolment> builder)
    {
        builder.ToTable("Enrolments");
        builder.Property(e => e.ListenerCode).HasMaxLength(20);
        builder.HasIndex(e => e.ListenerCode).IsUnique();
        builder.HasIndex(e => new { e.GroupId, e.PersonId }).IsUnique();
        builder.Property(e => e.DeclineReason).HasMaxLength(1000);
        builder.HasOne<StudyGroup>().WithMany().HasForeignKey(e => e.GroupId);
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId);
    }
}
