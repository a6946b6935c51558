using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class SupportContactMapping : IEntityTypeConfiguration<SupportContact>
{
    public void Configure(EntityTypeBuilder<SupportContact> builder)
    {
        builder.ToTable("SupportContacts");
        builder.Property(c => c.Outcome).HasMaxLength(2000);
        builder.HasIndex(c => new { c.EnrolmentId, c.Kind, c.DueOn }).IsUnique();
        builder.HasIndex(c => new { c.TrainerId, c.DueOn });
        builder.HasIndex(c => new { c.PersonId, c.DueOn });
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(c => c.EnrolmentId);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.TrainerId);
    }
}

internal sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("Reminders");
        builder.HasIndex(r => new { r.ContactId, r.RecipientId, r.Kind }).IsUnique();
        builder.HasIndex(r => new { r.Status, r.DueOn });
        builder.HasOne<SupportContact>().WithMany().HasForeignKey(r => r.ContactId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.RecipientId);
    }
}
