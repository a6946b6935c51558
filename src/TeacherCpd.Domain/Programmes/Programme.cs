using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Programmes;

/// <summary>A course programme of the register. Its content stands in versions.</summary>
public sealed class Programme : Aggregate
{
    /// <summary>Longest code, in characters.</summary>
    public const int CodeMaxLength = 20;

    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaxLength = 400;

    /// <summary>Longest list of other spellings, in characters.</summary>
    public const int AliasesMaxLength = 4000;

    private readonly List<ProgrammeVersion> versions = [];
    private readonly List<ProgrammeAccreditation> accreditations = [];
    private LocalizedText title = null!;
    private string direction = null!;
    private string aliases = "";
    private AudienceTypes audiences;
    private EducationLevel level = EducationLevel.Secondary;

    /// <summary>Code, for example <c>P01</c>. It stays for ever: lists, reports and addresses name the programme by it.</summary>
    public required string Code { get; init; }

    /// <summary>Official title. Certificates carry that of their day.</summary>
    public required LocalizedText Title
    {
        get => title;
        init => title = value;
    }

    /// <summary>Direction: one of <see cref="ProgrammeDirections.All"/>.</summary>
    public required string Direction
    {
        get => direction;
        init => direction = value;
    }

    /// <summary>Other spellings under which lists name the programme, one a line; empty when there are none.</summary>
    public string Aliases
    {
        get => aliases;
        init => aliases = value;
    }

    /// <summary>Training centre that wrote it; null where nobody takes care of it any more.</summary>
    public Guid? CentreId { get; init; }

    /// <summary>Kinds of people by which the register finds it. Whom a version is for in words, the version says.</summary>
    public AudienceTypes Audiences
    {
        get => audiences;
        init => audiences = value;
    }

    /// <summary>Level of education at which they work.</summary>
    public EducationLevel Level
    {
        get => level;
        init => level = value;
    }

    /// <summary>Title that the variants for several subjects share; empty texts where it stands alone.</summary>
    public LocalizedText Family { get; init; } = new("", "", "");

    /// <summary>Subject of the variant, as its teachers are called in lists; empty texts where it is for no subject.</summary>
    public LocalizedText Subject { get; init; } = new("", "", "");

    /// <summary>Versions, oldest first.</summary>
    public IReadOnlyCollection<ProgrammeVersion> Versions => versions;

    /// <summary>Accreditations by agencies, present and past.</summary>
    public IReadOnlyCollection<ProgrammeAccreditation> Accreditations => accreditations;

    /// <summary>Replaces the other spellings; empty lines and repetitions are left out.</summary>
    public void AlsoKnownAs(IEnumerable<string> spellings) => aliases = Spellings(spellings);

    /// <summary>Whether a version stands or stood in the list of the Committee. Asked of a programme read with its papers.</summary>
    public bool WasListed =>
        versions.Exists(v => v.Status == ProgrammeVersionStatus.Listed || v.Approvals.Any(a => a.Kind == ApprovalKind.CommitteeLetter));

    /// <summary>
    /// Corrects what the register says of the programme. Once a version was listed, direction and level stay, since the counts of past
    /// years go by them, and a Kazakh or Russian title that is corrected stays as another spelling: letters and lists name the
    /// programme by it.
    /// </summary>
    /// <param name="to">Title.</param>
    /// <param name="kinds">Kinds of people that it is for.</param>
    /// <param name="newDirection">Direction; null: as it is.</param>
    /// <param name="newLevel">Level of education; null: as it is.</param>
    public Error? Correct(LocalizedText to, AudienceTypes kinds, string? newDirection, EducationLevel? newLevel)
    {
        var former = new[] { (title.Kk, to.Kk), (title.Ru, to.Ru) }.Where(t => t.Item1 != t.Item2 && t.Item1.Length > 0).Select(t => t.Item1);
        var spellings = WasListed ? Spellings(aliases.Split('\n').Concat(former)) : aliases;
        if (WasListed && (newDirection ?? direction) != direction)
        {
            return new ListedProgrammeFrozen(nameof(Direction));
        }

        if (WasListed && (newLevel ?? level) != level)
        {
            return new ListedProgrammeFrozen(nameof(Level));
        }

        if (spellings.Length > AliasesMaxLength)
        {
            return new TooManySpellings();
        }

        (title, audiences, direction, level, aliases) = (to, kinds, newDirection ?? direction, newLevel ?? level, spellings);
        return null;
    }

    /// <summary>Adds a version.</summary>
    public void Add(ProgrammeVersion version) => versions.Add(version);

    /// <summary>Adds an accreditation.</summary>
    public void Add(ProgrammeAccreditation accreditation) => accreditations.Add(accreditation);

    /// <summary>Makes a draft from the newest version. One version at a time is on its way to the council.</summary>
    /// <param name="reason">Why the programme has to change.</param>
    /// <param name="draft">The draft where it was made.</param>
    public Error? DraftNewVersion(string reason, out ProgrammeVersion? draft)
    {
        draft = null;
        var newest = versions.MaxBy(v => v.Number);
        if (newest is null || newest.Status < ProgrammeVersionStatus.Agreed)
        {
            return new DraftIsThere(newest?.Number ?? 0);
        }

        draft = newest.Copy(reason);
        versions.Add(draft);
        return null;
    }

    /// <summary>Records the protocol by which the council agreed a version. Earlier versions in force are replaced by it.</summary>
    public Error? Agree(ProgrammeVersion version, ApprovalDocument protocol)
    {
        if (version.Agree(protocol) is { } error)
        {
            return error;
        }

        foreach (var older in versions.Where(v => v.Number < version.Number && v.Status.IsInForce()))
        {
            older.Replace();
        }

        return null;
    }

    private static string Spellings(IEnumerable<string> spellings) =>
        string.Join('\n', spellings.Select(s => s.Trim()).Where(s => s.Length > 0).Distinct());
}

/// <summary>A version was listed: what the counts of past years go by stays.</summary>
/// <param name="Frozen">Name of the field.</param>
public sealed record ListedProgrammeFrozen(string Frozen) : Error("listed_programme_frozen", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string Field => Frozen;
}

/// <summary>The former title finds no room among the other spellings.</summary>
public sealed record TooManySpellings() : Error("too_many_spellings", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string Field => "Aliases";
}

/// <summary>Directions under which the register sorts programmes (2022 report, section 1.5).</summary>
public static class ProgrammeDirections
{
    /// <summary>Programmes of a school subject: they have to prepare for an inclusive class.</summary>
    public const string Subject = "subject";

    /// <summary>All codes, in the order of the report.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "methodology", "content", "vocational", Subject, "upbringing", "literacy", "inclusive", "leadership", "preschool", "secondary", "nis", "longterm",
    ];
}

/// <summary>The programme has a version that the council has not agreed yet.</summary>
/// <param name="Number">Number of that version.</param>
public sealed record DraftIsThere(int Number) : Error("draft_is_there", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Number];
}

/// <summary>What an agency decided.</summary>
public enum AccreditationStatus
{
    /// <summary>The source does not say.</summary>
    NotStated,

    /// <summary>Without conditions.</summary>
    Unconditional,

    /// <summary>With conditions to be met.</summary>
    Conditional,
}

/// <summary>Accreditation of a programme by an agency.</summary>
public sealed class ProgrammeAccreditation : Entity
{
    /// <summary>Programme.</summary>
    public Guid ProgrammeId { get; init; }

    /// <summary>Agency.</summary>
    public required string Agency { get; init; }

    /// <summary>What it decided.</summary>
    public required AccreditationStatus Status { get; init; }

    /// <summary>Year in which it was given; some sources tell no more.</summary>
    public required int Year { get; init; }

    /// <summary>First day; null where only the year is known.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day; null where no end is stated.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Number of the certificate; null where it is not stated.</summary>
    public string? Number { get; init; }
}

/// <summary>Kind of document by which a version is agreed or listed.</summary>
public enum ApprovalKind
{
    /// <summary>Protocol of the ministry's Expert Council.</summary>
    CouncilProtocol,

    /// <summary>Letter of the ministry's Committee.</summary>
    CommitteeLetter,
}

/// <summary>A protocol or letter: a record of its own, for one or several versions.</summary>
public sealed class ApprovalDocument : Entity
{
    /// <summary>Longest number, in characters.</summary>
    public const int NumberMaxLength = 60;

    /// <summary>Kind.</summary>
    public required ApprovalKind Kind { get; init; }

    /// <summary>Number as printed.</summary>
    public required string Number { get; init; }

    /// <summary>Date.</summary>
    public required DateOnly Date { get; init; }
}
