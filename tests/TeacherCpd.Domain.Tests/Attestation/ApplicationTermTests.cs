using System.Globalization;
using TeacherCpd.Domain.Attestation;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed class ApplicationTermTests
{
    [Theory]
    [InlineData("2026-02-10 17:59", "2026-02-11")]
    [InlineData("2026-02-10 18:00", "2026-02-12")]
    [InlineData("2026-02-13 12:00", "2026-02-16")]
    [InlineData("2026-02-14 12:00", "2026-02-17")]
    [InlineData("2026-03-20 12:00", "2026-03-24")]
    public void AnApplicationIsAnswered_WithinOneWorkingDay(string came, string due) =>
        Assert.Equal(
            DateOnly.Parse(due, CultureInfo.InvariantCulture),
            ApplicationTerm.DueOn(DateTime.Parse(came, CultureInfo.InvariantCulture)));
}
