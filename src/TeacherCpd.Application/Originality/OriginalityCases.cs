using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>A case with the work that it is about.</summary>
internal sealed class CaseWork
{
    public required OriginalityCase Case { get; init; }

    public required WorkPlace Work { get; init; }
}

internal static class OriginalityCaseQueries
{
    /// <summary>Cases that keep a work from being assessed.</summary>
    public static IQueryable<OriginalityCase> HoldingCases(this IAppDbContext db) =>
        db.OriginalityCases.Where(c => c.HoldsWork && (c.Status == OriginalityCaseStatus.Open || c.Status == OriginalityCaseStatus.Heard));

    /// <summary>Every case with its work; to be narrowed by the caller.</summary>
    public static IQueryable<CaseWork> CaseWorks(this IAppDbContext db) =>
        from @case in db.OriginalityCases
        join work in db.WorkPlaces() on @case.VersionId equals work.VersionId
        select new CaseWork { Case = @case, Work = work };

    /// <summary>The cases that a user answers for: as trainer of the group, or by a permission over its branch. The own ones are none of them.</summary>
    public static IQueryable<CaseWork> CasesOf(this IAppDbContext db, CurrentUser user)
    {
        var me = user.Me;
        var trains = user.Can(Permission.GiveFeedback);
        var branches = db.Organisations.Within([.. user.Scopes(Permission.RunOriginality), .. user.Scopes(Permission.DecideOriginality)]);
        return db.CaseWorks().Where(c => c.Work.PersonId != me
            && ((trains && c.Work.TrainerId == me) || branches.Any(b => b.Id == c.Work.BranchId)));
    }

    /// <summary>A case that a user may decide as far as the branch goes; whether the user is independent is the case's to say.</summary>
    public static async Task<CaseWork?> CaseToDecideAsync(this IAppDbContext db, CurrentUser user, Guid caseId, CancellationToken cancellationToken)
    {
        var branches = db.Organisations.Within(user.Scopes(Permission.DecideOriginality));
        var @case = await db.OriginalityCases.Include(c => c.Grounds).SingleOrDefaultAsync(c => c.Id == caseId, cancellationToken);
        var work = @case is null ? null : await db.WorkPlaces()
            .AsNoTracking()
            .Where(w => w.VersionId == @case.VersionId && branches.Any(b => b.Id == w.BranchId))
            .SingleOrDefaultAsync(cancellationToken);
        return work is null ? null : new CaseWork { Case = @case!, Work = work };
    }

    /// <summary>A user's own case.</summary>
    public static async Task<OriginalityCase?> OwnCaseAsync(this IAppDbContext db, CurrentUser user, Guid caseId, CancellationToken cancellationToken)
    {
        var me = user.Me;
        return await db.OriginalityCases
            .Where(c => c.Id == caseId && db.WorkPlaces().Any(w => w.VersionId == c.VersionId && w.PersonId == me))
            .SingleOrDefaultAsync(cancellationToken);
    }
}
