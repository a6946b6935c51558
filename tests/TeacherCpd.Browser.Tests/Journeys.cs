using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Sdk;
using Xunit.v3;

namespace TeacherCpd.Browser.Tests;

/// <summary>
/// All journeys share one browser and run one after another: each class has a site of its own, and Hangfire keeps its log
/// in a static member, so that a site that ends takes it away from the other.
/// </summary>
[CollectionDefinition(Name)]
[TestClassOrderer(typeof(EveryPageComesLast))]
public sealed class Journeys : ICollectionFixture<Chromium>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "journeys";
}

/// <summary>What all journeys together have seen of the product.</summary>
public sealed class SeenPages
{
    private readonly HashSet<(string Role, string Kind)> seen = [];
    private readonly HashSet<string> templates = [];

    /// <summary>Addresses that came up, ids replaced by <c>{id}</c>.</summary>
    public IEnumerable<string> Paths => seen.Select(s => s.Kind).Distinct();

    /// <summary>Addresses of the product's pages, as they are routed. Empty until a window was opened.</summary>
    public IReadOnlyCollection<string> Templates => templates;

    /// <summary>Notes a page; true when this is the first of its kind that comes up for the role.</summary>
    public bool IsFirst(string role, string kind) => seen.Add((role, kind));

    /// <summary>Notes which pages the product has.</summary>
    public void Know(RunningSite site)
    {
        if (templates.Count == 0)
        {
            templates.UnionWith(site.Services.GetRequiredService<EndpointDataSource>().Endpoints
                .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
                .Cast<RouteEndpoint>()
                .Select(e => "/" + e.RoutePattern.RawText!.Trim('/')));
        }
    }
}

/// <summary>The other journeys have to be over before it can be said what nobody saw.</summary>
public sealed class EveryPageComesLast : ITestClassOrderer
{
    public IReadOnlyCollection<TTestClass?> OrderTestClasses<TTestClass>(IReadOnlyCollection<TTestClass?> testClasses)
        where TTestClass : notnull, ITestClass =>
        [.. testClasses.OrderBy(c => c?.TestClassName == typeof(EveryPageTests).FullName)];
}
