namespace TeacherCpd.Originality;

/// <summary>A sign that a text was changed to escape comparison. It is shown to a person, it proves nothing alone.</summary>
public enum EvidenceKind
{
    /// <summary>A word with letters of two alphabets of which one imitates the other.</summary>
    MixedScript,

    /// <summary>A word with characters inside that nobody sees.</summary>
    InvisibleCharacters,

    /// <summary>A word with digits in the place of letters.</summary>
    DigitsForLetters,

    /// <summary>A word cut by spaces too narrow to be seen.</summary>
    NarrowSpaces,

    /// <summary>A run that a reader of the document cannot see; it was left out of the comparison.</summary>
    HiddenText,
}

/// <summary>One sign of evasion.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Start">First UTF-16 unit in the original text.</param>
/// <param name="Length">UTF-16 units in the original text.</param>
/// <param name="Restored">The word as it was compared, in lower case; empty for hidden text.</param>
public readonly record struct Evidence(EvidenceKind Kind, int Start, int Length, string Restored);
