using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Groups.Lists;
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

        // what is counted of a year begins with its groups, and not with everybody who ever took part
        builder.HasIndex(g => g.StartsOn);
        builder.HasOne<ProgrammeVersion>().WithMany().HasForeignKey(g => g.ProgrammeVersionId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(g => g.BranchId);
        builder.HasOne<Person>().WithMany().HasForeignKey(g => g.TrainerId);
        builder.Property(g => g.Venue).HasMaxLength(200);
        builder.Property(g => g.MeetingLink).HasMaxLength(500);
        builder.Property(g => g.CancelReason).HasMaxLength(1000);
        builder.Ignore(g => g.Plan);
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
        builder.Property(e => e.LeaveReason).HasMaxLength(1000);

        // places and quotas are counted without reading the rows
        builder.HasIndex(e => new { e.GroupId, e.Status, e.RegionId });
        builder.HasIndex(e => new { e.SchoolId, e.Status });
        builder.HasOne<StudyGroup>().WithMany().HasForeignKey(e => e.GroupId);
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.SchoolId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.RegionId);
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(e => e.TransferredFromId);
        builder.HasMany(e => e.Decisions).WithOne().HasForeignKey(d => d.EnrolmentId);
    }
}

internal sealed class EnrolmentDecisionMapping : IEntityTypeConfiguration<EnrolmentDecision>
{
    public void Configure(EntityTypeBuilder<EnrolmentDecision> builder)
    {
        builder.ToTable("EnrolmentDecisions");
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
    }
}

internal sealed class EnrolmentNoticeMapping : IEntityTypeConfiguration<EnrolmentNotice>
{
    public void Configure(EntityTypeBuilder<EnrolmentNotice> builder)
    {
        builder.ToTable("EnrolmentNotices");
        builder.HasIndex(n => new { n.EnrolmentId, n.WrittenAt });
        builder.HasIndex(n => new { n.Status, n.WrittenAt });
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(n => n.EnrolmentId);
    }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("Sessions");
        builder.Ignore(s => s.Plan);
        builder.Property(s => s.Room).HasMaxLength(100);
        builder.Property(s => s.RoomKey).HasMaxLength(200);
        builder.Property(s => s.Link).HasMaxLength(Session.AddressLength);
        builder.Property(s => s.Recording).HasMaxLength(Session.AddressLength);
        builder.HasIndex(s => s.Begins);
        builder.HasIndex(s => new { s.GroupId, s.Begins });
        builder.HasIndex(s => new { s.TrainerId, s.Begins });
        builder.HasIndex(s => new { s.RoomKey, s.Begins });
        builder.HasOne<StudyGroup>().WithMany().HasForeignKey(s => s.GroupId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.TrainerId);
    }
}

internal sealed class AttendanceMarkMapping : IEntityTypeConfiguration<AttendanceMark>
{
    public void Configure(EntityTypeBuilder<AttendanceMark> builder)
    {
        builder.ToTable("AttendanceMarks");
        builder.HasIndex(m => new { m.SessionId, m.EnrolmentId }).IsUnique();
        builder.HasIndex(m => new { m.EnrolmentId, m.Presence });
        builder.HasOne<Session>().WithMany().HasForeignKey(m => m.SessionId);
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(m => m.EnrolmentId);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.MarkedById);
    }
}

internal sealed class AttendanceWindowMapping : IEntityTypeConfiguration<AttendanceWindow>
{
    public void Configure(EntityTypeBuilder<AttendanceWindow> builder)
    {
        builder.ToTable("AttendanceWindows");
        builder.Property(w => w.Secret).HasMaxLength(32);
        builder.HasIndex(w => new { w.SessionId, w.ClosesAt });
        builder.HasOne<Session>().WithMany().HasForeignKey(w => w.SessionId);
    }
}

internal sealed class QuotaMapping : IEntityTypeConfiguration<Quota>
{
    public void Configure(EntityTypeBuilder<Quota> builder)
    {
        builder.ToTable("Quotas");
        builder.HasIndex(q => new { q.Year, q.ProgrammeId, q.RegionId, q.Language, q.Funding }).IsUnique();
        builder.HasOne<Programme>().WithMany().HasForeignKey(q => q.ProgrammeId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(q => q.RegionId);
        builder.HasMany(q => q.Shortfalls).WithOne().HasForeignKey(s => s.QuotaId);
    }
}

internal sealed class QuotaShortfallMapping : IEntityTypeConfiguration<QuotaShortfall>
{
    public void Configure(EntityTypeBuilder<QuotaShortfall> builder)
    {
        builder.ToTable("QuotaShortfalls");
        builder.Property(s => s.Note).HasMaxLength(1000);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
    }
}

internal sealed class QuotaTransferMapping : IEntityTypeConfiguration<QuotaTransfer>
{
    public void Configure(EntityTypeBuilder<QuotaTransfer> builder)
    {
        builder.ToTable("QuotaTransfers");
        builder.Property(t => t.Reason).HasMaxLength(1000);
        builder.HasOne<Quota>().WithMany().HasForeignKey(t => t.FromQuotaId);
        builder.HasOne<Quota>().WithMany().HasForeignKey(t => t.ToQuotaId);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId);
    }
}

internal sealed class CalendarFeedMapping : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("CalendarFeeds");
        builder.Property(f => f.TokenHash).HasMaxLength(64);
        builder.HasIndex(f => f.PersonId).IsUnique();
        builder.HasIndex(f => f.TokenHash).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId);
    }
}

internal sealed class EnrolmentListMapping : IEntityTypeConfiguration<EnrolmentList>
{
    public void Configure(EntityTypeBuilder<EnrolmentList> builder)
    {
        builder.ToTable("EnrolmentLists");
        builder.Ignore(l => l.Outcome);
        builder.Property(l => l.FileName).HasMaxLength(200);
        builder.HasIndex(l => new { l.GroupId, l.OwnerId, l.Status });
        builder.HasIndex(l => new { l.Status, l.CreatedAt });
        builder.HasOne<StudyGroup>().WithMany().HasForeignKey(l => l.GroupId);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.OwnerId);
    }
}

internal sealed class EnrolmentListRowsMapping : IEntityTypeConfiguration<EnrolmentListRows>
{
    public void Configure(EntityTypeBuilder<EnrolmentListRows> builder)
    {
        builder.ToTable("EnrolmentListRows");
        builder.HasKey(r => r.ListId);
        builder.Property(r => r.Json).HasMaxLength(-1);
        builder.HasOne<EnrolmentList>().WithOne().HasForeignKey<EnrolmentListRows>(r => r.ListId);
    }
}
