using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Programmes;

/// <summary>How many programmes were developed, by direction and year.</summary>
/// <param name="From">First year; null: three years to the last.</param>
/// <param name="To">Last year; null: the latest with a programme.</param>
[OpenToAll]
public sealed record GetProgrammesByDirectionQuery(int? From = null, int? To = null) : IQuery<ProgrammeCounts>;

/// <summary>Counts; totals are computed and never stored.</summary>
/// <param name="Years">Years, the earliest first.</param>
/// <param name="Rows">Directions with a programme in one of the years.</param>
public sealed record ProgrammeCounts(IReadOnlyList<int> Years, IReadOnlyList<DirectionCounts> Rows)
{
    /// <summary>Totals of the years.</summary>
    public IReadOnlyList<int> YearTotals => [.. Years.Select((_, i) => Rows.Sum(r => r.Counts[i]))];

    /// <summary>Total of all.</summary>
    public int Total => Rows.Sum(r => r.Total);
}

/// <summary>The counts of a direction, year by year.</summary>
public sealed record DirectionCounts(string Direction, IReadOnlyList<int> Counts)
{
    /// <summary>Total of the direction.</summary>
    public int Total => Counts.Sum();
}

internal sealed class GetProgrammesByDirectionHandler(IAppDbContext db, TimeProvider time)
    : IRequestHandler<GetProgrammesByDirectionQuery, Result<ProgrammeCounts>>
{
    private const int UsualYears = 3;
    private const int MostYears = 10;

    public async Task<Result<ProgrammeCounts>> Handle(GetProgrammesByDirectionQuery request, CancellationToken cancellationToken)
    {
        var developed = (await db.DevelopedYears().ToListAsync(cancellationToken)).FindAll(d => d.Year is not null);
        var to = request.To ?? developed.Max(d => d.Year) ?? time.Today().Year;
        to = Math.Clamp(to, DateOnly.MinValue.Year, DateOnly.MaxValue.Year);
        var from = Math.Clamp(request.From ?? to - UsualYears + 1, Math.Max(DateOnly.MinValue.Year, to - MostYears + 1), to);
        var years = Enumerable.Range(from, to - from + 1).ToList();
        var counts = developed.CountBy(d => (d.Direction, Year: d.Year!.Value)).ToDictionary();
        var rows = ProgrammeDirections.All
            .Select(direction => new DirectionCounts(direction, [.. years.Select(year => counts.GetValueOrDefault((direction, year)))]))
            .Where(row => row.Total > 0)
            .ToList();
        return new ProgrammeCounts(years, rows);
    }
}
