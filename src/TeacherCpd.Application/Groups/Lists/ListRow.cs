using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups.Lists;

/// <summary>What would become of a row.</summary>
public enum ListRowState
{
    /// <summary>Would have a place.</summary>
    Ready,

    /// <summary>Would wait for a place.</summary>
    Waiting,

    /// <summary>Cannot be taken.</summary>
    Wrong,
}

/// <summary>A row and what was found out about it.</summary>
internal sealed class ListRow(ListLine line)
{
    private readonly List<ListRemark> remarks = [];

    public ListLine Line { get; } = line;

    /// <summary>National number, as far as it can be read.</summary>
    public string Iin { get; set; } = "";

    /// <summary>Who is meant, as the register knows them, else as the list does.</summary>
    public required ListedName Name { get; set; }

    /// <summary>The person; null for somebody unknown.</summary>
    public Guid? PersonId { get; set; }

    public Workplace? Work { get; set; }

    public LocalizedText? Region { get; set; }

    public LocalizedText? School { get; set; }

    /// <summary>Date of the order that the row names.</summary>
    public DateOnly? OrderDate { get; set; }

    /// <summary>The enrolment that the person gave back.</summary>
    public Enrolment? Before { get; set; }

    public IReadOnlyList<ListRemark> Remarks => remarks;

    public bool IsWrong => remarks.Exists(r => r.IsFault);

    /// <summary>Whether the row would wait.</summary>
    public bool Waits { get; set; }

    public ListRowState State => IsWrong ? ListRowState.Wrong : Waits ? ListRowState.Waiting : ListRowState.Ready;

    public void Add(ListRemark remark) => remarks.Add(remark);

    /// <summary>Everything that keeps the row back.</summary>
    public LocalizedText Why()
    {
        var faults = remarks.Where(r => r.IsFault).Select(r => r.Text).ToList();
        return new(string.Join(' ', faults.Select(f => f.Kk)), string.Join(' ', faults.Select(f => f.Ru)), string.Join(' ', faults.Select(f => f.En)));
    }
}

/// <summary>Names of a person.</summary>
internal sealed record ListedName(string Family, string Given, string Patronymic)
{
    public const int MaxLength = 100;

    public bool IsComplete => Family.Length > 0 && Given.Length > 0;

    public string Full => string.Join(' ', new[] { Family, Given, Patronymic }.Where(n => n.Length > 0));
}
