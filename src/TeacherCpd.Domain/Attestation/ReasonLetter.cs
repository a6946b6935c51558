using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>Where a letter of reasons is.</summary>
public enum ReasonLetterStatus
{
    /// <summary>Drafted by the product; nobody outside sees it.</summary>
    Draft,

    /// <summary>Approved by a person and sent.</summary>
    Approved,
}

/// <summary>Which state of a letter may follow which.</summary>
public static class ReasonLetterStates
{
    /// <summary>The table; everything not listed is refused.</summary>
    public static readonly Transitions<ReasonLetterStatus> Table = new((ReasonLetterStatus.Draft, [ReasonLetterStatus.Approved]));
}

/// <summary>
/// The letter that tells a candidate why the commission decided so: drafted from votes and criteria, read, changed and approved by a
/// person before it goes. It names no member.
/// </summary>
public sealed class ReasonLetter : Aggregate
{
    /// <summary>Longest text, in characters.</summary>
    public const int TextLength = 12_000;

    private string text = "";

    /// <summary>Protocol of the decision; one letter each.</summary>
    public required Guid ProtocolId { get; init; }

    /// <summary>Case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Language: that of the candidate.</summary>
    public required Language Language { get; init; }

    /// <summary>When it was drafted (UTC).</summary>
    public required DateTime DraftedAt { get; init; }

    /// <summary>State.</summary>
    public ReasonLetterStatus Status { get; private set; }

    /// <summary>Text; line feeds begin a paragraph.</summary>
    public required string Text
    {
        get => text;
        init => text = value;
    }

    /// <summary>Number, for example <c>HT-2026-000012</c>; null until it is approved.</summary>
    public string? Number { get; private set; }

    /// <summary>Who approved it; null before.</summary>
    public Guid? ApprovedById { get; private set; }

    /// <summary>When (UTC); null before.</summary>
    public DateTime? ApprovedAt { get; private set; }

    /// <summary>Keeps a text that is not approved yet.</summary>
    public Error? Rewrite(string newText)
    {
        if (Status != ReasonLetterStatus.Draft)
        {
            return new StepNotAllowed(Status.ToString(), nameof(ReasonLetterStatus.Draft));
        }

        text = newText;
        return null;
    }

    /// <summary>A person approves it: it goes to the candidate as it is.</summary>
    public Error? Approve(string number, Guid personId, DateTime at)
    {
        var error = ReasonLetterStates.Table.Check(Status, ReasonLetterStatus.Approved);
        if (error is null)
        {
            (Status, Number, ApprovedById, ApprovedAt) = (ReasonLetterStatus.Approved, number, personId, at);
        }

        return error;
    }
}
