using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Audit;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class AuditProcessMapping : IEntityTypeConfiguration<AuditProcess>
{
    public void Configure(EntityTypeBuilder<AuditProcess> builder)
    {
        builder.ToTable("AuditProcesses");
        builder.HasIndex(p => p.Sequence).IsUnique();

        // what is looked for in a table that only grows, each the newest first
        builder.HasIndex(p => new { p.ActorId, p.Sequence });
        builder.HasIndex(p => new { p.Name, p.Sequence });
        builder.HasIndex(p => p.At);
        builder.Property(p => p.Name).HasMaxLength(100);
        builder.Property(p => p.Hash).HasMaxLength(64);
        builder.Property(p => p.PreviousHash).HasMaxLength(64);
        builder.HasMany(p => p.Events).WithOne().HasForeignKey(e => e.ProcessId);
    }
}

internal sealed class AuditEventMapping : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        builder.ToTable("AuditEvents");
        builder.Property(e => e.Record).HasMaxLength(60);
        builder.Property(e => e.RecordId).HasMaxLength(40);
        builder.Property(e => e.Values).HasMaxLength(-1);
        builder.HasIndex(e => new { e.Record, e.RecordId });
    }
}

internal sealed class AuditHeadMapping : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("AuditHeads");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Hash).HasMaxLength(64);
        builder.HasData(new AuditHead());
    }
}

internal sealed class NumberSeriesMapping : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.ToTable("NumberSeries");
        builder.HasKey(s => s.Key);
        builder.Property(s => s.Key).HasMaxLength(60);
    }
}

internal sealed class ScheduleRunMapping : IEntityTypeConfiguration<ScheduleRun>
{
    public void Configure(EntityTypeBuilder<ScheduleRun> builder)
    {
        builder.ToTable("ScheduleRuns");
        builder.HasKey(r => r.Name);
        builder.Property(r => r.Name).HasMaxLength(ScheduleRun.NameLength);
    }
}
