using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Testing;

/// <summary>Where a version of an item is.</summary>
public enum ItemStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Experts look at it.</summary>
    InReview,

    /// <summary>Enough experts agreed; tests may use it.</summary>
    Approved,

    /// <summary>An expert objected. It stays as it was; a next version answers the objection.</summary>
    Returned,

    /// <summary>No test draws it any more; attempts that have it keep it.</summary>
    Retired,
}

/// <summary>Which state of a version may follow which.</summary>
public static class ItemStates
{
    /// <summary>The table; everything not listed is refused.</summary>
    public static readonly Transitions<ItemStatus> Table = new(
        (ItemStatus.Draft, [ItemStatus.InReview]),
        (ItemStatus.InReview, [ItemStatus.Approved, ItemStatus.Returned]),
        (ItemStatus.Approved, [ItemStatus.Retired]));
}

/// <summary>
/// An item of the bank, in versions. Only a draft is written in; what was reviewed or used stays as it was, and what is to be better is a new
/// version. One version at most is approved: approving the next retires it.
/// </summary>
public sealed class TestItem : Aggregate
{
    /// <summary>Series of their numbers.</summary>
    public const string Series = "test-item";

    /// <summary>Longest words of an expert, in characters.</summary>
    public const int WordsLength = 2000;

    private readonly List<ItemVersion> versions = [];

    /// <summary>Number in the bank; unique.</summary>
    public required int Number { get; init; }

    /// <summary>Versions.</summary>
    public IReadOnlyCollection<ItemVersion> Versions => versions;

    /// <summary>The newest version.</summary>
    public ItemVersion Newest => versions.MaxBy(v => v.Number)!;

    /// <summary>The version that tests draw; null where there is none.</summary>
    public ItemVersion? Current => versions.Find(v => v.Status == ItemStatus.Approved);

    /// <summary>Begins an item with a draft.</summary>
    /// <param name="id">Id.</param>
    /// <param name="number">Number in the bank.</param>
    /// <param name="authorId">Author.</param>
    /// <param name="writing">What is written.</param>
    /// <param name="at">Now (UTC).</param>
    public static TestItem Begin(Guid id, int number, Guid authorId, ItemWriting writing, DateTime at)
    {
        var item = new TestItem { Id = id, Number = number };
        item.versions.Add(ItemVersion.Of(item.Id, 1, authorId, writing, at));
        return item;
    }

    /// <summary>Whether somebody wrote any version of it: such a person neither reviews it nor decides appeals about it.</summary>
    public bool IsWrittenBy(Guid personId) => versions.Exists(v => v.AuthorId == personId);

    /// <summary>Writes the draft anew; only its author does.</summary>
    /// <param name="authorId">Who writes.</param>
    /// <param name="writing">What is written.</param>
    public Error? Write(Guid authorId, ItemWriting writing)
    {
        if (Newest.Status != ItemStatus.Draft)
        {
            return new ItemFixed();
        }

        if (Newest.AuthorId != authorId)
        {
            return new NotAuthorOfItem();
        }

        Newest.Write(writing);
        return null;
    }

    /// <summary>Begins the next version with what the last one says.</summary>
    /// <param name="authorId">Its author.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Revise(Guid authorId, DateTime at)
    {
        var last = Newest;
        if (last.Status is ItemStatus.Draft or ItemStatus.InReview)
        {
            return new ItemVersionUnderway();
        }

        versions.Add(ItemVersion.Of(Id, last.Number + 1, authorId, last.Writing, at));
        return null;
    }

    /// <summary>Hands the draft to the experts.</summary>
    /// <param name="authorId">Who hands it over: its author.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Submit(Guid authorId, DateTime at) =>
        Newest.Status == ItemStatus.Draft && Newest.AuthorId != authorId ? new NotAuthorOfItem() : Newest.Move(ItemStatus.InReview, at);

    /// <summary>An expert agrees or objects. One objection returns the version; enough agreements approve it, and the version before is retired.</summary>
    /// <param name="reviewerId">Expert.</param>
    /// <param name="agrees">Whether the expert agrees.</param>
    /// <param name="words">Objection, or a remark.</param>
    /// <param name="needed">Agreements that approve it.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Review(Guid reviewerId, bool agrees, string words, int needed, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(words);
        var version = Newest;
        if (IsWrittenBy(reviewerId))
        {
            return new OwnItem();
        }

        if (version.Status != ItemStatus.InReview)
        {
            return new ItemNotInReview();
        }

        if (version.Reviews.Any(r => r.ReviewerId == reviewerId))
        {
            return new ItemReviewedBefore();
        }

        if (!agrees && words.Length == 0)
        {
            return new ObjectionWithoutWords();
        }

        version.Add(new ItemReview { VersionId = version.Id, ReviewerId = reviewerId, Agrees = agrees, Words = words, At = at });
        if (!agrees)
        {
            return version.Move(ItemStatus.Returned, at);
        }

        if (version.Reviews.Count(r => r.Agrees) < needed)
        {
            return null;
        }

        Current?.Move(ItemStatus.Retired, at);
        return version.Move(ItemStatus.Approved, at);
    }

    /// <summary>Takes the approved version out of use.</summary>
    /// <param name="words">Why.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Retire(string words, DateTime at) => Current is { } current ? current.Retire(words, isFaulty: false, at) : new ItemNotInUse();
}

/// <summary>A version of an item.</summary>
public sealed class ItemVersion : Entity
{
    private readonly List<ItemReview> reviews = [];
    private ItemContent? content;

    /// <summary>Item.</summary>
    public Guid ItemId { get; init; }

    /// <summary>Number, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Who wrote it.</summary>
    public Guid AuthorId { get; init; }

    /// <summary>When it was begun (UTC).</summary>
    public DateTime WrittenAt { get; init; }

    /// <summary>State.</summary>
    public ItemStatus Status { get; private set; }

    /// <summary>When the present state began (UTC).</summary>
    public DateTime StatusSince { get; private set; }

    /// <summary>What it asks about.</summary>
    public TestSection Section { get; private set; }

    /// <summary>Subject taught; empty where the section is the same for all.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>What it demands.</summary>
    public ItemLevel Level { get; private set; }

    /// <summary>Where its matter comes from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>What it asks, as it is kept, see <see cref="ItemContent"/>.</summary>
    public string Json { get; private set; } = "";

    /// <summary>Why it was retired; empty where nobody said, as when a next version took its place.</summary>
    public string RetiredWhy { get; private set; } = "";

    /// <summary>Whether an appeal against it was upheld: whoever was asked it has its point.</summary>
    public bool IsFaulty { get; private set; }

    /// <summary>What experts said.</summary>
    public IReadOnlyCollection<ItemReview> Reviews => reviews;

    /// <summary>What it asks.</summary>
    public ItemContent Content
    {
        get => content ??= ItemContent.Parse(Json);
        private set => (content, Json) = (value, value.ToJson());
    }

    /// <summary>All that is written about it.</summary>
    public ItemWriting Writing => new(Section, Subject, Level, Source, Content);

    internal static ItemVersion Of(Guid itemId, int number, Guid authorId, ItemWriting writing, DateTime at)
    {
        var version = new ItemVersion { ItemId = itemId, Number = number, AuthorId = authorId, WrittenAt = at, StatusSince = at };
        version.Write(writing);
        return version;
    }

    /// <summary>Takes it out of use; an upheld appeal marks one as faulty that was retired before, too.</summary>
    /// <param name="words">Why.</param>
    /// <param name="isFaulty">Whether an appeal was upheld.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Retire(string words, bool isFaulty, DateTime at)
    {
        if (Status != ItemStatus.Retired && Move(ItemStatus.Retired, at) is { } refused)
        {
            return refused;
        }

        (RetiredWhy, IsFaulty) = (words, IsFaulty || isFaulty);
        return null;
    }

    internal void Write(ItemWriting writing) =>
        (Section, Subject, Level, Source, Content) = (writing.Section, writing.Subject, writing.Level, writing.Source, writing.Content);

    internal Error? Move(ItemStatus to, DateTime at)
    {
        var refused = ItemStates.Table.Check(Status, to);
        if (refused is null)
        {
            (Status, StatusSince) = (to, at);
        }

        return refused;
    }

    internal void Add(ItemReview review) => reviews.Add(review);
}

/// <summary>What an expert says of a version.</summary>
public sealed class ItemReview : Entity
{
    /// <summary>Version.</summary>
    public Guid VersionId { get; init; }

    /// <summary>Expert; says it once.</summary>
    public Guid ReviewerId { get; init; }

    /// <summary>Whether the expert agrees that tests use it.</summary>
    public bool Agrees { get; init; }

    /// <summary>Objection, or a remark.</summary>
    public required string Words { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; init; }
}

/// <summary>What was handed in for review does not change: a new version does.</summary>
public sealed record ItemFixed() : Error("item_fixed", ErrorKind.Conflict);

/// <summary>Somebody else writes this version.</summary>
public sealed record NotAuthorOfItem() : Error("not_author_of_item", ErrorKind.Conflict);

/// <summary>A next version is being written or reviewed already.</summary>
public sealed record ItemVersionUnderway() : Error("item_version_underway", ErrorKind.Conflict);

/// <summary>Who wrote an item neither reviews it nor decides appeals about it.</summary>
public sealed record OwnItem() : Error("own_item", ErrorKind.Conflict);

/// <summary>The version is not with the experts: not yet, or no more.</summary>
public sealed record ItemNotInReview() : Error("item_not_in_review", ErrorKind.Conflict);

/// <summary>The expert has said it about this version.</summary>
public sealed record ItemReviewedBefore() : Error("item_reviewed_before", ErrorKind.Conflict);

/// <summary>An objection has to say what is wrong.</summary>
public sealed record ObjectionWithoutWords() : Error("objection_without_words", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => "Words";
}

/// <summary>No version is in use.</summary>
public sealed record ItemNotInUse() : Error("item_not_in_use", ErrorKind.Conflict);
