using MediatR;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Development;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Reports;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Testing;

namespace TeacherCpd.Benchmarks.Year;

/// <summary>What is measured: each use case takes another person and other values in each run.</summary>
internal sealed class YearCases
{
    private const int Year = 2026;
    private const int YearsAsked = 3;
    private readonly TestApp app;
    private readonly YearGroups groups;
    private readonly YearPeople people;
    private readonly List<YearGroup> toApply;
    private readonly List<(YearGroup Group, Session Session)> toMark;
    private readonly List<string> searches;

    public YearCases(TestApp app, YearGroups groups)
    {
        (this.app, this.groups, people) = (app, groups, groups.People);
        toApply = [.. groups.Groups.Where(g => g.Group.Status == GroupStatus.Recruiting && g.Version.TeamSize is null)];
        toMark = [.. groups.Groups
            .Where(g => g.Group.Status == GroupStatus.Studying)
            .SelectMany(g => g.Sessions, (g, s) => (g, s))
            .Where(p => Clock.DayOf(p.s.Begins) <= app.Time.Today())
            .OrderByDescending(p => p.s.Begins)];
        searches = [.. groups.Programmes
            .SelectMany(p => p.Title.Kk.Split(' ').Where(w => w.Length > 4))
            .Distinct()
            .SelectMany(word => new[] { word, Misspelt(word) })];
    }

    /// <summary>Name and one run of each.</summary>
    public IReadOnlyList<(string Name, Func<int, Task> Send)> All =>
    [
        ("Catalogue, search", i => Send(null, new GetCatalogueQuery(
            i % 4 == 0 ? null : searches[i * 7 % searches.Count], (i % 3) switch { 0 => null, 1 => Language.Kk, _ => Language.Ru }, 1 + (i % 5), Language.Kk))),
        ("Group, visitor", i => Send(null, new GetGroupQuery(Group(i).Group.Id))),
        ("Group, teacher", i => Send(Participant(i), new GetGroupQuery(toApply[i % toApply.Count].Group.Id))),
        ("Group, coordinator", i => Send(people.Coordinators[1 + Group(i).Branch].Id, new GetManagedGroupQuery(Group(i).Group.Id))),
        ("Roster, read", i => Send(Marker(i), new GetRosterQuery(ToMark(i).Session.Id))),
        ("Roster, save 25 marks", i => Send(Marker(i), new SaveRosterCommand(ToMark(i).Session.Id, [.. ToMark(i).Group.People.Select(e => new RosterMark(e.Id, Presence.Late, null))]))),
        ("Sessions around today, trainer", i => Send(Group(i).Group.TrainerId, new GetSessionsQuery())),
        ("Sessions around today, coordinator", i => Send(people.Coordinators[1 + Group(i).Branch].Id, new GetSessionsQuery())),
        ("Due list, ministry", i => Send(people.Officers[0].Id, new GetTrainingQuery(null, null, 1))),
        ("Due list, region", i => Send(people.Officers[0].Id, new GetTrainingQuery(people.RegionList[i % people.RegionList.Count].Id, null, 1))),
        ("Due list, district", i => Send(people.Officers[18 + (i % people.DistrictList.Count)].Id, new GetTrainingQuery(null, null, 1 + (i % 2)))),
        ("Due list, school", i => Send(Deputy(i * 31), new GetTrainingQuery(null, i % 2 == 0 ? null : (TrainingStanding)(i / 2 % 4), 1 + (i % 3)))),
        ("Quotas, country", i => Send(people.Officers[0].Id, new GetQuotasQuery(Year, i % 2 == 0 ? null : groups.Programmes[i % groups.Programmes.Count].Id, null))),
        ("Quotas, region", i => Send(people.Officers[1 + (i % people.RegionList.Count)].Id, new GetQuotasQuery(Year, null, null))),
        ("No-shows, country", i => Send(people.Coordinators[0].Id, new GetNoShowsQuery(Year, 1 + (i % 5)))),
        ("No-shows, branch", i => Send(people.Coordinators[1 + (i % people.BranchList.Count)].Id, new GetNoShowsQuery(Year, 1 + (i % 5)))),
        ("Applications, school", i => Send(Deputy(i * 31), new GetApplicationsQuery(1))),
        ("Applications, region", i => Send(people.Officers[1 + (i % people.RegionList.Count)].Id, new GetApplicationsQuery(1 + (i % 3)))),
        ("Apply to a group", i => Send(people.Teacher(YearGroups.Newcomer(i)), new ApplyToGroupCommand(toApply[i % toApply.Count].Group.Id))),
        ("My courses", i => Send(Participant(i), new GetMyCoursesQuery())),
        ("My calendar, teacher", i => Send(Participant(i), new GetMyCalendarQuery())),
        ("My calendar, trainer", i => Send(Group(i).Group.TrainerId, new GetMyCalendarQuery())),
        ("Today, teacher", i => Send(Participant(i), new GetTodayQuery())),
        ("Today, trainer", i => Send(Group(i).Group.TrainerId, new GetTodayQuery())),
        ("Today, coordinator", i => Send(people.Coordinators[1 + (i % people.BranchList.Count)].Id, new GetTodayQuery())),
        ("Today, officer of a region", i => Send(people.Officers[1 + (i % people.RegionList.Count)].Id, new GetTodayQuery())),
        ("Today, deputy head", i => Send(Deputy(i * 31), new GetTodayQuery())),
        .. ReportCatalogue.All.Where(r => r.Name is not "attestation-due").SelectMany(Reports),
    ];

    // a report for the country as the ministry asks for it, a year among three; and, where it can be narrowed, for one of the regions
    private IEnumerable<(string Name, Func<int, Task> Send)> Reports(Report report)
    {
        yield return ($"Report {report.Name}, country", i => Send(people.Officers[0].Id, new GetReportQuery(report.Name, new ReportFilter(Year - (i % YearsAsked)))));
        if (report.Takes.HasFlag(ReportParameters.Place))
        {
            yield return ($"Report {report.Name}, region", i => Send(
                people.Officers[0].Id,
                new GetReportQuery(report.Name, new ReportFilter(Year - (i % YearsAsked)) { PlaceId = people.RegionList[i % people.RegionList.Count].Id })));
        }
    }

    // as it is written on a keyboard without the letters of the language
    private static string Misspelt(string word) => word
        .Replace('қ', 'к').Replace('ә', 'а').Replace('і', 'i').Replace('ң', 'н').Replace('ұ', 'у').Replace('ү', 'у').Replace('ө', 'о').Replace('ғ', 'г');

    private YearGroup Group(int run) => groups.Groups[run * 37 % groups.Groups.Count];

    private Guid Participant(int run) => people.Teacher(YearGroups.Participant(run * 97));

    private Guid Deputy(int run) => people.Teacher(YearPeople.DeputyOf(run % people.SchoolList.Count));

    private (YearGroup Group, Session Session) ToMark(int run) => toMark[run % toMark.Count];

    private Guid Marker(int run) => run % 2 == 0 ? ToMark(run).Group.Group.TrainerId : people.Coordinators[1 + ToMark(run).Group.Branch].Id;

    private async Task Send<T>(Guid? who, IRequest<Result<T>> request)
    {
        var person = who is { } id ? new Person { Id = id, Iin = "", FamilyName = "", GivenName = "", SortKey = "" } : null;
        if ((await app.SendAs(person, request)).Error is { } error)
        {
            throw new InvalidOperationException($"{request}: {error}");
        }
    }
}
