using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Exchange;

/// <summary>What a file of the national education database holds.</summary>
public enum RegisterKind
{
    /// <summary>Organisations.</summary>
    Organisations,

    /// <summary>People and where they work.</summary>
    Staff,
}

/// <summary>Where an import is.</summary>
public enum RegisterImportStatus
{
    /// <summary>Rows of the file are being kept; sent again, it goes on.</summary>
    Reading,

    /// <summary>All rows are kept and are compared with our records.</summary>
    Comparing,

    /// <summary>The differences are there to be looked at; nothing of ours has changed.</summary>
    Compared,

    /// <summary>What was confirmed is being written.</summary>
    Applying,

    /// <summary>What was confirmed is written, or as much of it as there was until somebody stopped it.</summary>
    Applied,

    /// <summary>What it wrote is being taken back.</summary>
    Undoing,

    /// <summary>What it wrote is taken back, but for what others have changed since.</summary>
    Undone,

    /// <summary>Thrown away before anything was written.</summary>
    Discarded,
}

/// <summary>How a row of the file and our records stand to each other.</summary>
public enum RegisterFinding
{
    /// <summary>Both say the same.</summary>
    Same,

    /// <summary>Only the file has it: the person or organisation is not in our records.</summary>
    OnlyThere,

    /// <summary>The person is known but does not work there in our records.</summary>
    NewWorkplace,

    /// <summary>Another position there.</summary>
    OtherPosition,

    /// <summary>Only our records have it, of organisations that the file speaks about.</summary>
    OnlyHere,

    /// <summary>Another name.</summary>
    OtherName,

    /// <summary>An organisation found by its name: its code is not in our records.</summary>
    OtherCode,

    /// <summary>Another settlement or ownership.</summary>
    OtherDescription,

    /// <summary>An organisation stands below another one.</summary>
    OtherAbove,

    /// <summary>Another category. Categories are given by commissions: an import shows it and changes nothing.</summary>
    OtherCategory,

    /// <summary>A category that the position does not have, for example one of heads for a teacher.</summary>
    UnfitCategory,

    /// <summary>A position in words that are not known.</summary>
    UnknownPosition,

    /// <summary>The row cannot be used.</summary>
    Fault,

    /// <summary>
    /// Only our records have it, but the file has rows of the same organisation that cannot be used: it may be one of them. Nobody's work ends because a
    /// number was mistyped.
    /// </summary>
    PerhapsHere,
}

/// <summary>What is done about findings.</summary>
public static class RegisterFindings
{
    /// <summary>Findings that a person may confirm, so that our records follow the file; all others are only told.</summary>
    public static IReadOnlyList<RegisterFinding> Applicable(this RegisterKind kind) => kind switch
    {
        RegisterKind.Staff => [RegisterFinding.OnlyThere, RegisterFinding.NewWorkplace, RegisterFinding.OtherPosition, RegisterFinding.OnlyHere],
        RegisterKind.Organisations => [RegisterFinding.OnlyThere, RegisterFinding.OtherName, RegisterFinding.OtherCode, RegisterFinding.OtherDescription],
    };
}

/// <summary>
/// A file of the national education database, compared with our records for a day. It is worked off in portions, each in one
/// transaction: stopped anywhere, it goes on. Nothing changes before a person says which differences are to be followed, and what an
/// import wrote can be taken back.
/// </summary>
public sealed class RegisterImport : Aggregate
{
    /// <summary>Rows of a portion.</summary>
    public const int PortionRows = 1_000;

    /// <summary>Most rows of a file: a large region has 60,000 pedagogues, the country 557,000.</summary>
    public const int MostRows = 600_000;

    /// <summary>Longest file name, in characters.</summary>
    public const int FileNameMaxLength = 200;

    /// <summary>How long the rows of a file are kept after the last step; then it can no longer be applied or taken back.</summary>
    public static readonly TimeSpan RowsKeptFor = TimeSpan.FromDays(180);

    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<RegisterImportStatus> States = new(
        (RegisterImportStatus.Reading, [RegisterImportStatus.Comparing, RegisterImportStatus.Discarded]),
        (RegisterImportStatus.Comparing, [RegisterImportStatus.Compared, RegisterImportStatus.Discarded]),
        (RegisterImportStatus.Compared, [RegisterImportStatus.Applying, RegisterImportStatus.Discarded]),
        (RegisterImportStatus.Applying, [RegisterImportStatus.Applied]),
        (RegisterImportStatus.Applied, [RegisterImportStatus.Applying, RegisterImportStatus.Undoing]),
        (RegisterImportStatus.Undoing, [RegisterImportStatus.Undone]),
        (RegisterImportStatus.Undone, [RegisterImportStatus.Applying]));

    /// <summary>What the file holds.</summary>
    public required RegisterKind Kind { get; init; }

    /// <summary>Name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file in small hexadecimal digits: sent again, it goes on or is the same import.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The day for which the file speaks.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Organisation whose subtree the file is about.</summary>
    public required Guid PlaceId { get; init; }

    /// <summary>Who sent it.</summary>
    public required Guid? OwnerId { get; init; }

    /// <summary>When it was sent (UTC).</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>State.</summary>
    public RegisterImportStatus Status { get; private set; }

    /// <summary>When it moved last (UTC).</summary>
    public DateTime MovedAt { get; private set; }

    /// <summary>Rows of people or organisations in the file; 0 until all are read.</summary>
    public int Rows { get; private set; }

    /// <summary>Headings that name no column we know, each on a line.</summary>
    public string UnknownHeadings { get; private set; } = "";

    /// <summary>How often something was confirmed.</summary>
    public int Passes { get; private set; }

    /// <summary>What was confirmed last, names of <see cref="RegisterFinding"/> parted by commas.</summary>
    public string Confirmed { get; private set; } = "";

    /// <summary>When its rows were deleted (UTC); null while they are kept.</summary>
    public DateTime? RowsDroppedAt { get; private set; }

    /// <summary>Whether a job still has something to do.</summary>
    public bool IsRunning => Status is RegisterImportStatus.Comparing or RegisterImportStatus.Applying or RegisterImportStatus.Undoing;

    /// <summary>The findings that were confirmed last.</summary>
    public IReadOnlyList<RegisterFinding> ConfirmedFindings =>
        [.. Confirmed.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<RegisterFinding>)];

    /// <summary>All rows are kept.</summary>
    public Error? FinishReading(int rows, string unknownHeadings, DateTime at)
    {
        var error = Move(RegisterImportStatus.Comparing, at);
        (Rows, UnknownHeadings) = error is null ? (rows, unknownHeadings) : (Rows, UnknownHeadings);
        return error;
    }

    /// <summary>All rows are compared.</summary>
    public Error? FinishComparing(DateTime at) => Move(RegisterImportStatus.Compared, at);

    /// <summary>A person confirms that our records follow the file in some differences.</summary>
    public Error? Confirm(IReadOnlyCollection<RegisterFinding> findings, DateTime at)
    {
        if (RowsDroppedAt is not null)
        {
            return new RegisterRowsGone();
        }

        var error = Move(RegisterImportStatus.Applying, at);
        if (error is null)
        {
            (Passes, Confirmed) = (Passes + 1, string.Join(',', findings));
        }

        return error;
    }

    /// <summary>Everything confirmed is written, or a person stops it.</summary>
    public Error? FinishApplying(DateTime at) => Move(RegisterImportStatus.Applied, at);

    /// <summary>A person has what it wrote taken back.</summary>
    public Error? Undo(DateTime at) => RowsDroppedAt is null ? Move(RegisterImportStatus.Undoing, at) : new RegisterRowsGone();

    /// <summary>It is taken back.</summary>
    public Error? FinishUndoing(DateTime at) => Move(RegisterImportStatus.Undone, at);

    /// <summary>Throws it away.</summary>
    public Error? Discard(DateTime at) => Move(RegisterImportStatus.Discarded, at);

    /// <summary>Its rows are deleted.</summary>
    public void DropRows(DateTime at) => RowsDroppedAt = at;

    private StepNotAllowed? Move(RegisterImportStatus to, DateTime at)
    {
        var error = States.Check(Status, to);
        (Status, MovedAt) = error is null ? (to, at) : (Status, MovedAt);
        return error;
    }
}

/// <summary>The rows of the file were deleted, their time being over.</summary>
public sealed record RegisterRowsGone() : Error("register_rows_gone", ErrorKind.Conflict);

/// <summary>
/// Some rows of an import, packed, with what was found about them and what was done. They hold national numbers and names of people who may
/// never be in our records: they are not audited, and are deleted after <see cref="RegisterImport.RowsKeptFor"/>. What is done to our
/// records is audited there.
/// </summary>
public sealed class RegisterPortion : Entity, INotAudited
{
    /// <summary>Import.</summary>
    public required Guid ImportId { get; init; }

    /// <summary>Number, from 0; those after the last of the file hold what only our records have.</summary>
    public required int Number { get; init; }

    /// <summary>How many rows it has.</summary>
    public required int RowCount { get; init; }

    /// <summary>The rows, packed.</summary>
    public required byte[] Rows { get; init; }

    /// <summary>What was found, packed; null until it is compared.</summary>
    public byte[]? Findings { get; private set; }

    /// <summary>How often each finding is there, as JSON: pages show the counts without unpacking.</summary>
    public string Counts { get; private set; } = "{}";

    /// <summary>Up to which pass it is applied.</summary>
    public int Pass { get; private set; }

    /// <summary>What was written, packed; null while there is nothing to take back.</summary>
    public byte[]? Changes { get; private set; }

    /// <summary>How many records were written and are not taken back.</summary>
    public int Written { get; private set; }

    /// <summary>How many records could not be taken back, since others changed them or rest on them.</summary>
    public int Kept { get; private set; }

    /// <summary>It is compared.</summary>
    public void Compare(byte[] findings, string counts) => (Findings, Counts) = (findings, counts);

    /// <summary>It is applied in a pass.</summary>
    public void Apply(int pass, byte[]? changes, int written) => (Pass, Changes, Written, Kept) = (pass, changes, written, 0);

    /// <summary>It is taken back.</summary>
    /// <param name="kept">Records that stay.</param>
    public void Undo(int kept) => (Changes, Written, Kept) = (null, 0, kept);
}
