using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class WorkPlanMapping : IEntityTypeConfiguration<WorkPlan>
{
    public void Configure(EntityTypeBuilder<WorkPlan> builder)
    {
        builder.ToTable("WorkPlans");
        builder.Ignore(p => p.Year);
        builder.Property(p => p.Title).HasMaxLength(WorkPlan.TitleLength);
        builder.HasIndex(p => new { p.OrganisationId, p.YearStart });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.MadeById);
    }
}

internal sealed class PlanItemMapping : IEntityTypeConfiguration<PlanItem>
{
    public void Configure(EntityTypeBuilder<PlanItem> builder)
    {
        builder.ToTable("PlanItems");
        builder.Property(i => i.Number).HasMaxLength(PlanItem.NumberLength);
        builder.Property(i => i.Section).HasMaxLength(PlanItem.LineLength);
        builder.Property(i => i.Title).HasMaxLength(PlanItem.WordsLength);
        builder.Property(i => i.TitleKey).HasMaxLength(PlanItem.KeyLength);
        builder.Property(i => i.Deadline).HasMaxLength(DeadlinePhrase.MaxLength);
        builder.Property(i => i.PlannedDeadline).HasMaxLength(DeadlinePhrase.MaxLength);
        builder.Property(i => i.Form).HasMaxLength(PlanItem.LineLength);
        builder.Property(i => i.Reason).HasMaxLength(PlanItem.WordsLength);
        builder.HasIndex(i => new { i.PlanId, i.Position }).IsUnique();
        builder.HasOne<WorkPlan>().WithMany().HasForeignKey(i => i.PlanId);
        builder.HasMany(i => i.Responsible).WithOne().HasForeignKey(r => r.ItemId);
        builder.HasMany(i => i.Windows).WithOne().HasForeignKey(w => w.ItemId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(i => i.Proofs).WithOne().HasForeignKey(p => p.ItemId);
    }
}

internal sealed class PlanResponsibleMapping : IEntityTypeConfiguration<PlanResponsible>
{
    public void Configure(EntityTypeBuilder<PlanResponsible> builder)
    {
        builder.ToTable("PlanResponsible");
        builder.Property(r => r.Words).HasMaxLength(PlanResponsible.WordsLength);
        builder.HasIndex(r => r.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
    }
}

internal sealed class PlanWindowMapping : IEntityTypeConfiguration<PlanWindow>
{
    public void Configure(EntityTypeBuilder<PlanWindow> builder)
    {
        builder.ToTable("PlanWindows");
        builder.HasIndex(w => new { w.ItemId, w.To });
        builder.HasIndex(w => w.To);
    }
}

internal sealed class PlanProofMapping : IEntityTypeConfiguration<PlanProof>
{
    public void Configure(EntityTypeBuilder<PlanProof> builder)
    {
        builder.ToTable("PlanProofs");
        builder.Property(p => p.Words).HasMaxLength(PlanItem.WordsLength);
        builder.Property(p => p.Link).HasMaxLength(PlanItem.LinkLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.ById);
    }
}

internal sealed class PlanImportMapping : IEntityTypeConfiguration<PlanImport>
{
    public void Configure(EntityTypeBuilder<PlanImport> builder)
    {
        builder.ToTable("PlanImports");
        builder.Property(i => i.FileName).HasMaxLength(PlanImport.FileNameLength);
        builder.HasIndex(i => new { i.PlanId, i.TakenAt });
        builder.HasOne<WorkPlan>().WithMany().HasForeignKey(i => i.PlanId);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.ById);
    }
}

internal sealed class PlanNoticeMapping : IEntityTypeConfiguration<PlanNotice>
{
    public void Configure(EntityTypeBuilder<PlanNotice> builder)
    {
        builder.ToTable("PlanNotices");

        // no key of the windows: those of a moved item go, what was told of them stays
        builder.HasIndex(n => new { n.WindowId, n.PersonId, n.Kind }).IsUnique();
        builder.HasIndex(n => new { n.Status, n.StatusSince });
        builder.HasOne<PlanItem>().WithMany().HasForeignKey(n => n.ItemId);
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId);
    }
}

internal sealed class RatingRubricMapping : IEntityTypeConfiguration<RatingRubric>
{
    public void Configure(EntityTypeBuilder<RatingRubric> builder)
    {
        builder.ToTable("RatingRubrics");
        builder.Property(r => r.Title).HasMaxLength(RatingRubric.NameLength);
        builder.Property(r => r.Kind).HasMaxLength(RatingRubric.NameLength);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.OrganisationId);
        builder.HasMany(r => r.Blocks).WithOne().HasForeignKey(b => b.RubricId);
        builder.HasMany(r => r.Bands).WithOne().HasForeignKey(b => b.RubricId);
    }
}

internal sealed class RatingBlockMapping : IEntityTypeConfiguration<RatingBlock>
{
    public void Configure(EntityTypeBuilder<RatingBlock> builder)
    {
        builder.ToTable("RatingBlocks");
        builder.Property(b => b.Name).HasMaxLength(RatingRubric.NameLength);
        builder.Property(b => b.Criteria).HasMaxLength(RatingRubric.CriteriaLength);
        builder.HasIndex(b => new { b.RubricId, b.Position }).IsUnique();
    }
}

internal sealed class RatingBandMapping : IEntityTypeConfiguration<RatingBand>
{
    public void Configure(EntityTypeBuilder<RatingBand> builder)
    {
        builder.ToTable("RatingBands");
        builder.Ignore(b => b.Size);
        builder.HasIndex(b => new { b.RubricId, b.Position }).IsUnique();
    }
}

internal sealed class RatingMapping : IEntityTypeConfiguration<Rating>
{
    public void Configure(EntityTypeBuilder<Rating> builder)
    {
        builder.ToTable("Ratings");
        builder.HasIndex(r => new { r.RubricId, r.Year }).IsUnique();
        builder.HasOne<RatingRubric>().WithMany().HasForeignKey(r => r.RubricId);
        builder.HasMany(r => r.Rows).WithOne().HasForeignKey(r => r.RatingId);
    }
}

internal sealed class RatingRowMapping : IEntityTypeConfiguration<RatingRow>
{
    public void Configure(EntityTypeBuilder<RatingRow> builder)
    {
        builder.ToTable("RatingRows");
        builder.Property(r => r.Key).HasMaxLength(PlanItem.KeyLength);
        builder.Property(r => r.Name).HasMaxLength(RatingRubric.NameLength);
        builder.HasIndex(r => new { r.RatingId, r.Key }).IsUnique();
        builder.HasMany(r => r.Points).WithOne().HasForeignKey(p => p.RowId).OnDelete(DeleteBehavior.ClientCascade);
    }
}

internal sealed class RatingPointMapping : IEntityTypeConfiguration<RatingPoint>
{
    public void Configure(EntityTypeBuilder<RatingPoint> builder)
    {
        builder.ToTable("RatingPoints");
        builder.HasIndex(p => new { p.RowId, p.BlockId }).IsUnique();
        builder.HasOne<RatingBlock>().WithMany().HasForeignKey(p => p.BlockId);
    }
}
