using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;

namespace TeacherCpd.Application.Attestation.OwnEvidence;

/// <summary>Cases as far as evidence touches them.</summary>
internal static class EvidenceCases
{
    /// <summary>Own cases whose review has not begun, with their evidence, to be changed.</summary>
    public static Task<List<AttestationCase>> CasesOpenForEvidenceAsync(this IAppDbContext db, Guid personId, CancellationToken cancellationToken) =>
        db.AttestationCases
            .Include(c => c.Evidence)
            .Include(c => c.Claims)
            .AsSplitQuery()
            .Where(c => c.PersonId == personId && (c.Status == AttestationCaseStatus.Open || c.Status == AttestationCaseStatus.Submitted))
            .OrderBy(c => c.Id)
            .ToListAsync(cancellationToken);

    /// <summary>One of the own cases with everything that its evidence touches, to be changed; null where it is not the own one.</summary>
    public static Task<AttestationCase?> OwnCaseForEvidenceAsync(this IAppDbContext db, Guid personId, Guid caseId, CancellationToken cancellationToken) =>
        db.AttestationCases
            .Include(c => c.Scores)
            .Include(c => c.Evidence)
            .Include(c => c.Claims)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == caseId && c.PersonId == personId, cancellationToken);

    /// <summary>
    /// Cases whose evidence the user may look into: the own ones, those handed in that the user prepares as secretary, and those at the
    /// vote of a commission in which the user serves and has a part in the case.
    /// </summary>
    public static IQueryable<AttestationCase> WithEvidenceFor(this IQueryable<AttestationCase> cases, IAppDbContext db, CurrentUser user)
    {
        var me = user.Me;
        var prepared = user.Can(Permission.PrepareAttestationCases)
            ? db.AttestationCases.ForSecretary(db, user)
                .Where(c => c.CommissionId == null || db.Commissions.Any(k => k.Id == c.CommissionId && k.SecretaryId == me))
                .Select(c => c.Id)
            : db.AttestationCases.Where(c => false).Select(c => c.Id);
        var voted = user.Can(Permission.VoteOnAttestationCases)
            ? db.AttestationCases.ForMember(db, me).Select(c => c.Id)
            : db.AttestationCases.Where(c => false).Select(c => c.Id);
        return cases.Where(c => c.PersonId == me || prepared.Contains(c.Id) || voted.Contains(c.Id));
    }
}
