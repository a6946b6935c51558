using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>
/// By when an application is accepted or refused (order 83, paragraph 16): within one working day. One that comes after working hours
/// or on a day on which nobody works is registered on the next working day.
/// </summary>
public static class ApplicationTerm
{
    /// <summary>Paragraph of the order.</summary>
    public const string Paragraph = "16";

    /// <summary>End of the working hours. The order leaves them to labour law and the office: six in the evening, Kazakhstan's time.</summary>
    public static readonly TimeOnly EndOfHours = new(18, 0);

    /// <summary>Day on which an application counts as registered.</summary>
    /// <param name="local">When it came, in Kazakhstan's time.</param>
    public static DateOnly RegisteredOn(DateTime local)
    {
        var day = DateOnly.FromDateTime(local);
        return WorkingDays.OnOrAfter(TimeOnly.FromDateTime(local) >= EndOfHours ? day.AddDays(1) : day);
    }

    /// <summary>Last day on which it is accepted or refused in time.</summary>
    /// <param name="local">When it came, in Kazakhstan's time.</param>
    public static DateOnly DueOn(DateTime local) => WorkingDays.OnOrAfter(RegisteredOn(local).AddDays(1));
}
