using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Infrastructure.Originality;

/// <summary>The tables of an index, the same ones in the database of the product and in an index file.</summary>
internal static class IndexMapping
{
    public static void Map(EntityTypeBuilder<IndexedDocument> builder)
    {
        builder.ToTable("IndexedDocuments");
        builder.HasKey(d => d.Number);
        builder.Property(d => d.Number).ValueGeneratedNever();
        builder.HasIndex(d => d.DocumentId).IsUnique();

        // two nodes that make the index anew do each document once
        builder.Property(d => d.FormatVersion).IsConcurrencyToken();
        builder.HasIndex(d => d.FormatVersion);
        builder.HasIndex(d => d.Status);
    }

    public static void Map(EntityTypeBuilder<IndexSegment> builder) => builder.ToTable("IndexSegments");

    public static void Map(EntityTypeBuilder<IndexBlock> builder)
    {
        builder.ToTable("IndexBlocks");
        builder.Property(b => b.Id).ValueGeneratedNever();
    }
}
