using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Groups.Lists;

namespace TeacherCpd.Application.Groups;

/// <summary>No row says in which columns name and time stand.</summary>
public sealed record MeetingListWithoutColumns() : Error("meeting_list_without_columns", ErrorKind.Invalid);

/// <summary>A row of a list of a meeting.</summary>
/// <param name="Row">Number in the file, from 1.</param>
/// <param name="Name">Name as the person or the program wrote it.</param>
/// <param name="Email">Address; empty for none.</param>
/// <param name="Stay">When the person was there.</param>
internal sealed record MeetingLine(int Row, string Name, string Email, MeetingStay Stay);

/// <summary>
/// Finds the rows of stays in what programs for meetings export. Some put several tables below each other: a summary, the people, and their single
/// stays. The last table with single stays is read, else the last that has names and time: so nobody's time is counted out of two tables.
/// </summary>
internal static class MeetingList
{
    private static readonly string[] NameHeads = ["name", "full name", "participant", "participant name", "user name", "имя", "имя участника", "полное имя", "фио", "участник", "аты-жөні", "аты", "қатысушы"];
    private static readonly string[] MailHeads = ["email", "e-mail", "почт", "пошта"];
    private static readonly string[] JoinHeads = ["join", "вход", "присоедин", "кіру", "қосыл"];
    private static readonly string[] LeaveHeads = ["leave", "left", "выход", "отключ", "шығу"];
    private static readonly string[] LengthHeads = ["duration", "длительн", "продолжительн", "ұзақтығы"];
    private static readonly string[] FirstHeads = ["first", "перв", "алғашқы"];

    /// <summary>The stays of a file.</summary>
    /// <param name="table">Cells of the file.</param>
    /// <param name="begins">Beginning of the session in Kazakhstan, where the list was exported.</param>
    public static Result<IReadOnlyList<MeetingLine>> Of(ListTable table, DateTime begins)
    {
        var blocks = new List<(Columns Columns, List<ListTableRow> Rows)>();
        foreach (var row in table.Rows)
        {
            if (Columns.Of(row.Cells) is { } columns)
            {
                blocks.Add((columns, []));
            }
            else if (blocks.Count > 0)
            {
                blocks[^1].Rows.Add(row);
            }
        }

        if (blocks.Count == 0)
        {
            return new MeetingListWithoutColumns();
        }

        var (heads, rows) = blocks.FindLast(b => b.Columns.HasSingleStays) is { Rows: not null } single ? single : blocks[^1];
        return rows
            .Select(row => heads.Line(row, begins))
            .Where(line => line.Name.Length > 0 && line.Stay is not { From: null, Length: null })
            .ToList();
    }

    private sealed record Columns(int Name, int Email, int Join, int Leave, int Length, bool HasSingleStays)
    {
        public static Columns? Of(IReadOnlyList<string> cells)
        {
            var heads = cells.Select(c => c.Trim().ToLowerInvariant()).ToList();
            var name = heads.FindIndex(h => NameHeads.Contains(h.Split('(')[0].Trim()));
            var (join, leave, length) = (IndexOf(JoinHeads), IndexOf(LeaveHeads), IndexOf(LengthHeads));
            return name < 0 || (join < 0 && length < 0)
                ? null
                : new Columns(name, IndexOf(MailHeads), join, leave, length, join >= 0 && leave >= 0 && !FirstHeads.Any(f => heads[join].Contains(f, StringComparison.Ordinal)));

            int IndexOf(string[] words) => heads.FindIndex(h => words.Any(w => h.Contains(w, StringComparison.Ordinal)));
        }

        public MeetingLine Line(ListTableRow row, DateTime begins)
        {
            var (from, to) = (Moment(Join), Moment(Leave));
            return new MeetingLine(row.Number, ListText.Clean(Cell(Name)), ListText.Clean(Cell(Email)).ToLowerInvariant(), new MeetingStay(from, to, MeetingWords.Length(Cell(Length))));

            string Cell(int column) => column >= 0 && column < row.Cells.Count ? row.Cells[column] : "";

            DateTime? Moment(int column) => MeetingWords.Moment(Cell(column), begins) is { } local ? TimeZoneInfo.ConvertTimeToUtc(local, Clock.Zone) : null;
        }
    }
}

/// <summary>Somebody of the roster whom a row may mean.</summary>
internal sealed record MeetingCandidate(Guid EnrolmentId, string Iin, string Email, string FamilyName, string GivenName, string Patronymic, bool IsMarked);

/// <summary>Whom a row of a list means: by national number, else by address, else by name.</summary>
internal static class MeetingMatch
{
    private const int IinLength = 12;

    /// <summary>Those who may be meant: one alone where it is clear, several namesakes, or nobody.</summary>
    public static IReadOnlyList<MeetingCandidate> Find(MeetingLine line, IReadOnlyList<MeetingCandidate> people)
    {
        var number = line.Name.Split(' ', '(', ')', ',', '_', '-').FirstOrDefault(w => w.Length == IinLength && w.All(char.IsAsciiDigit));
        if (number is not null && people.Where(p => p.Iin == number).ToList() is [var byNumber])
        {
            return [byNumber];
        }

        if (line.Email.Length > 0 && people.Where(p => string.Equals(p.Email, line.Email, StringComparison.OrdinalIgnoreCase)).ToList() is [var byMail])
        {
            return [byMail];
        }

        var words = Words(line.Name.Split('(')[0]);
        return [.. people.Where(p => words == Words($"{p.FamilyName} {p.GivenName}") || words == Words($"{p.FamilyName} {p.GivenName} {p.Patronymic}"))];
    }

    // words in any order, spellings of one sound alike
    private static string Words(string name) => string.Join(' ', ListText.Key(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
}
