using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>The checks that a person has to look at: given up, or waiting far too long.</summary>
internal static class StuckChecks
{
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(10);

    /// <summary>Those of groups in the user's scope.</summary>
    public static IQueryable<StuckCheckView> StuckChecksOf(this IAppDbContext db, CurrentUser user, DateTime now)
    {
        var branches = db.Organisations.Within(user.Scopes(Permission.RunOriginality));
        var before = now - TooLong;
        return
            from check in db.OriginalityChecks
            where check.Status == CheckStatus.Failed || (check.Status == CheckStatus.Queued && (check.QueuedAgainAt ?? check.QueuedAt) < before)
            join place in db.MaterialPlaces() on check.MaterialId equals place.MaterialId
            where branches.Any(b => b.Id == place.BranchId)
            select new StuckCheckView
            {
                Id = check.Id,
                Status = check.Status,
                Attempts = check.Attempts,
                QueuedAt = check.QueuedAt,
                QueuedAgainAt = check.QueuedAgainAt,
                FailedAt = check.FinishedAt,
                Round = check.Round,
                GroupCode = place.GroupCode,
                ListenerCode = place.ListenerCode,
                Kind = place.Kind,
                Part = place.Part,
                Number = place.Number,
            };
    }
}
