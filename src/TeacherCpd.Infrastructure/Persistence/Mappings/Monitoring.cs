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
        builder.Property(c => c.Wish).HasMaxLength(MatrixEntry.WishLength);
        builder.HasIndex(c => new { c.EnrolmentId, c.Kind, c.DueOn }).IsUnique();

        // the morning asks for those that are overdue, of all branches
        builder.HasIndex(c => new { c.DoneAt, c.DueOn });
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
        builder.HasIndex(r => new { r.ContactId, r.RecipientId, r.Kind, r.DueOn }).IsUnique();
        builder.HasIndex(r => new { r.Status, r.DueOn });
        builder.HasIndex(r => new { r.RecipientId, r.DueOn });
        builder.HasOne<SupportContact>().WithMany().HasForeignKey(r => r.ContactId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.RecipientId);
    }
}

internal sealed class MatrixEntryMapping : IEntityTypeConfiguration<MatrixEntry>
{
    public void Configure(EntityTypeBuilder<MatrixEntry> builder)
    {
        builder.ToTable("MatrixEntries");
        builder.Property(e => e.Wish).HasMaxLength(MatrixEntry.WishLength);
        builder.HasIndex(e => new { e.EnrolmentId, e.Kind, e.Month }).IsUnique();
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(e => e.EnrolmentId);
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.TrainerId);
    }
}

internal sealed class ContactChangeMapping : IEntityTypeConfiguration<ContactChange>
{
    public void Configure(EntityTypeBuilder<ContactChange> builder)
    {
        builder.ToTable("ContactChanges");
        builder.Property(c => c.Reason).HasMaxLength(ContactChange.ReasonLength);
        builder.HasIndex(c => new { c.ContactId, c.At });
        builder.HasOne<SupportContact>().WithMany().HasForeignKey(c => c.ContactId);
    }
}

internal sealed class ClassResultsMapping : IEntityTypeConfiguration<ClassResults>
{
    public void Configure(EntityTypeBuilder<ClassResults> builder)
    {
        builder.ToTable("ClassResults");
        builder.Property(r => r.Class).HasMaxLength(ClassResults.ClassLength);
        builder.Property(r => r.Subject).HasMaxLength(ClassResults.SubjectLength);
        builder.ComplexProperty(r => r.Figures, Learners.Map);
        builder.HasIndex(r => r.ContactId);
        builder.HasOne<SupportContact>().WithMany().HasForeignKey(r => r.ContactId);
    }
}

/// <summary>The columns of figures of learners.</summary>
internal static class Learners
{
    public static void Map(ComplexPropertyBuilder<LearnerFigures> figures)
    {
        figures.Ignore(f => f.QualityBefore);
        figures.Ignore(f => f.QualityAfter);
        figures.Ignore(f => f.ShowEffect);
        figures.Ignore(f => f.ArePossible);
    }
}

internal sealed class MailChoiceMapping : IEntityTypeConfiguration<MailChoice>
{
    public void Configure(EntityTypeBuilder<MailChoice> builder)
    {
        builder.ToTable("MailChoices");
        builder.HasIndex(c => c.PersonId).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
    }
}

internal sealed class SupportEventMapping : IEntityTypeConfiguration<SupportEvent>
{
    public void Configure(EntityTypeBuilder<SupportEvent> builder)
    {
        builder.ToTable("SupportEvents");
        builder.Property(e => e.Title).HasMaxLength(SupportEvent.TitleLength);
        builder.Property(e => e.Sign).HasMaxLength(LessonSign.CodeLength);
        builder.Property(e => e.Link).HasMaxLength(SupportEvent.LinkLength);
        builder.Property(e => e.Recording).HasMaxLength(SupportEvent.LinkLength);
        builder.HasIndex(e => new { e.TrainerId, e.HeldOn });
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.TrainerId);
        builder.HasMany(e => e.Participants).WithOne().HasForeignKey(p => p.EventId);
    }
}

internal sealed class SupportEventParticipantMapping : IEntityTypeConfiguration<SupportEventParticipant>
{
    public void Configure(EntityTypeBuilder<SupportEventParticipant> builder)
    {
        builder.ToTable("SupportEventParticipants");
        builder.HasIndex(p => p.ContactId).IsUnique();
        builder.HasOne<SupportContact>().WithMany().HasForeignKey(p => p.ContactId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
    }
}

internal sealed class SupportLessonMapping : IEntityTypeConfiguration<SupportLesson>
{
    public void Configure(EntityTypeBuilder<SupportLesson> builder)
    {
        builder.ToTable("SupportLessons");
        builder.Ignore(l => l.Notes);
        builder.Property(l => l.Subject).HasMaxLength(SupportLesson.NameLength);
        builder.Property(l => l.Class).HasMaxLength(SupportLesson.NameLength);
        builder.Property(l => l.Topic).HasMaxLength(SupportLesson.NameLength);
        builder.Property(l => l.NextSteps).HasMaxLength(SupportLesson.WordsLength);
        builder.Property(l => l.Answer).HasMaxLength(SupportLesson.WordsLength);
        builder.HasIndex(l => l.ContactId).IsUnique();
        builder.HasIndex(l => new { l.LessonOn, l.Status });
        builder.HasIndex(l => new { l.PersonId, l.Status });
        builder.HasOne<SupportContact>().WithMany().HasForeignKey(l => l.ContactId);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.ObserverId);
        builder.HasMany(l => l.Marks).WithOne().HasForeignKey(m => m.ObservationId);
        builder.HasMany(l => l.Signs).WithOne().HasForeignKey(s => s.ObservationId);
    }
}

internal sealed class LessonParameterMarkMapping : IEntityTypeConfiguration<LessonParameterMark>
{
    public void Configure(EntityTypeBuilder<LessonParameterMark> builder)
    {
        builder.ToTable("LessonParameterMarks");
        builder.Property(m => m.Feedback).HasMaxLength(SupportLesson.WordsLength);
        builder.HasIndex(m => new { m.ObservationId, m.Parameter }).IsUnique();
    }
}

internal sealed class ObservedSignMapping : IEntityTypeConfiguration<ObservedSign>
{
    public void Configure(EntityTypeBuilder<ObservedSign> builder)
    {
        builder.ToTable("ObservedSigns");
        builder.Property(s => s.Code).HasMaxLength(LessonSign.CodeLength);
        builder.HasIndex(s => new { s.ObservationId, s.Code }).IsUnique();
    }
}
