using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>Terms of originality cases that no plan sets.</summary>
/// <param name="StatementDays">Calendar days in which a teacher may give a statement, the day after the opening being the first.</param>
public sealed record CaseTerms(int StatementDays);

/// <summary>Opens the case of a version, or joins the one that awaits its verdict.</summary>
internal static class CaseOpening
{
    // whoever opens or joins sees what those before did: two reports of one version give one case
    private const string Line = "originality-case";

    /// <summary>The case of a version with one more ground; the teacher of a new one is told.</summary>
    /// <param name="db">Database.</param>
    /// <param name="work">The work.</param>
    /// <param name="terms">Terms.</param>
    /// <param name="groundOf">Makes the ground of a case.</param>
    /// <param name="at">Moment (UTC).</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<OriginalityCase> OpenOrJoinAsync(
        this IAppDbContext db, WorkPlace work, CaseTerms terms, Func<Guid, CaseGround> groundOf, DateTime at, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(Line, cancellationToken);
        var @case = await db.OriginalityCases
            .Include(c => c.Grounds)
            .Where(c => c.VersionId == work.VersionId && (c.Status == OriginalityCaseStatus.Open || c.Status == OriginalityCaseStatus.Heard))
            .FirstOrDefaultAsync(cancellationToken);
        if (@case is null)
        {
            var today = Clock.DayOf(at);
            var number = await db.NextNumberAsync(string.Create(CultureInfo.InvariantCulture, $"originality-case/{today.Year}"), cancellationToken);
            @case = new OriginalityCase
            {
                Number = string.Create(CultureInfo.InvariantCulture, $"OR-{today.Year}-{number:000000}"),
                VersionId = work.VersionId,
                OpenedAt = at,
                StatementDueOn = today.AddDays(terms.StatementDays),
                HoldsWork = work.Plan.Consequence == OriginalityConsequence.Hold,
            };
            db.OriginalityCases.Add(@case);
            db.Tell(@case, work.PersonId, CaseNoticeKind.Opened, at);
        }

        _ = @case.Join(groundOf(@case.Id));
        return @case;
    }

    /// <summary>Writes what the teacher is to be told; the sweep of the next minute sends it.</summary>
    public static void Tell(this IAppDbContext db, OriginalityCase @case, Guid personId, CaseNoticeKind kind, DateTime at) =>
        db.CaseNotices.Add(new CaseNotice { CaseId = @case.Id, RecipientId = personId, Kind = kind, WrittenAt = at });
}
