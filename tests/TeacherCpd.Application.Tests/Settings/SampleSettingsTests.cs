using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Infrastructure.Settings;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Settings;

public sealed class SampleSettingsTests
{
    private static readonly string Sample = Path.Combine(RepositoryFolder.Root, "appsettings.sample.json");

    private static readonly IConfigurationRoot Configuration = new ConfigurationBuilder().AddJsonFile(Sample).Build();

    public static TheoryData<string> Sections => new(SettingsRegistration.Sections.Keys);

    [Fact]
    public void The_sample_binds_strictly_and_is_valid() =>
        Assert.NotNull(new ServiceCollection().AddSettings(Configuration));

    [Fact]
    public void The_sample_has_every_section_and_no_other() =>
        Assert.Equal(SettingsRegistration.Sections.Keys.Order(), Configuration.GetChildren().Select(s => s.Key).Order());

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_property_that_can_be_set_stands_in_the_sample(string section)
    {
        var settable = SettingsRegistration.Sections[section].GetProperties().Where(p => p.SetMethod is { IsPublic: true }).Select(p => p.Name);

        using var sample = JsonDocument.Parse(File.ReadAllText(Sample), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        Assert.Equal(settable.Order(), sample.RootElement.GetProperty(section).EnumerateObject().Select(p => p.Name).Order());
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void The_sample_shows_the_defaults(string section)
    {
        var type = SettingsRegistration.Sections[section];
        var defaults = Activator.CreateInstance(type);
        var sample = Configuration.GetSection(section).Get(type) ?? throw new InvalidOperationException(section);

        Assert.Equal(JsonSerializer.Serialize(defaults, type), JsonSerializer.Serialize(sample, type));
    }

    [Fact]
    public void A_key_that_nobody_knows_stops_the_start()
    {
        var wrong = new ConfigurationBuilder().AddJsonFile(Sample).AddInMemoryCollection(new Dictionary<string, string?> { ["Mail:Hots"] = "x" }).Build();

        var fault = Assert.Throws<SettingsException>(() => new ServiceCollection().AddSettings(wrong));

        Assert.Contains("Hots", fault.Message, StringComparison.Ordinal);
    }
}
