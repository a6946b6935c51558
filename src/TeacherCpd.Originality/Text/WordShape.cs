namespace TeacherCpd.Originality.Text;

/// <summary>Which alphabets a word shows while it is read.</summary>
internal struct WordShape
{
    private int latin;
    private int cyrillic;
    private int guest;
    private int exclusiveLatin;
    private int exclusiveCyrillic;
    private bool letterBefore;
    private bool digitAfterLetter;

    /// <summary>An invisible character other than a soft hyphen stands in it or behind it.</summary>
    public bool Invisible;

    /// <summary>A space too narrow to be seen stands in it.</summary>
    public bool NarrowSpace;

    /// <summary>Letters in front of which a hyphen or apostrophe was, one bit a letter.</summary>
    public ulong Joins;

    /// <summary>A digit stands between two letters and no hyphen between them.</summary>
    public bool DigitInside { get; private set; }

    /// <summary>A letter of it belongs to one alphabet only.</summary>
    public readonly bool HasExclusive => exclusiveLatin + exclusiveCyrillic > 0;

    /// <summary>Letters of two alphabets.</summary>
    public readonly bool Mixed => guest > 0 ? latin + cyrillic > 0 : latin > 0 && cyrillic > 0;

    /// <summary>Neither of one alphabet nor free of look-alikes only: somebody has to decide.</summary>
    public readonly bool NeedsJudgement => Mixed || (latin + cyrillic > 0 && !HasExclusive);

    /// <summary>Letters that only Latin has.</summary>
    public readonly int ExclusiveLatin => exclusiveLatin;

    /// <summary>Letters that only Cyrillic has.</summary>
    public readonly int ExclusiveCyrillic => exclusiveCyrillic;

    /// <summary>Adds a letter or digit.</summary>
    public void Add(UnitInfo info, bool afterJoin)
    {
        if (info.Kind == UnitKind.Digit)
        {
            digitAfterLetter = !afterJoin && (letterBefore || digitAfterLetter);
            letterBefore = false;
            return;
        }

        DigitInside |= digitAfterLetter && !afterJoin;
        digitAfterLetter = false;
        letterBefore = true;
        int exclusive = info.Likeness == Likeness.Strong ? 0 : 1;
        switch (info.Script)
        {
            case Text.Script.Latin:
                latin++;
                exclusiveLatin += exclusive;
                break;
            case Text.Script.Cyrillic:
                cyrillic++;
                exclusiveCyrillic += exclusive;
                break;
            case Text.Script.Guest:
                guest++;
                break;
            case Text.Script.None:
            default:
                break;
        }
    }

    /// <summary>Notes that the last letter turned out to be of one alphabet only.</summary>
    public void Exclusive(Script script)
    {
        exclusiveLatin += script == Text.Script.Latin ? 1 : 0;
        exclusiveCyrillic += script == Text.Script.Cyrillic ? 1 : 0;
    }

    /// <summary>The alphabet of most letters.</summary>
    public readonly Script Script()
    {
        if (latin + cyrillic + guest == 0)
        {
            return Text.Script.None;
        }

        return guest > latin + cyrillic ? Text.Script.Guest
            : latin > cyrillic ? Text.Script.Latin
            : Text.Script.Cyrillic;
    }
}
