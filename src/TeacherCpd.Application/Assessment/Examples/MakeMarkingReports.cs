using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment.Examples;

/// <summary>
/// Makes a report for each assessor whose work others marked too; once a month, however often it is sent. Levels are compared
/// criterion by criterion with those of the other assessor, the moderator, the appeal, or the agreed ones of an example.
/// </summary>
[SystemOnly]
public sealed record MakeMarkingReportsCommand : ICommand<Done>;

internal sealed class MakeMarkingReportsHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<MakeMarkingReportsCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(MakeMarkingReportsCommand request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var month = new DateOnly(today.Year, today.Month, 1);
        var done = await db.MarkingReports.Where(r => r.MadeOn >= month).Select(r => r.AssessorId).ToListAsync(cancellationToken);
        var pairs = await db.ComparedMarks(null, Clock.BeginOf(today.AddYears(-1)))
            .GroupBy(p => new { p.AssessorId, p.Own, p.Reference })
            .Select(g => new { g.Key.AssessorId, g.Key.Own, g.Key.Reference, Count = g.Count() })
            .ToListAsync(cancellationToken);
        db.MarkingReports.AddRange(pairs
            .Where(p => !done.Contains(p.AssessorId))
            .GroupBy(p => p.AssessorId)
            .Select(of => new MarkingReport
            {
                AssessorId = of.Key,
                MadeOn = today,
                Comparisons = of.Sum(p => p.Count),
                Same = of.Where(p => p.Own == p.Reference).Sum(p => p.Count),
                Steps = of.Sum(p => (p.Reference - p.Own) * p.Count),
            }));
        return Done.Value;
    }
}

/// <summary>A level of an assessor beside one of somebody else for the same criterion of the same work.</summary>
internal sealed record ComparedMark
{
    public Guid AssessorId { get; init; }

    public Guid CriterionId { get; init; }

    public Grade Own { get; init; }

    public Grade Reference { get; init; }
}

internal static class Comparisons
{
    /// <summary>All pairs of levels since a moment.</summary>
    /// <param name="db">Database.</param>
    /// <param name="assessorId">Assessor; null: all.</param>
    /// <param name="since">Sheets signed since then (UTC).</param>
    public static IQueryable<ComparedMark> ComparedMarks(this IAppDbContext db, Guid? assessorId, DateTime since) =>
        from own in db.RubricSheets
        where own.SignedAt >= since && (assessorId == null || own.AuthorId == assessorId)
            && (own.Role == SheetRole.First || own.Role == SheetRole.Second || own.Role == SheetRole.Practice || own.Role == SheetRole.Seed)
        join other in db.RubricSheets on own.PortfolioVersionId equals other.PortfolioVersionId
        where other.AuthorId != own.AuthorId && other.SignedAt != null && other.ReturnedAt == null && SheetRoles.References.Contains(other.Role)
        from mine in own.Marks
        join theirs in db.RubricSheets.SelectMany(s => s.Marks) on new { SheetId = other.Id, mine.CriterionId } equals new { theirs.SheetId, theirs.CriterionId }
        where mine.Level != null && theirs.Level != null
        select new ComparedMark { AssessorId = own.AuthorId, CriterionId = mine.CriterionId, Own = mine.Level!.Value, Reference = theirs.Level!.Value };
}
