using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Domain.Library;

/// <summary>Where a version of a material is.</summary>
public enum LibraryStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>The council looks at it.</summary>
    Proposed,

    /// <summary>Somebody of the council objected, with reasons. It stays as it was; a next version answers them.</summary>
    Returned,

    /// <summary>Enough of the council agreed; it is found and read.</summary>
    Published,

    /// <summary>A next version took its place.</summary>
    Replaced,

    /// <summary>The keeper took it out, with a reason.</summary>
    Withdrawn,
}

/// <summary>Which state of a version may follow which.</summary>
public static class LibraryStates
{
    /// <summary>The table; everything not listed is refused.</summary>
    public static readonly Transitions<LibraryStatus> Table = new(
        (LibraryStatus.Draft, [LibraryStatus.Proposed]),
        (LibraryStatus.Proposed, [LibraryStatus.Returned, LibraryStatus.Published]),
        (LibraryStatus.Published, [LibraryStatus.Replaced, LibraryStatus.Withdrawn]));
}

/// <summary>What a material is.</summary>
public enum LibraryType
{
    /// <summary>Plan of a lesson or of a series of lessons.</summary>
    LessonPlan,

    /// <summary>Guide for teachers.</summary>
    Guide,

    /// <summary>Handout for pupils.</summary>
    Handout,

    /// <summary>Tasks for assessment, with criteria.</summary>
    AssessmentTasks,

    /// <summary>Slides.</summary>
    Presentation,

    /// <summary>Video of a lesson or a lecture.</summary>
    Video,

    /// <summary>Article or report.</summary>
    Article,

    /// <summary>Author's programme.</summary>
    AuthorProgramme,
}

/// <summary>
/// A material of the library, in versions. Only a draft is written in; what the council saw stays as it was, and what is to be better is a new
/// version. One version at most is published: publishing the next replaces it, and it stays reachable for those who keep and review.
/// </summary>
public sealed class LibraryMaterial : Aggregate
{
    /// <summary>Series of their numbers.</summary>
    public const string Series = "library-material";

    /// <summary>Longest reasons of a reviewer or keeper, in characters.</summary>
    public const int WordsLength = 2000;

    private readonly List<LibraryVersion> versions = [];

    /// <summary>Number in the library; unique.</summary>
    public required int Number { get; init; }

    /// <summary>Section in which it stands.</summary>
    public required Guid SectionId { get; init; }

    /// <summary>Who proposes it.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>
    /// Last school year for which it was said to be in use, by the calendar year in which that begins; 0 before it is first published. In later
    /// school years it is shown as not active until the keeper confirms it; nothing is lost.
    /// </summary>
    public int ActiveIn { get; private set; }

    /// <summary>Versions.</summary>
    public IReadOnlyCollection<LibraryVersion> Versions => versions;

    /// <summary>The newest version.</summary>
    public LibraryVersion Newest => versions.MaxBy(v => v.Number)!;

    /// <summary>The version that is found and read; null where there is none.</summary>
    public LibraryVersion? Current => versions.Find(v => v.Status == LibraryStatus.Published);

    /// <summary>Begins a material with a draft.</summary>
    /// <param name="id">Id.</param>
    /// <param name="number">Number in the library.</param>
    /// <param name="sectionId">Section.</param>
    /// <param name="ownerId">Who proposes it.</param>
    /// <param name="writing">What is written.</param>
    /// <param name="at">Now (UTC).</param>
    public static LibraryMaterial Begin(Guid id, int number, Guid sectionId, Guid ownerId, LibraryWriting writing, DateTime at)
    {
        var material = new LibraryMaterial { Id = id, Number = number, SectionId = sectionId, OwnerId = ownerId };
        material.versions.Add(LibraryVersion.Of(id, 1, writing, at));
        return material;
    }

    /// <summary>Writes the draft anew.</summary>
    public Error? Write(LibraryWriting writing)
    {
        if (Newest.Status != LibraryStatus.Draft)
        {
            return new MaterialFixed();
        }

        Newest.Write(writing);
        return null;
    }

    /// <summary>Begins the next version with what the last one says.</summary>
    /// <param name="at">Now (UTC).</param>
    public Error? Revise(DateTime at)
    {
        var last = Newest;
        if (last.Status is LibraryStatus.Draft or LibraryStatus.Proposed)
        {
            return new MaterialVersionUnderway();
        }

        versions.Add(LibraryVersion.Of(Id, last.Number + 1, last.Writing, at));
        return null;
    }

    /// <summary>Proposes the draft to the council.</summary>
    /// <param name="at">Now (UTC).</param>
    public Error? Propose(DateTime at) => Newest.Move(LibraryStatus.Proposed, at);

    /// <summary>
    /// One of the council agrees or objects, with the reason. One objection returns the version; enough agreements publish it, and the version
    /// before is replaced.
    /// </summary>
    /// <param name="reviewerId">Reviewer; never who proposes the material.</param>
    /// <param name="agrees">Whether the reviewer agrees.</param>
    /// <param name="words">Reason, in either case.</param>
    /// <param name="needed">Agreements that publish it.</param>
    /// <param name="schoolYear">School year of today, by the year in which it begins.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Review(Guid reviewerId, bool agrees, string words, int needed, int schoolYear, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(words);
        var version = Newest;
        if (OwnerId == reviewerId)
        {
            return new OwnMaterial();
        }

        if (version.Status != LibraryStatus.Proposed)
        {
            return new MaterialNotProposed();
        }

        if (version.Reviews.Any(r => r.ReviewerId == reviewerId))
        {
            return new MaterialReviewedBefore();
        }

        if (words.Length == 0)
        {
            return new ReviewWithoutReason();
        }

        version.Add(new LibraryReview { VersionId = version.Id, ReviewerId = reviewerId, Agrees = agrees, Words = words, At = at });
        if (!agrees)
        {
            return version.Move(LibraryStatus.Returned, at);
        }

        if (version.Reviews.Count(r => r.Agrees) < needed)
        {
            return null;
        }

        Current?.Move(LibraryStatus.Replaced, at);
        ActiveIn = Math.Max(ActiveIn, schoolYear);
        return version.Move(LibraryStatus.Published, at);
    }

    /// <summary>Takes the published version out of the library.</summary>
    /// <param name="words">Why.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Withdraw(string words, DateTime at) => Current is { } current ? current.Withdraw(words, at) : new MaterialNotPublished();

    /// <summary>Says that it is in use in a school year.</summary>
    /// <param name="schoolYear">School year, by the year in which it begins.</param>
    public Error? Confirm(int schoolYear)
    {
        if (Current is null)
        {
            return new MaterialNotPublished();
        }

        ActiveIn = Math.Max(ActiveIn, schoolYear);
        return null;
    }
}

/// <summary>A version of a material.</summary>
public sealed class LibraryVersion : Entity
{
    private readonly List<LibraryReview> reviews = [];

    /// <summary>Material.</summary>
    public Guid MaterialId { get; init; }

    /// <summary>Number, from 1.</summary>
    public int Number { get; init; }

    /// <summary>When it was begun (UTC).</summary>
    public DateTime WrittenAt { get; init; }

    /// <summary>State.</summary>
    public LibraryStatus Status { get; private set; }

    /// <summary>When the present state began (UTC).</summary>
    public DateTime StatusSince { get; private set; }

    /// <summary>What it is.</summary>
    public LibraryType Type { get; private set; }

    /// <summary>Title, in the languages it has one in.</summary>
    public LocalizedText Title { get; private set; } = new("", "", "");

    /// <summary>What it is about, in the languages it was written in.</summary>
    public LocalizedText Summary { get; private set; } = new("", "", "");

    /// <summary>Whether the material itself is in Kazakh.</summary>
    public bool IsKk { get; private set; }

    /// <summary>Whether the material itself is in Russian.</summary>
    public bool IsRu { get; private set; }

    /// <summary>Whether the material itself is in English.</summary>
    public bool IsEn { get; private set; }

    /// <summary>Subject taught; empty where it is for all.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>First grade, 0 (preschool) to 12.</summary>
    public int GradeFrom { get; private set; }

    /// <summary>Last grade, 0 to 12.</summary>
    public int GradeTo { get; private set; }

    /// <summary>Calendar year in which it was developed.</summary>
    public int Year { get; private set; }

    /// <summary>Authors, as they are named.</summary>
    public string Authors { get; private set; } = "";

    /// <summary>Organisation where the experience was made; empty where none is named.</summary>
    public string Organisation { get; private set; } = "";

    /// <summary>Event it comes from: contest, conference, open day; empty where none is named.</summary>
    public string Event { get; private set; } = "";

    /// <summary>Address of the web where it stands; empty for none.</summary>
    public string Link { get; private set; } = "";

    /// <summary>Name of the file; null for none.</summary>
    public string? FileName { get; private set; }

    /// <summary>Media type of the file, found by content.</summary>
    public string? FileContentType { get; private set; }

    /// <summary>Hash under which the file is kept.</summary>
    public string? FileSha256 { get; private set; }

    /// <summary>Why it was withdrawn; empty where it was not.</summary>
    public string WithdrawnWhy { get; private set; } = "";

    /// <summary>What the council said.</summary>
    public IReadOnlyCollection<LibraryReview> Reviews => reviews;

    /// <summary>File; null for none.</summary>
    public EvidenceFile? File => FileSha256 is null ? null : new EvidenceFile(FileName!, FileContentType!, FileSha256);

    /// <summary>All that is written about it.</summary>
    public LibraryWriting Writing =>
        new(Type, Title, Summary, IsKk, IsRu, IsEn, Subject, GradeFrom, GradeTo, Year, Authors, Organisation, Event, Link, File);

    internal static LibraryVersion Of(Guid materialId, int number, LibraryWriting writing, DateTime at)
    {
        var version = new LibraryVersion { MaterialId = materialId, Number = number, WrittenAt = at, StatusSince = at };
        version.Write(writing);
        return version;
    }

    internal void Write(LibraryWriting writing)
    {
        (Type, Title, Summary) = (writing.Type, writing.Title, writing.Summary);
        (IsKk, IsRu, IsEn) = (writing.IsKk, writing.IsRu, writing.IsEn);
        (Subject, GradeFrom, GradeTo, Year) = (writing.Subject, writing.GradeFrom, writing.GradeTo, writing.Year);
        (Authors, Organisation, Event, Link) = (writing.Authors, writing.Organisation, writing.Event, writing.Link);
        (FileName, FileContentType, FileSha256) = (writing.File?.Name, writing.File?.ContentType, writing.File?.Sha256);
    }

    internal Error? Move(LibraryStatus to, DateTime at)
    {
        var refused = LibraryStates.Table.Check(Status, to);
        if (refused is null)
        {
            (Status, StatusSince) = (to, at);
        }

        return refused;
    }

    internal Error? Withdraw(string words, DateTime at)
    {
        WithdrawnWhy = words;
        return Move(LibraryStatus.Withdrawn, at);
    }

    internal void Add(LibraryReview review) => reviews.Add(review);
}

/// <summary>What one of the council says of a version.</summary>
public sealed class LibraryReview : Entity
{
    /// <summary>Version.</summary>
    public Guid VersionId { get; init; }

    /// <summary>Reviewer; says it once.</summary>
    public Guid ReviewerId { get; init; }

    /// <summary>Whether the reviewer agrees that it is published.</summary>
    public bool Agrees { get; init; }

    /// <summary>Reason.</summary>
    public required string Words { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; init; }
}

/// <summary>What is written about a version of a material.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Title">Title in its languages.</param>
/// <param name="Summary">What it is about.</param>
/// <param name="IsKk">Whether it is in Kazakh.</param>
/// <param name="IsRu">Whether it is in Russian.</param>
/// <param name="IsEn">Whether it is in English.</param>
/// <param name="Subject">Subject taught; empty: for all.</param>
/// <param name="GradeFrom">First grade.</param>
/// <param name="GradeTo">Last grade.</param>
/// <param name="Year">Year in which it was developed.</param>
/// <param name="Authors">Authors.</param>
/// <param name="Organisation">Organisation.</param>
/// <param name="Event">Event it comes from.</param>
/// <param name="Link">Address of the web; empty for none.</param>
/// <param name="File">File; null for none.</param>
public sealed record LibraryWriting(
    LibraryType Type, LocalizedText Title, LocalizedText Summary, bool IsKk, bool IsRu, bool IsEn, string Subject, int GradeFrom, int GradeTo, int Year,
    string Authors, string Organisation, string Event, string Link, EvidenceFile? File)
{
    /// <summary>Longest title in one language, in characters.</summary>
    public const int TitleLength = 200;

    /// <summary>Longest summary in one language, in characters.</summary>
    public const int SummaryLength = 2000;

    /// <summary>Longest name of a subject, in characters.</summary>
    public const int SubjectLength = 100;

    /// <summary>Longest list of authors, organisation or event, in characters.</summary>
    public const int NameLength = 200;

    /// <summary>Longest address, in characters.</summary>
    public const int LinkLength = 500;

    /// <summary>Lowest grade: preschool.</summary>
    public const int LowestGrade = 0;

    /// <summary>Highest grade.</summary>
    public const int HighestGrade = 12;

    /// <summary>First year that may be named.</summary>
    public const int FirstYear = 1990;

    /// <summary>The languages that the material is in.</summary>
    public IEnumerable<Language> Languages =>
        new[] { (Language.Kk, IsKk), (Language.Ru, IsRu), (Language.En, IsEn) }.Where(l => l.Item2).Select(l => l.Item1);
}

/// <summary>School years, named by the calendar year in which they begin.</summary>
public static class LibraryYear
{
    /// <summary>The school year of a day.</summary>
    /// <param name="day">Day.</param>
    /// <param name="firstMonth">Month on whose first day school years begin.</param>
    public static int Of(DateOnly day, int firstMonth) => day.Month >= firstMonth ? day.Year : day.Year - 1;
}

/// <summary>What was proposed does not change: a new version does.</summary>
public sealed record MaterialFixed() : Error("library_material_fixed", ErrorKind.Conflict);

/// <summary>A next version is being written or reviewed already.</summary>
public sealed record MaterialVersionUnderway() : Error("library_version_underway", ErrorKind.Conflict);

/// <summary>Who proposes a material does not review it.</summary>
public sealed record OwnMaterial() : Error("library_own_material", ErrorKind.Conflict);

/// <summary>The version is not before the council: not yet, or no more.</summary>
public sealed record MaterialNotProposed() : Error("library_not_proposed", ErrorKind.Conflict);

/// <summary>The reviewer has said it about this version.</summary>
public sealed record MaterialReviewedBefore() : Error("library_reviewed_before", ErrorKind.Conflict);

/// <summary>No version is published.</summary>
public sealed record MaterialNotPublished() : Error("library_not_published", ErrorKind.Conflict);

/// <summary>The council says why, whether it agrees or objects.</summary>
public sealed record ReviewWithoutReason() : Error("library_reason_needed", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => "Words";
}
