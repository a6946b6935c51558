using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Reports;

/// <summary>
/// Who was trained in a year: by education level, programme and audience, source of money, sex, settlement and language, as
/// tables 9 to 13 of the 2022 report have it. Counted from the enrolments of the schools in reach; sums are computed, never
/// kept, so they are always those of the rows.
/// </summary>
/// <param name="Filter">Year in which the groups begin, and what narrows it.</param>
[RequirePermission(Permission.SeeTraining)]
public sealed record GetTraineesQuery(ReportFilter Filter) : IQuery<TraineeReport>;

/// <summary>Who was trained in a year.</summary>
/// <param name="Levels">By education level, each with its programmes, the largest first.</param>
/// <param name="IntellectualSchools">Of them, people of the Nazarbayev Intellectual Schools, by programme.</param>
public sealed record TraineeReport(
    int Year,
    int Total,
    IReadOnlyList<LevelCount> Levels,
    IReadOnlyList<Share<FundingSource>> Funding,
    IReadOnlyList<Share<Sex>> Sexes,
    IReadOnlyList<Share<Settlement>> Settlements,
    IReadOnlyList<Share<Language>> Languages,
    IReadOnlyList<ProgrammeCount> IntellectualSchools);

/// <summary>How many of a kind.</summary>
/// <param name="PerMille">Share of the whole in tenths of a per cent, rounded half up.</param>
public sealed record Share<T>(T Kind, int Count, int PerMille);

/// <summary>Trainees of an education level.</summary>
/// <param name="PerMille">Share of all trainees.</param>
public sealed record LevelCount(EducationLevel Level, int Count, int PerMille, IReadOnlyList<ProgrammeCount> Programmes);

/// <summary>Trainees of a programme.</summary>
/// <param name="PerMille">Share of the level, or of the Intellectual Schools.</param>
public sealed record ProgrammeCount(string Code, LocalizedText Title, LocalizedText Audience, int Count, int PerMille);

internal sealed class GetTraineesHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetTraineesQuery, Result<TraineeReport>>
{
    private const int SexDigit = 6;

    public async Task<Result<TraineeReport>> Handle(GetTraineesQuery request, CancellationToken cancellationToken)
    {
        var filter = request.Filter;
        if (await db.ReachAsync(user, Permission.SeeTraining, filter, cancellationToken) is not { } reach)
        {
            return new NotFound();
        }

        // one question; the few thousand combinations are added up here
        var counts = await (
            from trainee in db.Trainees(reach, db.GroupsOf(filter), filter.First, filter.Last)
            let enrolment = trainee.Enrolment
            let g = trainee.Group
            join person in db.Persons on enrolment.PersonId equals person.Id
            join s in db.Organisations on enrolment.SchoolId equals s.Id into found
            from school in found.DefaultIfEmpty()
            group enrolment by new
            {
                g.ProgrammeVersionId,
                g.Funding,
                g.Language,
                SexDigit = person.Iin.Substring(SexDigit, 1),
                Settlement = school == null ? Settlement.NotStated : school.Settlement,
                Ownership = school == null ? Ownership.NotStated : school.Ownership,
            }
            into same
            select new { same.Key, Count = same.Count() })
            .ToListAsync(cancellationToken);
        var versions = counts.Select(c => c.Key.ProgrammeVersionId).Distinct().ToList();
        var programmes = await (
            from version in db.ProgrammeVersions
            where EF.Parameter(versions).Contains(version.Id)
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            select new { version.Id, programme.Code, programme.Title, programme.Level, version.Audience, version.Number })
            .ToDictionaryAsync(v => v.Id, cancellationToken);

        var total = counts.Sum(c => c.Count);
        var byLevel = counts
            .GroupBy(c => programmes[c.Key.ProgrammeVersionId].Level)
            .OrderBy(g => g.Key)
            .Select(g => new LevelCount(
                g.Key,
                g.Sum(c => c.Count),
                Rounded.PerMille(g.Sum(c => c.Count), total),
                Programmes(g.Select(c => (c.Key.ProgrammeVersionId, c.Count)))))
            .ToList();
        return new TraineeReport(
            filter.Year,
            total,
            byLevel,
            Shares(counts.Select(c => (c.Key.Funding, c.Count)), total),
            Shares(counts.Select(c => (Iin.SexOf(c.Key.SexDigit[0]), c.Count)), total),
            Shares(counts.Select(c => (c.Key.Settlement, c.Count)), total),
            Shares(counts.Select(c => (c.Key.Language, c.Count)), total),
            Programmes(counts.Where(c => c.Key.Ownership == Ownership.IntellectualSchools).Select(c => (c.Key.ProgrammeVersionId, c.Count))));

        List<ProgrammeCount> Programmes(IEnumerable<(Guid Version, int Count)> rows)
        {
            var all = rows.ToList();
            var sum = all.Sum(r => r.Count);
            return
            [
                .. all
                    .GroupBy(r => programmes[r.Version].Code)
                    .Select(g => (Programme: programmes[g.MaxBy(r => programmes[r.Version].Number).Version], Count: g.Sum(r => r.Count)))
                    .OrderByDescending(p => p.Count)
                    .ThenBy(p => p.Programme.Code, StringComparer.Ordinal)
                    .Select(p => new ProgrammeCount(p.Programme.Code, p.Programme.Title, p.Programme.Audience, p.Count, Rounded.PerMille(p.Count, sum))),
            ];
        }
    }

    private static List<Share<T>> Shares<T>(IEnumerable<(T Kind, int Count)> rows, int total)
        where T : struct, Enum =>
        [
            .. rows
                .GroupBy(r => r.Kind)
                .Select(g => (g.Key, Count: g.Sum(r => r.Count)))
                .OrderBy(g => g.Key)
                .Select(g => new Share<T>(g.Key, g.Count, Rounded.PerMille(g.Count, total))),
        ];
}
