using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>What learners reached, read from analyses of achievements.</summary>
internal static class LearnerResultsQueries
{
    /// <summary>The learners of all classes of an analysis together; nobody where nothing was measured.</summary>
    public static async Task<LearnerFigures> LearnersOfAsync(this IAppDbContext db, Guid contactId, CancellationToken cancellationToken) =>
        (await db.ClassResults.Where(r => r.ContactId == contactId).Select(r => r.Figures).ToListAsync(cancellationToken)).Aggregate(LearnerFigures.None, (a, b) => a + b);
}
