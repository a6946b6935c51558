namespace TeacherCpd.Originality;

/// <summary>What a source is to the checked text.</summary>
public enum SourceRole
{
    /// <summary>Work of others: what is found in it counts.</summary>
    Work,

    /// <summary>A template, handout or law that everybody is given: what is found in it is excluded.</summary>
    Template,

    /// <summary>
    /// An earlier version by the same author: what is found in it is not held against the text when a work that was
    /// handed in after it has the same.
    /// </summary>
    OwnEarlierVersion,
}

/// <summary>A text to compare with.</summary>
/// <param name="Id">Its id; of two equal matches the one with the smaller id wins, the earlier one for UUIDs of version 7.</param>
/// <param name="Text">Text.</param>
/// <param name="Role">What it is to the checked text.</param>
/// <param name="Order">When it was handed in: a smaller number is earlier. Asked for only beside own earlier versions.</param>
public sealed record Source(Guid Id, PreparedText Text, SourceRole Role = SourceRole.Work, int Order = 0)
{
    /// <summary>A work of others, from its plain text.</summary>
    public Source(Guid id, string text)
        : this(id, PreparedText.From(text))
    {
    }
}
