using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>Nobody prepares, votes on or decides the own case.</summary>
public sealed record OwnCase() : Error("own_case", ErrorKind.Conflict);

/// <summary>The cases that a secretary may see: handed in, from organisations in scope.</summary>
internal static class SecretaryCases
{
    /// <summary>Only cases in the scopes of the user, once they are handed in.</summary>
    public static IQueryable<AttestationCase> ForSecretary(this IQueryable<AttestationCase> cases, IAppDbContext db, CurrentUser user)
    {
        var organisations = db.Organisations.Within(user.Scopes(Permission.PrepareAttestationCases)).Select(o => o.Id);
        return cases.Where(c => organisations.Contains(c.OrganisationId) && c.SubmittedAt != null);
    }

    /// <summary>The case, to be changed; an error where the user may not see it or it is the own one.</summary>
    public static async Task<Result<AttestationCase>> CaseToPrepareAsync(
        this IAppDbContext db, CurrentUser user, Guid caseId, CancellationToken cancellationToken)
    {
        var found = await db.AttestationCases
            .ForSecretary(db, user)
            .Include(c => c.Scores)
            .Include(c => c.Votes)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == caseId, cancellationToken);
        return found is null ? new NotFound() : found.PersonId == user.Me ? new OwnCase() : found;
    }
}
