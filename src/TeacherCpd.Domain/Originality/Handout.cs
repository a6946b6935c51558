using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Originality;

/// <summary>
/// A template, handout or law that listeners are given: what a text shares with it does not count. It is never changed;
/// a new edition is registered beside it and the old one retired, since reports written with it stay what they are.
/// </summary>
public sealed class Handout : Aggregate
{
    /// <summary>Name as people know it.</summary>
    public required string Title { get; init; }

    /// <summary>Programme whose listeners are given it; null when all are.</summary>
    public required Guid? ProgrammeId { get; init; }

    /// <summary>SHA-256 of the text in lower-case hexadecimal: the audit names the text by it.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When it was registered (UTC).</summary>
    public required DateTime RegisteredAt { get; init; }

    /// <summary>Who registered it.</summary>
    public required Guid RegisteredBy { get; init; }

    /// <summary>From when on it is left out of new checks (UTC); null while in use.</summary>
    public DateTime? RetiredAt { get; private set; }

    /// <summary>Leaves it out of checks from now on; those that were done stay as they are.</summary>
    public Error? Retire(DateTime at)
    {
        if (RetiredAt is not null)
        {
            return new StepNotAllowed("Retired", "Retired");
        }

        RetiredAt = at;
        return null;
    }
}

/// <summary>The text of a handout; kept apart because it is long and only checks read it.</summary>
public sealed class HandoutText : INotAudited
{
    /// <summary>Handout.</summary>
    public required Guid HandoutId { get; init; }

    /// <summary>Text, paragraphs separated by a line feed.</summary>
    public required string Text { get; init; }
}
