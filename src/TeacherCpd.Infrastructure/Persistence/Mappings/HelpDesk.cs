using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.HelpDesk;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class TicketMapping : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.ToTable("Tickets");
        builder.Property(t => t.Name).HasMaxLength(Ticket.ContactLength);
        builder.Property(t => t.Contact).HasMaxLength(Ticket.ContactLength);
        builder.HasIndex(t => t.Number).IsUnique();
        builder.HasIndex(t => new { t.Status, t.StatusSince });
        builder.HasIndex(t => t.AskedAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId);
        builder.HasMany(t => t.Entries).WithOne().HasForeignKey(e => e.TicketId);
    }
}

internal sealed class TicketEntryMapping : IEntityTypeConfiguration<TicketEntry>
{
    public void Configure(EntityTypeBuilder<TicketEntry> builder)
    {
        builder.ToTable("TicketEntries");
        builder.Property(e => e.Words).HasMaxLength(Ticket.WordsLength);
        builder.HasIndex(e => new { e.TicketId, e.Number }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId);
    }
}

internal sealed class CannedAnswerMapping : IEntityTypeConfiguration<CannedAnswer>
{
    public void Configure(EntityTypeBuilder<CannedAnswer> builder)
    {
        builder.ToTable("CannedAnswers");
        builder.ComplexProperty(a => a.Title, LibraryVersionMapping.Length(Ticket.ContactLength));
        builder.ComplexProperty(a => a.Text, LibraryVersionMapping.Length(Ticket.WordsLength));
    }
}

internal sealed class TicketNoticeMapping : IEntityTypeConfiguration<TicketNotice>
{
    public void Configure(EntityTypeBuilder<TicketNotice> builder)
    {
        builder.ToTable("TicketNotices");
        builder.HasIndex(n => n.EntryId).IsUnique();
        builder.HasIndex(n => new { n.Status, n.WrittenAt });
        builder.HasOne<Ticket>().WithMany().HasForeignKey(n => n.TicketId);
        builder.HasOne<TicketEntry>().WithMany().HasForeignKey(n => n.EntryId);
    }
}
