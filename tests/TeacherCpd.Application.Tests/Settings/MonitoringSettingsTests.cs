using Microsoft.Extensions.Configuration;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Application.Tests.Settings;

public sealed class MonitoringSettingsTests
{
    [Fact]
    public void Without_a_table_the_usual_one_holds() =>
        Assert.Equal(SupportPlan.Default, Read().ToPlan().Contacts);

    [Fact]
    public void A_table_takes_the_place_of_the_usual_one() =>
        Assert.Equal(
            [new PlannedContact(ContactKind.Survey, 1), new PlannedContact(ContactKind.Webinar, 12)],
            Read(("Contacts:0:Kind", "Webinar"), ("Contacts:0:Month", "12"), ("Contacts:1:Kind", "Survey"), ("Contacts:1:Month", "1")).ToPlan().Contacts);

    [Theory]
    [InlineData("Contacts:0:Month", "0")]
    [InlineData("Contacts:0:Month", "13")]
    [InlineData("Contacts:0:Kind", "Party")]
    [InlineData("Contacts:1:Month", "5")]
    [InlineData("Contacts:0:Week", "5")]
    [InlineData("RemindDaysBefore", "0")]
    [InlineData("RemindDaysBefore", "61")]
    [InlineData("RemindDaysAfter", "0")]
    [InlineData("RemindDaysAfter", "soon")]
    public void What_makes_no_sense_stops_the_start_with_the_name_of_the_section(string key, string value)
    {
        var fault = Assert.Throws<SettingsException>(() => Read(("Contacts:0:Kind", "Survey"), ("Contacts:0:Month", "5"), ("Contacts:1:Kind", "Survey"), ("Contacts:1:Month", "6"), (key, value)));

        Assert.Contains("Monitoring", fault.Message, StringComparison.Ordinal);
    }

    private static MonitoringSettings Read(params (string Key, string Value)[] values)
    {
        var all = new Dictionary<string, string?>();
        foreach (var (key, value) in values)
        {
            all[$"Monitoring:{key}"] = value;
        }

        return SettingsRegistration.Get<MonitoringSettings>(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
    }
}
