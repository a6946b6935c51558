using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups.Lists;

/// <summary>Something to say about a row.</summary>
/// <param name="Key">Key of its text.</param>
/// <param name="IsFault">Whether the row cannot be taken for it; else the coordinator should know it.</param>
/// <param name="Args">Values for the places of the text.</param>
public sealed record ListRemark(string Key, bool IsFault, IReadOnlyList<object?> Args)
{
    /// <summary>The text.</summary>
    public LocalizedText Text => new(
        TextCatalogue.Get(Language.Kk, Key, Args), TextCatalogue.Get(Language.Ru, Key, Args), TextCatalogue.Get(Language.En, Key, Args));

    internal static ListRemark IinMissing() => Fault("lists.row.iin_missing");

    internal static ListRemark IinWrong(Error error) => Fault($"error.{error.Code}", [.. error.Args]);

    internal static ListRemark Twice(int row, string name) => Fault("lists.row.twice", row, name);

    internal static ListRemark NameMissing() => Fault("lists.row.name_missing");

    internal static ListRemark NameTooLong(int most) => Fault("lists.row.name_too_long", most);

    internal static ListRemark OtherName() => Fault("lists.row.other_name");

    internal static ListRemark SchoolMissing() => Fault("lists.row.school_missing");

    internal static ListRemark SchoolNotFound(string school) => Fault("lists.row.school_not_found", school);

    internal static ListRemark SchoolAmbiguous(string school, int schools) => Fault("lists.row.school_ambiguous", school, schools);

    internal static ListRemark PlaceNotFound(string place, bool isFault) => new("lists.row.place_not_found", isFault, [place]);

    internal static ListRemark Already(EnrolmentStatus status) => Fault("lists.row.already", status);

    internal static ListRemark Declined() => Fault("lists.row.declined");

    internal static ListRemark ProgrammeUnknown(string programme) => Fault("lists.row.programme_unknown", programme);

    internal static ListRemark OtherProgramme(string code, LocalizedText title) => Fault("lists.row.other_programme", code, title);

    internal static ListRemark DateUnreadable(string date) => Fault("lists.row.date_unreadable", date);

    internal static ListRemark DateToCome(DateOnly date) => Fault("lists.row.date_to_come", date);

    internal static ListRemark TeamOfAnotherSize(int size, int found) => Fault("lists.row.team_of_another_size", size, found);

    internal static ListRemark NewPerson(LocalizedText school) => Notice("lists.row.new_person", school);

    internal static ListRemark Again() => Notice("lists.row.again");

    internal static ListRemark OtherRegion(LocalizedText region) => Notice("lists.row.other_region", region);

    internal static ListRemark OtherSchool(LocalizedText school) => Notice("lists.row.other_school", school);

    internal static ListRemark NoWorkplace() => Notice("lists.row.no_workplace");

    internal static ListRemark NoQuota() => Notice("lists.row.no_quota");

    internal static ListRemark Waits() => Notice("lists.row.waits");

    private static ListRemark Fault(string key, params object?[] args) => new(key, IsFault: true, args);

    private static ListRemark Notice(string key, params object?[] args) => new(key, IsFault: false, args);
}
