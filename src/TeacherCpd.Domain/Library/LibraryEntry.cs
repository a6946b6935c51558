using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Library;

/// <summary>A published material as the search filters it: one narrow row, made from the version that is published.</summary>
public sealed class LibraryEntry : INotAudited
{
    /// <summary>Number of the material.</summary>
    public required int Number { get; init; }

    /// <summary>Version that is published.</summary>
    public Guid VersionId { get; private set; }

    /// <summary>Section.</summary>
    public Guid SectionId { get; private set; }

    /// <summary>What it is.</summary>
    public LibraryType Type { get; private set; }

    /// <summary>Whether it is in Kazakh.</summary>
    public bool IsKk { get; private set; }

    /// <summary>Whether it is in Russian.</summary>
    public bool IsRu { get; private set; }

    /// <summary>Whether it is in English.</summary>
    public bool IsEn { get; private set; }

    /// <summary>Subject, folded as <see cref="ForgivingText"/> does.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>First grade.</summary>
    public int GradeFrom { get; private set; }

    /// <summary>Last grade.</summary>
    public int GradeTo { get; private set; }

    /// <summary>Year in which it was developed.</summary>
    public int Year { get; private set; }

    /// <summary>Last school year for which it was said to be in use.</summary>
    public int ActiveIn { get; private set; }

    /// <summary>Takes over what is published of a material.</summary>
    /// <param name="material">Material.</param>
    /// <param name="version">Its published version.</param>
    public void Show(LibraryMaterial material, LibraryVersion version)
    {
        ArgumentNullException.ThrowIfNull(material);
        ArgumentNullException.ThrowIfNull(version);
        (SectionId, VersionId, ActiveIn, Type) = (material.SectionId, version.Id, material.ActiveIn, version.Type);
        (IsKk, IsRu, IsEn) = (version.IsKk, version.IsRu, version.IsEn);
        (Subject, GradeFrom, GradeTo, Year) = (ForgivingText.Fold(version.Subject), version.GradeFrom, version.GradeTo, version.Year);
    }
}

/// <summary>That a material has a term: what the search looks up. A term of the title stands once, as one of the title.</summary>
public sealed class LibraryTerm : INotAudited
{
    /// <summary>Longest term, in characters.</summary>
    public const int TermLength = 8;

    /// <summary>Term.</summary>
    public required string Term { get; init; }

    /// <summary>Whether it stands in the title; else in the summary, or among authors and places.</summary>
    public required bool InTitle { get; init; }

    /// <summary>Number of the material.</summary>
    public required int Number { get; init; }
}

/// <summary>What is counted of the use of the library.</summary>
public enum LibraryUse
{
    /// <summary>The library was opened.</summary>
    Visit,

    /// <summary>A material was opened.</summary>
    View,

    /// <summary>A file was downloaded. Where a link leads is another site, and not counted.</summary>
    Download,
}

/// <summary>How often something was done in a month from a region. No person stands in it.</summary>
public sealed class LibraryCount : INotAudited
{
    /// <summary>Number of the material; 0 for the library as a whole, of which visits are counted.</summary>
    public required int Number { get; init; }

    /// <summary>Code of the region where the person works; empty for visitors and those who work in none.</summary>
    public required string Region { get; init; }

    /// <summary>Month as year and month: 202609.</summary>
    public required int Month { get; init; }

    /// <summary>What was done.</summary>
    public required LibraryUse Use { get; init; }

    /// <summary>How often.</summary>
    public int Count { get; set; }
}
