using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>Nobody prepares, votes on or decides the own case.</summary>
public sealed record OwnCase() : Error("own_case", ErrorKind.Conflict);

/// <summary>A case that a commission has accepted is prepared by the secretary of that commission alone.</summary>
public sealed record NotSecretaryOfCommission() : Error("not_secretary_of_commission", ErrorKind.Forbidden);

/// <summary>The cases that a secretary may see: handed in, from organisations in scope.</summary>
internal static class SecretaryCases
{
    /// <summary>Only cases in the scopes of the user, once they are handed in.</summary>
    public static IQueryable<AttestationCase> ForSecretary(this IQueryable<AttestationCase> cases, IAppDbContext db, CurrentUser user)
    {
        var organisations = db.Organisations.Within(user.Scopes(Permission.PrepareAttestationCases)).Select(o => o.Id);
        return cases.Where(c => organisations.Contains(c.OrganisationId) && c.SubmittedAt != null);
    }

    /// <summary>The case, to be changed; an error where the user may not see it, it is the own one, or another commission's.</summary>
    public static async Task<Result<AttestationCase>> CaseToPrepareAsync(
        this IAppDbContext db, CurrentUser user, Guid caseId, CancellationToken cancellationToken)
    {
        var found = await db.AttestationCases
            .ForSecretary(db, user)
            .Include(c => c.Scores)
            .Include(c => c.Votes)
            .Include(c => c.Recusals)
            .Include(c => c.Evidence)
            .Include(c => c.Claims)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == caseId, cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        if (found.PersonId == user.Me)
        {
            return new OwnCase();
        }

        return found.CommissionId is null || await db.Commissions.AnyAsync(c => c.Id == found.CommissionId && c.SecretaryId == user.Me, cancellationToken)
            ? found
            : new NotSecretaryOfCommission();
    }
}
