using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class TestItemMapping : IEntityTypeConfiguration<TestItem>
{
    public void Configure(EntityTypeBuilder<TestItem> builder)
    {
        builder.ToTable("TestItems");
        builder.Ignore(i => i.Newest);
        builder.Ignore(i => i.Current);
        builder.HasIndex(i => i.Number).IsUnique();
        builder.HasMany(i => i.Versions).WithOne().HasForeignKey(v => v.ItemId);
    }
}

internal sealed class ItemVersionMapping : IEntityTypeConfiguration<ItemVersion>
{
    public void Configure(EntityTypeBuilder<ItemVersion> builder)
    {
        builder.ToTable("ItemVersions");
        builder.Ignore(v => v.Content);
        builder.Ignore(v => v.Writing);
        builder.Property(v => v.Json).HasMaxLength(-1);
        builder.Property(v => v.Subject).HasMaxLength(ItemWriting.SubjectLength);
        builder.Property(v => v.Source).HasMaxLength(ItemWriting.SourceLength);
        builder.Property(v => v.RetiredWhy).HasMaxLength(TestItem.WordsLength);
        builder.HasIndex(v => new { v.ItemId, v.Number }).IsUnique();
        builder.HasIndex(v => new { v.Status, v.Section });
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.AuthorId);
        builder.HasMany(v => v.Reviews).WithOne().HasForeignKey(r => r.VersionId);
    }
}

internal sealed class ItemReviewMapping : IEntityTypeConfiguration<ItemReview>
{
    public void Configure(EntityTypeBuilder<ItemReview> builder)
    {
        builder.ToTable("ItemReviews");
        builder.Property(r => r.Words).HasMaxLength(TestItem.WordsLength);
        builder.HasIndex(r => new { r.VersionId, r.ReviewerId }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.ReviewerId);
    }
}

internal sealed class TrialTestMapping : IEntityTypeConfiguration<TrialTest>
{
    public void Configure(EntityTypeBuilder<TrialTest> builder)
    {
        builder.ToTable("TrialTests");
        builder.HasIndex(t => new { t.OrganisationId, t.ClosesOn });
        builder.HasIndex(t => new { t.Status, t.ClosesOn });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(t => t.OrganisationId);
        builder.HasMany(t => t.Sections).WithOne().HasForeignKey(s => s.TestId).OnDelete(DeleteBehavior.ClientCascade);
    }
}

internal sealed class TrialTestSectionMapping : IEntityTypeConfiguration<TrialTestSection>
{
    public void Configure(EntityTypeBuilder<TrialTestSection> builder)
    {
        builder.ToTable("TrialTestSections");
        builder.Property(s => s.Subject).HasMaxLength(ItemWriting.SubjectLength);
        builder.HasIndex(s => new { s.TestId, s.Place }).IsUnique();
    }
}

internal sealed class TestAttemptMapping : IEntityTypeConfiguration<TestAttempt>
{
    public void Configure(EntityTypeBuilder<TestAttempt> builder)
    {
        builder.ToTable("TestAttempts");
        builder.Ignore(a => a.Score);
        builder.Ignore(a => a.Present);
        builder.HasIndex(a => new { a.TestId, a.PersonId }).IsUnique();
        builder.HasIndex(a => new { a.EndedAt, a.EndsAt });
        builder.HasOne<TrialTest>().WithMany().HasForeignKey(a => a.TestId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
        builder.HasMany(a => a.Answers).WithOne().HasForeignKey(a => a.AttemptId);
        builder.HasMany(a => a.Scores).WithOne().HasForeignKey(s => s.AttemptId);
    }
}

internal sealed class AttemptAnswerMapping : IEntityTypeConfiguration<AttemptAnswer>
{
    // eight places and the commas between them
    private const int ChosenLength = 15;

    public void Configure(EntityTypeBuilder<AttemptAnswer> builder)
    {
        builder.ToTable("AttemptAnswers");
        builder.Ignore(a => a.Choice);
        builder.Property(a => a.Subject).HasMaxLength(ItemWriting.SubjectLength);
        builder.Property(a => a.Chosen).HasMaxLength(ChosenLength);
        builder.HasIndex(a => new { a.AttemptId, a.Position }).IsUnique();
        builder.HasIndex(a => new { a.VersionId, a.IsSeen });
        builder.HasOne<ItemVersion>().WithMany().HasForeignKey(a => a.VersionId);
    }
}

internal sealed class AttemptScoreMapping : IEntityTypeConfiguration<AttemptScore>
{
    public void Configure(EntityTypeBuilder<AttemptScore> builder)
    {
        builder.ToTable("AttemptScores");
        builder.HasIndex(s => new { s.AttemptId, s.Number }).IsUnique();
        builder.HasIndex(s => new { s.AttemptId, s.AppealId }).IsUnique();
        builder.HasOne<ItemAppeal>().WithMany().HasForeignKey(s => s.AppealId);
    }
}

internal sealed class ItemAppealMapping : IEntityTypeConfiguration<ItemAppeal>
{
    public void Configure(EntityTypeBuilder<ItemAppeal> builder)
    {
        builder.ToTable("ItemAppeals");
        builder.Property(a => a.Reason).HasMaxLength(ItemAppeal.WordsLength);
        builder.Property(a => a.Decision).HasMaxLength(ItemAppeal.WordsLength);
        builder.HasIndex(a => new { a.AttemptId, a.Position }).IsUnique();
        builder.HasIndex(a => new { a.Status, a.FiledAt });
        builder.HasOne<TestAttempt>().WithMany().HasForeignKey(a => a.AttemptId);
        builder.HasOne<ItemVersion>().WithMany().HasForeignKey(a => a.VersionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.DecidedBy);
    }
}

internal sealed class TestingNoticeMapping : IEntityTypeConfiguration<TestingNotice>
{
    public void Configure(EntityTypeBuilder<TestingNotice> builder)
    {
        builder.ToTable("TestingNotices");
        builder.HasIndex(n => new { n.AttemptId, n.AppealId, n.Kind }).IsUnique();
        builder.HasIndex(n => new { n.Status, n.WrittenAt });
        builder.HasOne<TestAttempt>().WithMany().HasForeignKey(n => n.AttemptId);
        builder.HasOne<ItemAppeal>().WithMany().HasForeignKey(n => n.AppealId);
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId);
    }
}
