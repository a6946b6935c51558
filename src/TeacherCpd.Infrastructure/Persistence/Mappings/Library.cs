using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Library;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class LibrarySectionMapping : IEntityTypeConfiguration<LibrarySection>
{
    public void Configure(EntityTypeBuilder<LibrarySection> builder)
    {
        builder.ToTable("LibrarySections");
        builder.ComplexProperty(s => s.Name, LibraryVersionMapping.Length(LibraryWriting.NameLength));
        builder.ComplexProperty(s => s.About, LibraryVersionMapping.Length(LibrarySection.AboutLength));
        builder.HasIndex(s => s.Place).IsUnique();
        builder.HasMany(s => s.Rights).WithOne().HasForeignKey(r => r.SectionId).OnDelete(DeleteBehavior.ClientCascade);
    }
}

internal sealed class LibrarySectionRightMapping : IEntityTypeConfiguration<LibrarySectionRight>
{
    public void Configure(EntityTypeBuilder<LibrarySectionRight> builder)
    {
        builder.ToTable("LibrarySectionRights");
        builder.HasIndex(r => new { r.SectionId, r.Right, r.Role }).IsUnique();
    }
}

internal sealed class LibraryMaterialMapping : IEntityTypeConfiguration<LibraryMaterial>
{
    public void Configure(EntityTypeBuilder<LibraryMaterial> builder)
    {
        builder.ToTable("LibraryMaterials");
        builder.Ignore(m => m.Newest);
        builder.Ignore(m => m.Current);
        builder.HasIndex(m => m.Number).IsUnique();
        builder.HasIndex(m => m.OwnerId);
        builder.HasOne<LibrarySection>().WithMany().HasForeignKey(m => m.SectionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.OwnerId);
        builder.HasMany(m => m.Versions).WithOne().HasForeignKey(v => v.MaterialId);
    }
}

internal sealed class LibraryVersionMapping : IEntityTypeConfiguration<LibraryVersion>
{
    public void Configure(EntityTypeBuilder<LibraryVersion> builder)
    {
        builder.ToTable("LibraryVersions");
        builder.Ignore(v => v.Writing);
        builder.Ignore(v => v.File);
        builder.ComplexProperty(v => v.Title, Length(LibraryWriting.TitleLength));
        builder.ComplexProperty(v => v.Summary, Length(LibraryWriting.SummaryLength));
        builder.Property(v => v.Subject).HasMaxLength(LibraryWriting.SubjectLength);
        builder.Property(v => v.Authors).HasMaxLength(LibraryWriting.NameLength);
        builder.Property(v => v.Organisation).HasMaxLength(LibraryWriting.NameLength);
        builder.Property(v => v.Event).HasMaxLength(LibraryWriting.NameLength);
        builder.Property(v => v.Link).HasMaxLength(LibraryWriting.LinkLength);
        builder.Property(v => v.FileSha256).HasMaxLength(64);
        builder.Property(v => v.WithdrawnWhy).HasMaxLength(LibraryMaterial.WordsLength);
        builder.HasIndex(v => new { v.MaterialId, v.Number }).IsUnique();
        builder.HasIndex(v => v.Status);
        builder.HasMany(v => v.Reviews).WithOne().HasForeignKey(r => r.VersionId);
    }

    /// <summary>A text in three languages, each at most so long.</summary>
    public static Action<ComplexPropertyBuilder<LocalizedText>> Length(int length) => text =>
    {
        text.Property(t => t.Kk).HasMaxLength(length);
        text.Property(t => t.Ru).HasMaxLength(length);
        text.Property(t => t.En).HasMaxLength(length);
    };
}

internal sealed class LibraryReviewMapping : IEntityTypeConfiguration<LibraryReview>
{
    public void Configure(EntityTypeBuilder<LibraryReview> builder)
    {
        builder.ToTable("LibraryReviews");
        builder.Property(r => r.Words).HasMaxLength(LibraryMaterial.WordsLength);
        builder.HasIndex(r => new { r.VersionId, r.ReviewerId }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.ReviewerId);
    }
}

internal sealed class LibraryEntryMapping : IEntityTypeConfiguration<LibraryEntry>
{
    public void Configure(EntityTypeBuilder<LibraryEntry> builder)
    {
        builder.ToTable("LibraryEntries");
        builder.HasKey(e => e.Number);
        builder.Property(e => e.Number).ValueGeneratedNever();
        builder.Property(e => e.Subject).HasMaxLength(LibraryWriting.SubjectLength);
        builder.HasIndex(e => new { e.SectionId, e.ActiveIn });
        builder.HasIndex(e => new { e.Year, e.Number });
        builder.HasOne<LibraryVersion>().WithMany().HasForeignKey(e => e.VersionId);
    }
}

internal sealed class LibraryTermMapping : IEntityTypeConfiguration<LibraryTerm>
{
    public void Configure(EntityTypeBuilder<LibraryTerm> builder)
    {
        builder.ToTable("LibraryTerms");

        // in the order in which a search looks: the key alone answers which materials have a term
        builder.HasKey(t => new { t.Term, t.InTitle, t.Number });
        builder.Property(t => t.Term).HasMaxLength(LibraryTerm.TermLength);
        builder.HasIndex(t => t.Number);
    }
}

internal sealed class LibraryCountMapping : IEntityTypeConfiguration<LibraryCount>
{
    public void Configure(EntityTypeBuilder<LibraryCount> builder)
    {
        builder.ToTable("LibraryCounts");
        builder.HasKey(c => new { c.Number, c.Region, c.Month, c.Use });
        builder.HasIndex(c => c.Month);
    }
}
