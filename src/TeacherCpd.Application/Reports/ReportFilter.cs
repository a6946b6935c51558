using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Reports;

/// <summary>What a report can be asked for beside its year.</summary>
[Flags]
public enum ReportParameters
{
    /// <summary>The year only.</summary>
    None = 0,

    /// <summary>A region, district or school.</summary>
    Place = 1,

    /// <summary>A programme.</summary>
    Programme = 2,

    /// <summary>Language of the course.</summary>
    Language = 4,

    /// <summary>Town or village.</summary>
    Settlement = 8,

    /// <summary>Whose the school is.</summary>
    Ownership = 16,

    /// <summary>The part of the year up to a day.</summary>
    Day = 32,

    /// <summary>Everything that a course and the school of its trainee say.</summary>
    OfCourses = Place | Programme | Language | Settlement | Ownership | Day,
}

/// <summary>What a report is asked for; what is null narrows nothing.</summary>
/// <param name="Year">Year, 2000 to 2100.</param>
public sealed record ReportFilter(int Year)
{
    /// <summary>Region, district or school, with everything below it.</summary>
    public Guid? PlaceId { get; init; }

    /// <summary>Code of a programme; all of its versions.</summary>
    public string? Programme { get; init; }

    /// <summary>Language of the course.</summary>
    public Language? Language { get; init; }

    /// <summary>Where the school stands.</summary>
    public Settlement? Settlement { get; init; }

    /// <summary>Whose the school is.</summary>
    public Ownership? Ownership { get; init; }

    /// <summary>Last day that counts, a day of the year; null for the whole year.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>First day that counts.</summary>
    public DateOnly First => new(Year, 1, 1);

    /// <summary>Last day that counts.</summary>
    public DateOnly Last => Day ?? new DateOnly(Year, 12, 31);
}

/// <summary>Of whom a report tells: the schools in reach of the reader that the filter leaves.</summary>
/// <param name="Everywhere">Everybody, also people without a school: a reader of the whole country who asked for no part of it.</param>
/// <param name="Schools">The schools, unless everywhere.</param>
internal sealed record ReportReach(bool Everywhere, IQueryable<Guid?> Schools);

/// <summary>A filter inside queries.</summary>
internal static class ReportFilterQueries
{
    /// <summary>Of whom a report may tell; null where the place is out of reach, or there is none.</summary>
    /// <param name="db">Database.</param>
    /// <param name="user">Reader.</param>
    /// <param name="permission">Permission by which the reader reads.</param>
    /// <param name="filter">What is asked for.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="overAll">Whether another permission lets the reader see all of the country.</param>
    public static async Task<ReportReach?> ReachAsync(
        this IAppDbContext db, CurrentUser user, Permission permission, ReportFilter filter, CancellationToken cancellationToken, bool overAll = false)
    {
        var everywhere = overAll || user.CanEverywhere(permission);
        var organisations = everywhere ? db.Organisations : db.Organisations.Within(user.Scopes(permission));
        if (filter.PlaceId is { } place)
        {
            var path = await organisations.Where(o => o.Id == place).Select(o => o.Path).SingleOrDefaultAsync(cancellationToken);
            if (path is null)
            {
                return null;
            }

            organisations = organisations.Within([path]);
        }

        if (filter.Settlement is { } settlement)
        {
            organisations = organisations.Where(o => o.Settlement == settlement);
        }

        if (filter.Ownership is { } ownership)
        {
            organisations = organisations.Where(o => o.Ownership == ownership);
        }

        return new ReportReach(
            everywhere && filter is { PlaceId: null, Settlement: null, Ownership: null },
            organisations.Select(o => (Guid?)o.Id));
    }

    /// <summary>The groups of a programme and language, of all years.</summary>
    public static IQueryable<StudyGroup> GroupsOf(this IAppDbContext db, ReportFilter filter)
    {
        IQueryable<StudyGroup> groups = db.Groups;
        if (filter.Programme is { } code)
        {
            var versions = db.ProgrammeVersions.Where(v => db.Programmes.Any(p => p.Id == v.ProgrammeId && p.Code == code)).Select(v => v.Id);
            groups = groups.Where(g => versions.Contains(g.ProgrammeVersionId));
        }

        if (filter.Language is { } language)
        {
            groups = groups.Where(g => g.Language == language);
        }

        return groups;
    }
}
