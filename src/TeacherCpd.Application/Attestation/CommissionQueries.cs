using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Attestation;

/// <summary>Parts of queries that the use cases of commissions share.</summary>
internal static class CommissionQueries
{
    /// <summary>Commissions of the organisations over which the user forms commissions.</summary>
    public static IQueryable<Commission> ManagedBy(this IQueryable<Commission> commissions, IAppDbContext db, CurrentUser user)
    {
        var seats = db.Organisations.Within(user.Scopes(Permission.ManageCommissions)).Select(o => o.Id);
        return commissions.Where(c => seats.Contains(c.OrganisationId));
    }

    /// <summary>People who hold a role over an organisation, there or above it: only they may serve in its commission.</summary>
    public static IQueryable<Person> WithRoleOver(this IQueryable<Person> people, IAppDbContext db, Role role, string path)
    {
        var seats = db.Organisations.Where(o => path.StartsWith(o.Path)).Select(o => o.Id);
        return people.Where(p => p.Roles.Any(r => r.Role == role && seats.Contains(r.OrganisationId)));
    }

    /// <summary>Cases that wait for a decision of a commission.</summary>
    public static IQueryable<AttestationCase> OpenAt(this IQueryable<AttestationCase> cases, Guid commissionId) =>
        cases.Where(c => c.CommissionId == commissionId
            && (c.Status == AttestationCaseStatus.UnderReview || c.Status == AttestationCaseStatus.Voting));

    /// <summary>Commissions in which the person serves.</summary>
    public static IQueryable<Commission> OfMember(this IQueryable<Commission> commissions, Guid personId) =>
        commissions.Where(c => c.Members.Any(m => m.PersonId == personId && m.Status == CommissionMemberStatus.Serving));

    /// <summary>Level of the commission of an organisation of a kind (order 83, paragraph 19).</summary>
    public static CommissionLevel Level(this OrganisationKind kind) => kind switch
    {
        OrganisationKind.Ministry => CommissionLevel.Ministry,
        OrganisationKind.Region => CommissionLevel.Region,
        OrganisationKind.District => CommissionLevel.District,
        OrganisationKind.School or OrganisationKind.Centre or OrganisationKind.Branch or OrganisationKind.AssessmentCentre => CommissionLevel.Organisation,
    };
}
