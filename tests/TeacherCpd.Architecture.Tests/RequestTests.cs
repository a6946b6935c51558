using System.Reflection;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;

namespace TeacherCpd.Architecture.Tests;

/// <summary>What every request has to have.</summary>
public sealed class RequestTests
{
    private static readonly Type[] Types = typeof(IAppDbContext).Assembly.GetTypes();

    private static readonly Type[] Requests = [.. Types.Where(t => !t.IsAbstract && t.GetInterfaces().Any(IsRequest))];

    [Fact]
    public void Every_request_declares_who_may_send_it() =>
        Assert.Empty(Requests.Where(r => r.GetCustomAttributes<AccessAttribute>().Count() != 1).Select(r => r.Name));

    [Fact]
    public void Every_request_has_one_handler()
    {
        var handled = Types
            .Where(t => !t.IsAbstract)
            .SelectMany(t => t.GetInterfaces())
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
            .Select(i => i.GetGenericArguments()[0])
            .ToList();

        Assert.Empty(Requests.Where(r => handled.Count(h => h == r) != 1).Select(r => r.Name));
    }

    [Fact]
    public void Commands_and_queries_are_named_as_what_they_are_and_stand_in_a_file_of_their_own_name()
    {
        var files = Directory.EnumerateFiles(Path.Combine(LayerTests.Repository(), "src", "TeacherCpd.Application"), "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .ToHashSet();

        Assert.Empty(Requests.Where(r =>
        {
            var ending = r.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>)) ? "Query" : "Command";
            return !r.Name.EndsWith(ending, StringComparison.Ordinal) || !files.Contains(r.Name[..^ending.Length]);
        }).Select(r => r.Name));
    }

    [Fact]
    public void Handlers_are_sealed_and_used_through_the_pipeline_only() =>
        Assert.Empty(Types
            .Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)))
            .Where(t => !t.IsSealed || t.IsPublic)
            .Select(t => t.Name));

    [Fact]
    public void Every_permission_is_held_by_some_role_and_every_role_has_some() =>
        Assert.All(Enum.GetValues<Permission>(), permission => Assert.Contains(Enum.GetValues<Role>(), role => role.Holds(permission)));

    private static bool IsRequest(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequest<>);
}
