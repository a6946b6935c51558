using System.Text.RegularExpressions;

namespace TeacherCpd.Browser.Tests;

/// <summary>No page of the product is left out by the journeys. Runs after them; alone it fails.</summary>
[Collection(Journeys.Name)]
public sealed class EveryPageTests(Chromium chromium)
{
    // pages that show nothing of their own, and those to which another system leads; /Index is / under its second name
    private static readonly string[] Silent =
    [
        "/error", "/language", "/sign-out", "/Index", "/calendar/{token}.ics", "/sign-in/outside", "/sign-in/outside/back", "/outside-courses/{id:guid}/open", "/lti/authorize",
    ];

    [Fact]
    public void The_journeys_together_saw_every_page_of_the_product()
    {
        Assert.SkipWhen(Chromium.Program is null, "No Chromium.");
        var seen = chromium.Seen;
        Assert.NotEmpty(seen.Templates);
        var paths = seen.Paths.ToList();
        Assert.Empty(seen.Templates.Except(Silent).Where(template => !paths.Any(Shape(template).IsMatch)).ToList());
    }

    // {id:guid} is one part of the address, /{code?} one that may be left out
    private static Regex Shape(string template) => new(
        "^" + Regex.Replace(template, @"/\{[^}]*\?\}|\{[^}]*\}", m => m.Value.Contains('?', StringComparison.Ordinal) ? "(/[^/]+)?" : "[^/]+") + "$");
}
