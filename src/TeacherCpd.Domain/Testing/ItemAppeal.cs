using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Domain.Testing;

/// <summary>On what an appeal against an item rests (order 83, paragraph 49).</summary>
public enum AppealGround
{
    /// <summary>The answer held to be right is not well founded.</summary>
    KeyDisputed,

    /// <summary>No answer is right.</summary>
    NoRightAnswer,

    /// <summary>More than one answer is right.</summary>
    SeveralRightAnswers,

    /// <summary>The task is not correct.</summary>
    TaskIncorrect,

    /// <summary>A part or the text was missing.</summary>
    TextMissing,
}

/// <summary>Where an appeal is.</summary>
public enum ItemAppealStatus
{
    /// <summary>Waits for an expert.</summary>
    Filed,

    /// <summary>The item is struck out, and its point given to everybody who was asked it.</summary>
    Upheld,

    /// <summary>The item stands.</summary>
    Rejected,
}

/// <summary>Which state of an appeal may follow which.</summary>
public static class ItemAppealStates
{
    /// <summary>The table; everything not listed is refused. A decision is final (order 83, paragraph 52).</summary>
    public static readonly Transitions<ItemAppealStatus> Table = new((ItemAppealStatus.Filed, [ItemAppealStatus.Upheld, ItemAppealStatus.Rejected]));
}

/// <summary>A teacher objects to an item of the own attempt, each item with its own reason (order 83, paragraph 48).</summary>
public sealed class ItemAppeal : Aggregate
{
    /// <summary>Longest reason and longest decision, in characters.</summary>
    public const int WordsLength = 2000;

    /// <summary>Attempt; each of its positions is appealed against once.</summary>
    public required Guid AttemptId { get; init; }

    /// <summary>Position of the question.</summary>
    public required int Position { get; init; }

    /// <summary>Version of the item asked there.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>Who appeals.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>On what it rests.</summary>
    public required AppealGround Ground { get; init; }

    /// <summary>Reason.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was filed (UTC).</summary>
    public required DateTime FiledAt { get; init; }

    /// <summary>State.</summary>
    public ItemAppealStatus Status { get; private set; }

    /// <summary>Expert who decided; null before.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>When it was decided (UTC); null before.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why so; empty before.</summary>
    public string Decision { get; private set; } = "";

    /// <summary>Decides it.</summary>
    /// <param name="expertId">Expert: neither wrote nor reviewed the item, nor appeals.</param>
    /// <param name="isUpheld">Whether the item is struck out.</param>
    /// <param name="words">Why.</param>
    /// <param name="item">The item, with its versions and reviews.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Decide(Guid expertId, bool isUpheld, string words, TestItem item, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(item);
        var to = isUpheld ? ItemAppealStatus.Upheld : ItemAppealStatus.Rejected;
        if (ItemAppealStates.Table.Check(Status, to) is { } refused)
        {
            return refused;
        }

        if (!MayDecide(expertId, item))
        {
            return new AppealOfOwnItem();
        }

        (Status, DecidedBy, DecidedAt, Decision) = (to, expertId, at, words);
        return null;
    }

    /// <summary>Whether somebody may decide it: neither wrote nor reviewed the item, nor appeals.</summary>
    /// <param name="personId">Person.</param>
    /// <param name="item">The item, with its versions and reviews.</param>
    public bool MayDecide(Guid personId, TestItem item) =>
        personId != PersonId && !item.IsWrittenBy(personId) && !item.Versions.Any(v => v.Reviews.Any(r => r.ReviewerId == personId));
}

/// <summary>What a person is told about an attempt.</summary>
public enum TestingNoticeKind
{
    /// <summary>The own appeal was decided.</summary>
    AppealDecided,

    /// <summary>The result changed because an item was struck out.</summary>
    ResultChanged,
}

/// <summary>A mail about an attempt.</summary>
public sealed class TestingNotice : Mailing
{
    /// <summary>Attempt.</summary>
    public required Guid AttemptId { get; init; }

    /// <summary>Appeal that it is about; each is told once.</summary>
    public required Guid AppealId { get; init; }

    /// <summary>What it tells.</summary>
    public required TestingNoticeKind Kind { get; init; }

    /// <summary>Who is told.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public required DateTime WrittenAt { get; init; }
}

/// <summary>Who wrote or reviewed an item, or appeals, does not decide the appeal.</summary>
public sealed record AppealOfOwnItem() : Error("appeal_of_own_item", ErrorKind.Conflict);
