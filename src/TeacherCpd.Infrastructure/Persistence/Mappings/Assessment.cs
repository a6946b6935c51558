using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class RubricMapping : IEntityTypeConfiguration<Rubric>
{
    public void Configure(EntityTypeBuilder<Rubric> builder)
    {
        builder.ToTable("Rubrics");
        builder.Ignore(r => r.Rule);
        builder.Ignore(r => r.Content);
        builder.Property(r => r.Code).HasMaxLength(Rubric.CodeLength);
        builder.HasIndex(r => new { r.Code, r.Number }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.CentreId);
        builder.HasMany(r => r.Criteria).WithOne().HasForeignKey(c => c.RubricId).OnDelete(DeleteBehavior.ClientCascade);
    }
}

internal sealed class RubricCriterionMapping : IEntityTypeConfiguration<RubricCriterion>
{
    public void Configure(EntityTypeBuilder<RubricCriterion> builder)
    {
        builder.ToTable("RubricCriteria");
        builder.Ignore(c => c.Content);
        builder.Property(c => c.Code).HasMaxLength(Rubric.CodeLength);
        builder.HasIndex(c => new { c.RubricId, c.Order }).IsUnique();
        Descriptor(c => c.Unsatisfactory);
        Descriptor(c => c.Satisfactory);
        Descriptor(c => c.Good);

        void Descriptor(System.Linq.Expressions.Expression<Func<RubricCriterion, Domain.Common.LocalizedText?>> of) =>
            builder.ComplexProperty(of, text =>
            {
                text.Property(t => t!.Kk).HasMaxLength(Rubric.DescriptorLength);
                text.Property(t => t!.Ru).HasMaxLength(Rubric.DescriptorLength);
                text.Property(t => t!.En).HasMaxLength(Rubric.DescriptorLength);
            });
    }
}

internal sealed class AssessmentPlanMapping : IEntityTypeConfiguration<AssessmentPlan>
{
    public void Configure(EntityTypeBuilder<AssessmentPlan> builder)
    {
        builder.ToTable("AssessmentPlans");
        builder.Ignore(p => p.Parts);
        builder.HasIndex(p => new { p.ProgrammeVersionId, p.Number }).IsUnique();
        builder.Property(p => p.Basis).HasMaxLength(AssessmentPlan.BasisLength);
        builder.HasOne<ProgrammeVersion>().WithMany().HasForeignKey(p => p.ProgrammeVersionId);
        builder.HasOne<Rubric>().WithMany().HasForeignKey(p => p.RubricId);
    }
}

internal sealed class RubricSheetMapping : IEntityTypeConfiguration<RubricSheet>
{
    public void Configure(EntityTypeBuilder<RubricSheet> builder)
    {
        builder.ToTable("RubricSheets");
        builder.Ignore(s => s.Stage);
        builder.HasIndex(s => new { s.PortfolioVersionId, s.Role, s.Turn }).IsUnique();
        builder.HasIndex(s => s.AuthorId);
        builder.Property(s => s.Comment).HasMaxLength(4000);
        builder.Property(s => s.ReturnReason).HasMaxLength(RubricSheet.ReasonLength);
        builder.HasOne<PortfolioVersion>().WithMany().HasForeignKey(s => s.PortfolioVersionId);
        builder.HasOne<Rubric>().WithMany().HasForeignKey(s => s.RubricId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.AuthorId);
        builder.HasMany(s => s.Marks).WithOne().HasForeignKey(m => m.SheetId);
    }
}

internal sealed class RubricMarkMapping : IEntityTypeConfiguration<RubricMark>
{
    public void Configure(EntityTypeBuilder<RubricMark> builder)
    {
        builder.ToTable("RubricMarks");
        builder.HasIndex(m => new { m.SheetId, m.CriterionId }).IsUnique();
        builder.Property(m => m.Comment).HasMaxLength(2000);
        builder.HasOne<RubricCriterion>().WithMany().HasForeignKey(m => m.CriterionId);
    }
}

internal sealed class PassageRemarkMapping : IEntityTypeConfiguration<PassageRemark>
{
    public void Configure(EntityTypeBuilder<PassageRemark> builder)
    {
        builder.ToTable("PassageRemarks");
        builder.HasIndex(r => r.SheetId);
        builder.Property(r => r.Quote).HasMaxLength(PassageRemark.QuoteLength);
        builder.Property(r => r.Words).HasMaxLength(PassageRemark.WordsLength);
        builder.HasOne<RubricSheet>().WithMany().HasForeignKey(r => r.SheetId);
        builder.HasOne<RubricCriterion>().WithMany().HasForeignKey(r => r.CriterionId);
        builder.HasOne<PortfolioMaterial>().WithMany().HasForeignKey(r => r.MaterialId);
    }
}

internal sealed class BankCommentMapping : IEntityTypeConfiguration<BankComment>
{
    public void Configure(EntityTypeBuilder<BankComment> builder)
    {
        builder.ToTable("BankComments");
        builder.HasIndex(c => c.OwnerId);
        builder.Property(c => c.CriterionCode).HasMaxLength(Rubric.CodeLength);
        builder.Property(c => c.Text).HasMaxLength(BankComment.TextLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.OwnerId);
    }
}

internal sealed class GradingMapping : IEntityTypeConfiguration<Grading>
{
    public void Configure(EntityTypeBuilder<Grading> builder)
    {
        builder.ToTable("Gradings");
        builder.HasIndex(g => g.PortfolioVersionId).IsUnique();
        builder.HasIndex(g => new { g.Status, g.StatusSince });
        builder.HasOne<PortfolioVersion>().WithOne().HasForeignKey<Grading>(g => g.PortfolioVersionId);
        builder.HasOne<Rubric>().WithMany().HasForeignKey(g => g.RubricId);
    }
}

internal sealed class AppealMapping : IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<Appeal> builder)
    {
        builder.ToTable("Appeals");
        builder.HasIndex(a => a.GradingId).IsUnique();
        builder.HasIndex(a => new { a.Status, a.LodgedAt });
        builder.Property(a => a.Reasons).HasMaxLength(Appeal.ReasonsLength);
        builder.HasOne<Grading>().WithOne().HasForeignKey<Appeal>(a => a.GradingId);
    }
}

internal sealed class AssessorProfileMapping : IEntityTypeConfiguration<AssessorProfile>
{
    public void Configure(EntityTypeBuilder<AssessorProfile> builder)
    {
        builder.ToTable("AssessorProfiles");
        builder.HasIndex(p => p.PersonId).IsUnique();
        builder.Property(p => p.Directions).HasMaxLength(1000);
        builder.HasOne<Person>().WithOne().HasForeignKey<AssessorProfile>(p => p.PersonId);
    }
}

internal sealed class ExamplePortfolioMapping : IEntityTypeConfiguration<ExamplePortfolio>
{
    public void Configure(EntityTypeBuilder<ExamplePortfolio> builder)
    {
        builder.ToTable("ExamplePortfolios");
        builder.HasIndex(e => e.PortfolioVersionId).IsUnique();
        builder.HasIndex(e => e.AgreedSheetId).IsUnique();
        builder.Property(e => e.AgreedWith).HasMaxLength(ExamplePortfolio.AgreedWithLength);
        builder.HasOne<PortfolioVersion>().WithOne().HasForeignKey<ExamplePortfolio>(e => e.PortfolioVersionId);
        builder.HasOne<RubricSheet>().WithOne().HasForeignKey<ExamplePortfolio>(e => e.AgreedSheetId);
        builder.HasOne<Rubric>().WithMany().HasForeignKey(e => e.RubricId);
    }
}

internal sealed class MarkingClearanceMapping : IEntityTypeConfiguration<MarkingClearance>
{
    public void Configure(EntityTypeBuilder<MarkingClearance> builder)
    {
        builder.ToTable("MarkingClearances");
        builder.HasIndex(c => c.AssessorId);
        builder.Property(c => c.Note).HasMaxLength(MarkingClearance.NoteLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.AssessorId);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.GivenById);
        builder.HasOne<Rubric>().WithMany().HasForeignKey(c => c.RubricId);
    }
}

internal sealed class MarkingReportMapping : IEntityTypeConfiguration<MarkingReport>
{
    public void Configure(EntityTypeBuilder<MarkingReport> builder)
    {
        builder.ToTable("MarkingReports");
        builder.HasIndex(r => new { r.AssessorId, r.MadeOn }).IsUnique();
        builder.Ignore(r => r.AgreementPermille);
        builder.Ignore(r => r.SeverityPermille);
        builder.Ignore(r => r.IsSevere);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.AssessorId);
    }
}
