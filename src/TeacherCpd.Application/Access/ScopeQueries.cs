using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Access;

/// <summary>The scope of a permission inside a query.</summary>
public static class ScopeQueries
{
    /// <summary>Only organisations in the subtrees of <paramref name="scopes"/> (see <see cref="CurrentUser.Scopes"/>).</summary>
#pragma warning disable CA1310 // asked of the database, which has no culture
    public static IQueryable<Organisation> Within(this IQueryable<Organisation> organisations, IReadOnlyList<string> scopes) =>
        organisations.Where(o => scopes.Any(scope => o.Path.StartsWith(scope)));
#pragma warning restore CA1310
}
