using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Accounts;

/// <summary>The first day of an employment, as somebody says it.</summary>
internal static class WorksSince
{
    // the age from which the Labour Code lets a person sign a contract without anybody's consent
    private const int YoungestAge = 16;

    /// <summary>What is wrong with the day, at its field; null when nothing is.</summary>
    public static Error? Check(string field, DateOnly since, Iin iin, DateOnly today) =>
        since > today ? new InvalidInput([new FieldFault(field, "works_since_to_come", [])])
        : since < iin.BirthDate.AddYears(YoungestAge) ? new InvalidInput([new FieldFault(field, "works_since_too_early", [YoungestAge])])
        : null;
}
