using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class NetworkListMapping : IEntityTypeConfiguration<NetworkList>
{
    public void Configure(EntityTypeBuilder<NetworkList> builder)
    {
        builder.ToTable("NetworkLists");
        builder.Ignore(l => l.Year);
        builder.Property(l => l.OrderNumber).HasMaxLength(NetworkList.OrderLength);
        builder.Property(l => l.WithdrawnWhy).HasMaxLength(NetworkList.ReasonLength);
        builder.HasIndex(l => new { l.RegionId, l.YearStart, l.Status });
        builder.HasIndex(l => new { l.YearStart, l.Status });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(l => l.RegionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.MadeById);
        builder.HasOne<NetworkList>().WithMany().HasForeignKey(l => l.ReplacedById);
        builder.HasMany(l => l.Schools).WithOne().HasForeignKey(s => s.ListId).OnDelete(DeleteBehavior.ClientCascade);
    }
}

internal sealed class LeadingSchoolMapping : IEntityTypeConfiguration<LeadingSchool>
{
    public void Configure(EntityTypeBuilder<LeadingSchool> builder)
    {
        builder.ToTable("LeadingSchools");
        builder.HasIndex(s => new { s.ListId, s.SchoolId }).IsUnique();
        builder.HasIndex(s => s.SchoolId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.SchoolId);
        builder.HasMany(s => s.Partners).WithOne().HasForeignKey(p => p.LeadingId).OnDelete(DeleteBehavior.ClientCascade);
    }
}

internal sealed class PartnerSchoolMapping : IEntityTypeConfiguration<PartnerSchool>
{
    public void Configure(EntityTypeBuilder<PartnerSchool> builder)
    {
        builder.ToTable("PartnerSchools");
        builder.HasIndex(p => new { p.LeadingId, p.SchoolId }).IsUnique();
        builder.HasIndex(p => p.SchoolId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.SchoolId);
    }
}

internal sealed class CoachEventMapping : IEntityTypeConfiguration<CoachEvent>
{
    public void Configure(EntityTypeBuilder<CoachEvent> builder)
    {
        builder.ToTable("CoachEvents");
        builder.Ignore(e => e.Participants);
        builder.Property(e => e.Topic).HasMaxLength(CoachEvent.LineLength);
        builder.Property(e => e.Place).HasMaxLength(CoachEvent.LineLength);
        builder.Property(e => e.Link).HasMaxLength(CoachEvent.LinkLength);
        builder.Property(e => e.Words).HasMaxLength(CoachEvent.WordsLength);
        builder.HasIndex(e => new { e.SchoolId, e.From });
        builder.HasIndex(e => new { e.CoachId, e.From });
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.CoachId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.SchoolId);
        builder.HasMany(e => e.Schools).WithOne().HasForeignKey(s => s.EventId);
        builder.HasMany(e => e.People).WithOne().HasForeignKey(p => p.EventId);
    }
}

internal sealed class CoachEventSchoolMapping : IEntityTypeConfiguration<CoachEventSchool>
{
    public void Configure(EntityTypeBuilder<CoachEventSchool> builder)
    {
        builder.ToTable("CoachEventSchools");
        builder.HasIndex(s => new { s.EventId, s.SchoolId }).IsUnique();
        builder.HasIndex(s => s.SchoolId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.SchoolId);
    }
}

internal sealed class CoachEventPersonMapping : IEntityTypeConfiguration<CoachEventPerson>
{
    public void Configure(EntityTypeBuilder<CoachEventPerson> builder)
    {
        builder.ToTable("CoachEventPeople");
        builder.HasIndex(p => new { p.EventId, p.PersonId }).IsUnique();
        builder.HasIndex(p => p.PersonId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.SchoolId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
    }
}

internal sealed class VisitTemplateMapping : IEntityTypeConfiguration<VisitTemplate>
{
    public void Configure(EntityTypeBuilder<VisitTemplate> builder)
    {
        builder.ToTable("VisitTemplates");
        builder.Property(t => t.Title).HasMaxLength(VisitTemplate.TitleLength);
        builder.HasIndex(t => t.OrganisationId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(t => t.OrganisationId);
        builder.HasMany(t => t.Stages).WithOne().HasForeignKey(s => s.TemplateId);
    }
}

internal sealed class VisitTemplateStageMapping : IEntityTypeConfiguration<VisitTemplateStage>
{
    public void Configure(EntityTypeBuilder<VisitTemplateStage> builder)
    {
        builder.ToTable("VisitTemplateStages");
        builder.Property(s => s.Task).HasMaxLength(VisitTemplate.TaskLength);
        builder.HasIndex(s => new { s.TemplateId, s.Kind }).IsUnique();
    }
}

internal sealed class SchoolVisitMapping : IEntityTypeConfiguration<SchoolVisit>
{
    public void Configure(EntityTypeBuilder<SchoolVisit> builder)
    {
        builder.ToTable("SchoolVisits");
        builder.Ignore(v => v.Current);
        builder.Property(v => v.Title).HasMaxLength(VisitTemplate.TitleLength);
        builder.Property(v => v.CancelledWhy).HasMaxLength(SchoolVisit.ReasonLength);
        builder.HasIndex(v => new { v.OrganisationId, v.StartsOn });
        builder.HasIndex(v => new { v.SchoolId, v.StartsOn });
        builder.HasIndex(v => v.StartsOn);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(v => v.OrganisationId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(v => v.SchoolId);
        builder.HasMany(v => v.Stages).WithOne().HasForeignKey(s => s.VisitId);
    }
}

internal sealed class VisitStageMapping : IEntityTypeConfiguration<VisitStage>
{
    public void Configure(EntityTypeBuilder<VisitStage> builder)
    {
        builder.ToTable("VisitStages");
        builder.Property(s => s.Task).HasMaxLength(VisitTemplate.TaskLength);
        builder.Property(s => s.Outcome).HasMaxLength(SchoolVisit.OutcomeLength);
        builder.HasIndex(s => new { s.VisitId, s.Kind }).IsUnique();
        builder.HasIndex(s => s.ResponsibleId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.ResponsibleId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.ClosedById);
        builder.HasMany(s => s.Counts).WithOne().HasForeignKey(c => c.StageId).OnDelete(DeleteBehavior.ClientCascade);
    }
}

internal sealed class VisitCountMapping : IEntityTypeConfiguration<VisitCount>
{
    public void Configure(EntityTypeBuilder<VisitCount> builder)
    {
        builder.ToTable("VisitCounts");
        builder.HasIndex(c => new { c.StageId, c.Kind }).IsUnique();
    }
}

internal sealed class VisitNoticeMapping : IEntityTypeConfiguration<VisitNotice>
{
    public void Configure(EntityTypeBuilder<VisitNotice> builder)
    {
        builder.ToTable("VisitNotices");
        builder.HasIndex(n => new { n.VisitId, n.PersonId }).IsUnique();
        builder.HasIndex(n => new { n.Status, n.WrittenAt });
        builder.HasOne<SchoolVisit>().WithMany().HasForeignKey(n => n.VisitId);
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId);
    }
}
