using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Organisations;

/// <summary>Parts of queries that the use cases of providers share.</summary>
internal static class ProviderQueries
{
    /// <summary>The provider that a training centre is; null where nothing is recorded of it.</summary>
    public static Task<Provider?> ProviderOfAsync(this IAppDbContext db, Guid? centreId, CancellationToken cancellationToken) =>
        db.Providers
            .AsSplitQuery()
            .Include(p => p.Reviews)
            .Include(p => p.Accreditations)
            .SingleOrDefaultAsync(p => p.OrganisationId == centreId, cancellationToken);

    /// <summary>The provider, to be changed; begun with its first record.</summary>
    public static async Task<Result<Provider>> ProviderToChangeAsync(
        this IAppDbContext db, CurrentUser user, Guid centreId, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.ManageProviders))
        {
            return new Forbidden();
        }

        if (!await db.Organisations.AnyAsync(o => o.Id == centreId && o.Kind == OrganisationKind.Centre, cancellationToken))
        {
            return new NotFound();
        }

        var provider = await db.ProviderOfAsync(centreId, cancellationToken);
        if (provider is null)
        {
            provider = new Provider { OrganisationId = centreId };
            db.Providers.Add(provider);
        }

        return provider;
    }
}
