using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class TrainerMapping : IEntityTypeConfiguration<Trainer>
{
    public void Configure(EntityTypeBuilder<Trainer> builder)
    {
        builder.ToTable("Trainers");
        builder.HasIndex(t => t.PersonId).IsUnique();
        builder.HasIndex(t => t.BranchId);
        builder.HasOne<Person>().WithOne().HasForeignKey<Trainer>(t => t.PersonId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(t => t.BranchId);
        builder.HasMany(t => t.Authorisations).WithOne().HasForeignKey(a => a.TrainerId);
        builder.HasMany(t => t.Contracts).WithOne().HasForeignKey(c => c.TrainerId);
    }
}

internal sealed class AuthorisationMapping : IEntityTypeConfiguration<Authorisation>
{
    public void Configure(EntityTypeBuilder<Authorisation> builder)
    {
        builder.ToTable("TrainerAuthorisations");
        builder.HasIndex(a => new { a.TrainerId, a.ProgrammeId }).IsUnique();
        builder.HasIndex(a => new { a.ProgrammeId, a.Status, a.ValidUntil });
        builder.HasIndex(a => a.TrainedOn);
        builder.HasOne<Programme>().WithMany().HasForeignKey(a => a.ProgrammeId);
        builder.HasMany(a => a.Steps).WithOne().HasForeignKey(s => s.AuthorisationId);
    }
}

internal sealed class AuthorisationStepMapping : IEntityTypeConfiguration<AuthorisationStep>
{
    public void Configure(EntityTypeBuilder<AuthorisationStep> builder)
    {
        builder.ToTable("TrainerAuthorisationSteps");
        builder.Property(s => s.Basis).HasMaxLength(AuthorisationStep.BasisLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.By);
    }
}

internal sealed class TrainerContractMapping : IEntityTypeConfiguration<TrainerContract>
{
    public void Configure(EntityTypeBuilder<TrainerContract> builder)
    {
        builder.ToTable("TrainerContracts");
        builder.Property(c => c.Number).HasMaxLength(TrainerContract.NumberLength);
    }
}

internal sealed class TrainerNoteMapping : IEntityTypeConfiguration<TrainerNote>
{
    public void Configure(EntityTypeBuilder<TrainerNote> builder)
    {
        builder.ToTable("TrainerNotes");
        builder.Property(n => n.Words).HasMaxLength(TrainerNote.WordsLength);
        builder.HasIndex(n => new { n.TrainerId, n.On });
        builder.HasOne<Trainer>().WithMany().HasForeignKey(n => n.TrainerId);
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.By);
    }
}

internal sealed class RecertificationCampaignMapping : IEntityTypeConfiguration<RecertificationCampaign>
{
    public void Configure(EntityTypeBuilder<RecertificationCampaign> builder)
    {
        builder.ToTable("RecertificationCampaigns");
        builder.HasIndex(c => c.Year).IsUnique();
        builder.Ignore(c => c.Fault);
        builder.HasOne<Rubric>().WithMany().HasForeignKey(c => c.RubricId);
    }
}

internal sealed class RecertificationMapping : IEntityTypeConfiguration<Recertification>
{
    public void Configure(EntityTypeBuilder<Recertification> builder)
    {
        builder.ToTable("Recertifications");
        builder.Property(r => r.Number).HasMaxLength(20);
        builder.Property(r => r.ProtocolNumber).HasMaxLength(Recertification.ProtocolLength);
        builder.Property(r => r.Reasons).HasMaxLength(Recertification.ReasonsLength);
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => new { r.CampaignId, r.AuthorisationId }).IsUnique();
        builder.HasIndex(r => new { r.CampaignId, r.Status });
        builder.HasOne<RecertificationCampaign>().WithMany().HasForeignKey(r => r.CampaignId);
        builder.HasOne<Authorisation>().WithMany().HasForeignKey(r => r.AuthorisationId);
        builder.HasOne<Trainer>().WithMany().HasForeignKey(r => r.TrainerId);
        builder.HasOne<Programme>().WithMany().HasForeignKey(r => r.ProgrammeId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.DecidedBy);
        builder.HasMany(r => r.Reports).WithOne().HasForeignKey(r => r.RecertificationId);
    }
}

internal sealed class ReflectiveReportMapping : IEntityTypeConfiguration<ReflectiveReport>
{
    public void Configure(EntityTypeBuilder<ReflectiveReport> builder)
    {
        builder.ToTable("ReflectiveReports");
        builder.Property(r => r.FileName).HasMaxLength(200);
        builder.Property(r => r.ContentType).HasMaxLength(100);
        builder.Property(r => r.Sha256).HasMaxLength(64);
        builder.Property(r => r.NewPractice).HasMaxLength(ReflectiveReport.PracticeLength);
    }
}

internal sealed class ReflectiveTextMapping : IEntityTypeConfiguration<ReflectiveText>
{
    public void Configure(EntityTypeBuilder<ReflectiveText> builder)
    {
        builder.ToTable("ReflectiveTexts");
        builder.HasKey(t => t.ReportId);
        builder.Property(t => t.ReportId).ValueGeneratedNever();
        builder.Property(t => t.Text).HasMaxLength(-1);
        builder.HasOne<ReflectiveReport>().WithOne().HasForeignKey<ReflectiveText>(t => t.ReportId);
    }
}

internal sealed class ReflectiveCheckMapping : IEntityTypeConfiguration<ReflectiveCheck>
{
    public void Configure(EntityTypeBuilder<ReflectiveCheck> builder)
    {
        builder.ToTable("ReflectiveChecks");
        builder.HasIndex(c => c.ReportId).IsUnique();
        builder.HasIndex(c => new { c.Status, c.QueuedAt });
        builder.HasOne<ReflectiveReport>().WithOne().HasForeignKey<ReflectiveCheck>(c => c.ReportId);
        builder.HasMany(c => c.Passages).WithOne().HasForeignKey(p => p.CheckId);
    }
}

internal sealed class ReflectivePassageMapping : IEntityTypeConfiguration<ReflectivePassage>
{
    public void Configure(EntityTypeBuilder<ReflectivePassage> builder) => builder.ToTable("ReflectivePassages");
}

internal sealed class TrainerSheetMapping : IEntityTypeConfiguration<TrainerSheet>
{
    public void Configure(EntityTypeBuilder<TrainerSheet> builder)
    {
        builder.ToTable("TrainerSheets");
        builder.Property(s => s.Comment).HasMaxLength(TrainerSheet.CommentLength);

        // of two who take the same turn at once the database lets one through
        builder.HasIndex(s => new { s.RecertificationId, s.Turn }).IsUnique();
        builder.HasIndex(s => new { s.AuthorId, s.SignedAt });
        builder.HasOne<Recertification>().WithMany().HasForeignKey(s => s.RecertificationId);
        builder.HasOne<ReflectiveReport>().WithMany().HasForeignKey(s => s.ReportId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.AuthorId);
        builder.HasMany(s => s.Marks).WithOne().HasForeignKey(m => m.SheetId);
    }
}

internal sealed class TrainerMarkMapping : IEntityTypeConfiguration<TrainerMark>
{
    public void Configure(EntityTypeBuilder<TrainerMark> builder)
    {
        builder.ToTable("TrainerMarks");
        builder.Property(m => m.Comment).HasMaxLength(TrainerMark.CommentLength);
        builder.HasIndex(m => new { m.SheetId, m.CriterionId }).IsUnique();
        builder.HasOne<RubricCriterion>().WithMany().HasForeignKey(m => m.CriterionId);
    }
}

internal sealed class TrainerLapseMapping : IEntityTypeConfiguration<TrainerLapse>
{
    public void Configure(EntityTypeBuilder<TrainerLapse> builder)
    {
        builder.ToTable("TrainerLapses");
        builder.HasIndex(l => new { l.GroupId, l.Status });
        builder.HasIndex(l => new { l.Status, l.TakeOffOn });
        builder.HasOne<StudyGroup>().WithMany().HasForeignKey(l => l.GroupId);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId);
    }
}

internal sealed class TrainerNoticeMapping : IEntityTypeConfiguration<TrainerNotice>
{
    public void Configure(EntityTypeBuilder<TrainerNotice> builder)
    {
        builder.ToTable("TrainerNotices");
        builder.Property(n => n.About).HasMaxLength(40);
        builder.HasIndex(n => new { n.SubjectId, n.Kind, n.RecipientId }).IsUnique();
        builder.HasIndex(n => new { n.Status, n.StatusSince });
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.RecipientId);
    }
}

internal sealed class SchoolCoachMapping : IEntityTypeConfiguration<SchoolCoach>
{
    public void Configure(EntityTypeBuilder<SchoolCoach> builder)
    {
        builder.ToTable("SchoolCoaches");
        builder.HasIndex(c => new { c.PersonId, c.Direction }).IsUnique();
        builder.HasIndex(c => new { c.SchoolId, c.Direction });
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.SchoolId);
    }
}

internal sealed class StandardisationEventMapping : IEntityTypeConfiguration<StandardisationEvent>
{
    public void Configure(EntityTypeBuilder<StandardisationEvent> builder)
    {
        builder.ToTable("StandardisationEvents");
        builder.Property(e => e.Title).HasMaxLength(StandardisationEvent.TitleLength);
        builder.Property(e => e.Words).HasMaxLength(StandardisationEvent.WordsLength);
        builder.Property(e => e.Link).HasMaxLength(500);
        builder.HasIndex(e => e.On);
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.By);
        builder.HasMany(e => e.Parts).WithOne().HasForeignKey(p => p.EventId);
    }
}

internal sealed class StandardisationPartMapping : IEntityTypeConfiguration<StandardisationPart>
{
    public void Configure(EntityTypeBuilder<StandardisationPart> builder)
    {
        builder.ToTable("StandardisationParts");
        builder.HasIndex(p => new { p.EventId, p.TrainerId }).IsUnique();
        builder.HasOne<Trainer>().WithMany().HasForeignKey(p => p.TrainerId);
    }
}
