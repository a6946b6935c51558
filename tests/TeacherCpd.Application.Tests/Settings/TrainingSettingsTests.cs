using Microsoft.Extensions.Configuration;
using TeacherCpd.Domain.Development;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Application.Tests.Settings;

public sealed class TrainingSettingsTests
{
    [Fact]
    public void Without_settings_the_law_holds() =>
        Assert.Equal((3, 36, 6, false), Read() is var s ? (s.Years, s.Hours, s.WarnMonths, s.CountActivities) : default);

    [Fact]
    public void A_row_takes_the_place_of_the_usual_one()
    {
        var rule = Read(
            ("Activities:0:Kind", "Webinar"), ("Activities:0:SharePercent", "50"), ("Activities:0:MostPerActivity", "9"), ("Activities:0:MostPerPeriod", "9")).ToRule();

        Assert.Equal(5, Assert.Single(rule.Activities.Count([new ClaimedHours(Guid.Empty, DevelopmentKind.Webinar, default, 10)])).Hours);
    }

    [Theory]
    [InlineData("Years", "0")]
    [InlineData("Years", "11")]
    [InlineData("Hours", "0")]
    [InlineData("WarnMonths", "25")]
    [InlineData("CountActivities", "maybe")]
    [InlineData("Activities:0:Kind", "Party")]
    [InlineData("Activities:0:SharePercent", "101")]
    [InlineData("Activities:0:Share", "10")]
    public void What_makes_no_sense_stops_the_start_with_the_name_of_the_section(string key, string value)
    {
        var fault = Assert.Throws<SettingsException>(() => Read(
            ("Activities:0:Kind", "Webinar"), ("Activities:0:SharePercent", "50"), ("Activities:0:MostPerActivity", "9"), ("Activities:0:MostPerPeriod", "9"), (key, value)));

        Assert.Contains("Training", fault.Message, StringComparison.Ordinal);
    }

    private static TrainingSettings Read(params (string Key, string Value)[] values)
    {
        var all = new Dictionary<string, string?>();
        foreach (var (key, value) in values)
        {
            all[$"Training:{key}"] = value;
        }

        return SettingsRegistration.Get<TrainingSettings>(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
    }
}
