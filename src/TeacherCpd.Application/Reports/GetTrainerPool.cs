using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Reports;

/// <summary>
/// The trainer pool in figures: trained in a year by programme and source, trained in three years with the share of the attracted,
/// what recertification gave, and school coaches by direction; tables 7, 8, 18 and 20 of the 2022 report. Trained are pairs of
/// trainer and programme, as the report counts them. Of the trainers and schools in reach; sums are computed, never kept.
/// </summary>
/// <param name="Year">Year.</param>
[RequirePermission(Permission.SeeTrainers)]
public sealed record GetTrainerPoolQuery(int Year) : IQuery<TrainerPoolReport>;

/// <summary>The trainer pool in figures.</summary>
/// <param name="Programmes">Trained in the year, a row a programme, the largest first.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="Years">Trained in the year and the two before it.</param>
/// <param name="Recertified">What recertification of the year gave.</param>
/// <param name="Coaches">School coaches prepared up to the end of the year, by direction.</param>
public sealed record TrainerPoolReport(
    int Year,
    IReadOnlyList<TrainedOfProgramme> Programmes,
    TrainedCounts Sum,
    IReadOnlyList<TrainedOfYear> Years,
    RecertifiedCounts Recertified,
    IReadOnlyList<Share<CoachDirection>> Coaches);

/// <summary>Trained for a programme.</summary>
public sealed record TrainedOfProgramme(string Code, LocalizedText Title, TrainedCounts Counts);

/// <summary>Trained, by where they came from.</summary>
/// <param name="Staff">Staff of the centre.</param>
/// <param name="IntelligentSchools">Attracted from the Intellectual Schools.</param>
/// <param name="GeneralSchools">Attracted from general schools.</param>
/// <param name="Preschools">Attracted from preschools.</param>
public sealed record TrainedCounts(int Staff, int IntelligentSchools, int GeneralSchools, int Preschools)
{
    /// <summary>All of them.</summary>
    public int Total => Staff + IntelligentSchools + GeneralSchools + Preschools;

    /// <summary>Those who were attracted.</summary>
    public int Attracted => Total - Staff;

    /// <summary>Share of the whole in tenths of a per cent, rounded half up.</summary>
    public int PerMille(int count) => Rounded.PerMille(count, Total);
}

/// <summary>Trained in a year.</summary>
public sealed record TrainedOfYear(int Year, TrainedCounts Counts);

/// <summary>What recertification gave.</summary>
/// <param name="Assessed">Reports that the council decided on.</param>
/// <param name="Certified">Certified anew.</param>
/// <param name="WithoutReport">Carried over without a report; not counted as assessed.</param>
/// <param name="Undecided">Without a decision yet.</param>
public sealed record RecertifiedCounts(int Assessed, int Certified, int WithoutReport, int Undecided)
{
    /// <summary>Assessed and carried over to the next campaign.</summary>
    public int CarriedOver => Assessed - Certified;

    /// <summary>Share of the assessed that was certified, in tenths of a per cent, rounded half up.</summary>
    public int PerMille => Rounded.PerMille(Certified, Assessed);
}

internal sealed class GetTrainerPoolHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetTrainerPoolQuery, Result<TrainerPoolReport>>
{
    private const int YearsShown = 3;

    public async Task<Result<TrainerPoolReport>> Handle(GetTrainerPoolQuery request, CancellationToken cancellationToken)
    {
        var (first, last) = (new DateOnly(request.Year - YearsShown + 1, 1, 1), new DateOnly(request.Year, 12, 31));
        var seen = db.TrainersSeenBy(user);
        var trained = await (
            from trainer in seen
            from authorisation in trainer.Authorisations
            where authorisation.TrainedOn >= first && authorisation.TrainedOn <= last
            group authorisation by new { authorisation.TrainedOn.Year, authorisation.ProgrammeId, authorisation.TrainedAs }
            into same
            select new { same.Key.Year, same.Key.ProgrammeId, same.Key.TrainedAs, Count = same.Count() })
            .ToListAsync(cancellationToken);
        var ids = trained.Select(t => t.ProgrammeId).Distinct().ToList();
        var programmes = await db.Programmes
            .Where(p => EF.Parameter(ids).Contains(p.Id))
            .Select(p => new { p.Id, p.Code, p.Title })
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var ofYear = trained.Where(t => t.Year == request.Year).ToList();
        var schools = await db.CoachSchoolsAsync(user, Permission.SeeTrainers, cancellationToken);
        var coaches = await db.SchoolCoaches
            .Where(c => c.TrainedOn <= last && schools.Any(s => s.Id == c.SchoolId))
            .GroupBy(c => c.Direction)
            .Select(g => new { Direction = g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var allCoaches = coaches.Sum(c => c.Count);
        return new TrainerPoolReport(
            request.Year,
            [
                .. ofYear
                    .GroupBy(t => t.ProgrammeId)
                    .Select(g => new TrainedOfProgramme(programmes[g.Key].Code, programmes[g.Key].Title, Counts(g.Select(t => (t.TrainedAs, t.Count)))))
                    .OrderByDescending(p => p.Counts.Total)
                    .ThenBy(p => p.Code, StringComparer.Ordinal),
            ],
            Counts(ofYear.Select(t => (t.TrainedAs, t.Count))),
            [
                .. Enumerable.Range(request.Year - YearsShown + 1, YearsShown)
                    .Select(year => new TrainedOfYear(year, Counts(trained.Where(t => t.Year == year).Select(t => (t.TrainedAs, t.Count))))),
            ],
            await RecertifiedAsync(request.Year, seen, cancellationToken),
            [.. coaches.OrderBy(c => c.Direction).Select(c => new Share<CoachDirection>(c.Direction, c.Count, Rounded.PerMille(c.Count, allCoaches)))]);
    }

    private async Task<RecertifiedCounts> RecertifiedAsync(int year, IQueryable<Trainer> seen, CancellationToken cancellationToken)
    {
        var counts = await (
            from recertification in db.Recertifications
            where db.RecertificationCampaigns.Any(c => c.Id == recertification.CampaignId && c.Year == year) && seen.Any(t => t.Id == recertification.TrainerId)
            group recertification by new { recertification.Status, HasReport = recertification.Reports.Any() }
            into same
            select new { same.Key.Status, same.Key.HasReport, Count = same.Count() })
            .ToListAsync(cancellationToken);
        var certified = counts.Where(c => c.Status == RecertificationStatus.Certified).Sum(c => c.Count);
        return new RecertifiedCounts(
            certified + counts.Where(c => c.Status == RecertificationStatus.NotRecommended && c.HasReport).Sum(c => c.Count),
            certified,
            counts.Where(c => c.Status == RecertificationStatus.NotRecommended && !c.HasReport).Sum(c => c.Count),
            counts.Where(c => c.Status is not (RecertificationStatus.Certified or RecertificationStatus.NotRecommended)).Sum(c => c.Count));
    }

    private static TrainedCounts Counts(IEnumerable<(TrainerSource Source, int Count)> rows)
    {
        var bySource = rows.GroupBy(r => r.Source).ToDictionary(g => g.Key, g => g.Sum(r => r.Count));
        return new TrainedCounts(Of(TrainerSource.CentreStaff), Of(TrainerSource.IntelligentSchools), Of(TrainerSource.GeneralSchools), Of(TrainerSource.Preschools));

        int Of(TrainerSource source) => bySource.GetValueOrDefault(source);
    }
}
