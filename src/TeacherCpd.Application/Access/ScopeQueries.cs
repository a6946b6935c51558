using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Access;

/// <summary>The scope of a permission inside a query.</summary>
public static class ScopeQueries
{
    /// <summary>Only organisations in the subtrees of <paramref name="scopes"/> (see <see cref="CurrentUser.Scopes"/>).</summary>
    public static IQueryable<Organisation> Within(this IQueryable<Organisation> organisations, IReadOnlyList<string> scopes) =>
        organisations.Where(o => scopes.Any(scope => EF.Functions.Like(o.Path, scope + "%")));
}
