using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed class CommissionTermTests
{
    private static readonly DateOnly Today = new(2026, 2, 10);

    [Theory]
    [InlineData("2026-02-10", "2027-02-09")]
    [InlineData("2026-09-01", "2027-08-31")]
    [InlineData("2028-02-29", "2029-02-27")]
    public void Powers_LastOneYear(string from, string to) =>
        Assert.Equal(Day(to), Commission.LastDayOf(Day(from)));

    [Theory]
    [InlineData("2026-02-10", true)]
    [InlineData("2026-08-30", true)]
    [InlineData("2026-02-09", false)]
    [InlineData("2026-08-31", false)]
    [InlineData("2027-01-01", false)]
    public void Powers_EndEarlyButNotInThePast(string lastDay, bool ends)
    {
        var commission = new Commission
        {
            OrganisationId = Guid.CreateVersion7(),
            Name = new LocalizedText("а", "б", "c"),
            ValidFrom = new DateOnly(2025, 9, 1),
            ValidTo = new DateOnly(2026, 8, 31),
            SecretaryId = Guid.CreateVersion7(),
        };

        var refused = commission.End(Day(lastDay), Today);

        Assert.Equal(ends, refused is null);
        Assert.Equal(ends ? Day(lastDay) : new DateOnly(2026, 8, 31), commission.ValidTo);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
