using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Benchmarks.Year;

/// <summary>A group with those who are in it.</summary>
/// <param name="Branch">Number of the branch.</param>
internal sealed record YearGroup(StudyGroup Group, ProgrammeVersion Version, int Branch, IReadOnlyList<Enrolment> People, IReadOnlyList<Session> Sessions);

/// <summary>The groups of a year and of three years before it, with enrolments, sessions, attendance and certificates.</summary>
internal sealed class YearGroups(YearPeople people, DateOnly today)
{
    private const int GroupsOfThisYear = 2_000;
    private const int GroupsOfAPastYear = 1_720;
    private const int Places = 25;
    private const int Sessions = 10;
    private const int PeopleOfThisYear = 40_000;
    private const int Batch = 200;

    // a prime, so that everybody comes before anybody comes again, and neighbours of a list work at different schools
    private const long Stride = 7_919;

    private readonly Dictionary<int, List<CourseEntry>> courses = [];
    private readonly List<EnrolmentDecision> decisions = [];
    private int counter;

    /// <summary>Everybody.</summary>
    public YearPeople People => people;

    /// <summary>Groups of this year.</summary>
    public List<YearGroup> Groups { get; } = [];

    /// <summary>Programmes by the order of their codes.</summary>
    public IReadOnlyList<Programme> Programmes { get; private set; } = [];

    /// <summary>Number of a person who is in a group of this year.</summary>
    public static int Participant(int run) => NumberOf(GroupsOfAPastYear * Places * 3 - 20_000 + (run % PeopleOfThisYear));

    /// <summary>Number of a person who is in no group.</summary>
    public static int Newcomer(int run) => NumberOf(300_000 + run);

    /// <summary>Writes everything, and the rows of the lists of training that follow from it.</summary>
    public async Task WriteAsync(AppDbContext db, BulkWriter writer)
    {
        // beside those of most programmes, whose branch decides: those that ask nobody, and those that ask everybody
        Programmes = await db.Programmes.AsNoTracking().Include(p => p.Versions).OrderBy(p => p.Code).ToListAsync();
        var free = Programmes.Where((_, i) => i % 5 == 0).Select(p => p.Id).ToList();
        var strict = Programmes.Where((_, i) => i % 5 == 1).Select(p => p.Id).ToList();
        const ApplicationSteps all = ApplicationSteps.School | ApplicationSteps.Region | ApplicationSteps.Branch;
        await db.ProgrammeVersions.Where(v => free.Contains(v.ProgrammeId)).ExecuteUpdateAsync(s => s.SetProperty(v => v.ApplicationSteps, ApplicationSteps.None));
        await db.ProgrammeVersions.Where(v => strict.Contains(v.ProgrammeId)).ExecuteUpdateAsync(s => s.SetProperty(v => v.ApplicationSteps, all));
        Programmes = await db.Programmes.AsNoTracking().Include(p => p.Versions).OrderBy(p => p.Code).ToListAsync();
        await writer.WriteAsync(Quotas());
        foreach (var year in Enumerable.Range(today.Year - 3, 3))
        {
            await WriteAsync(writer, year, GroupsOfAPastYear);
        }

        counter -= 20_000; // some come again
        await WriteAsync(writer, today.Year, GroupsOfThisYear);
        foreach (var numbers in Enumerable.Range(0, YearPeople.Teachers).Chunk(20_000))
        {
            await writer.WriteAsync(numbers.Select(StateOf));
        }
    }

    private static int NumberOf(int place) => (int)(place * Stride % YearPeople.Teachers);

    private IEnumerable<Quota> Quotas()
    {
        foreach (var (programme, region, language) in
            from programme in Programmes
            from region in people.RegionList
            from language in new[] { Language.Kk, Language.Ru }
            select (programme, region, language))
        {
            var quota = new Quota { Year = today.Year, ProgrammeId = programme.Id, RegionId = region.Id, Language = language, Funding = FundingSource.RepublicanBudget };
            quota.Plan(40, 1_000, 0);
            yield return quota;
        }
    }

    private async Task WriteAsync(BulkWriter writer, int year, int count)
    {
        var titles = Programmes.ToDictionary(p => p.Id, p => p.Title);
        var versions = Programmes.SelectMany(p => p.Versions.Take(1)).ToList();
        var begin = counter;
        foreach (var numbers in Enumerable.Range(0, count).Chunk(Batch))
        {
            decisions.Clear();
            var groups = numbers.Select(n =>
            {
                var version = versions[n % versions.Count];
                var branch = n % people.BranchList.Count;
                var group = NewGroup(year, n, version, branch);
                var members = Members(group, version, n, place => year == today.Year ? begin + ((place - begin) % PeopleOfThisYear) : place).ToList();
                return new YearGroup(group, version, branch, members, year == today.Year ? [.. SessionsOf(group, n, branch)] : []);
            }).ToList();
            var members = groups.SelectMany(g => g.People).ToList();
            await writer.WriteAsync(groups.Select(g => g.Group));
            await writer.WriteAsync(members);
            await writer.WriteAsync(decisions);
            await writer.WriteAsync(members.Where(HasPlace).Select(e => Portfolio.Begin(e.Id, e.AppliedAt)));
            await writer.WriteAsync(groups.SelectMany(g => g.Sessions));
            await writer.WriteAsync(groups.SelectMany(MarksOf));
            await writer.WriteAsync(groups.SelectMany(g => g.People
                .Where(e => e.Status == EnrolmentStatus.Recommended)
                .Select(e => CertificateOf(g, e, titles[g.Version.ProgrammeId]))));
            if (year == today.Year)
            {
                Groups.AddRange(groups);
            }
        }
    }

    private StudyGroup NewGroup(int year, int number, ProgrammeVersion version, int branch)
    {
        var first = new DateOnly(year, 1, 12).AddDays(number * 7 % 331);
        var group = new StudyGroup
        {
            Code = string.Create(CultureInfo.InvariantCulture, $"G-{year}-{number:0000}"),
            ProgrammeVersionId = version.Id,
            BranchId = people.BranchList[branch].Id,
            Language = (number % 8) switch { < 4 => Language.Kk, < 7 => Language.Ru, _ => Language.En },
            Funding = number % 9 == 0 ? FundingSource.Paid : FundingSource.RepublicanBudget,
            StartsOn = first,
            EndsOn = first.AddDays(2 * (Sessions - 1)),
            TrainerId = TrainerOf(branch, number),
            Capacity = Places,
        };
        if (first <= today)
        {
            group.Start(Places);
        }

        if (group.EndsOn.AddDays(40) < today)
        {
            group.Close(MomentOf(group.EndsOn.AddDays(40)));
        }

        return group;
    }

    private Guid TrainerOf(int branch, int number) => people.Trainers[branch][number / people.BranchList.Count % people.Trainers[branch].Count].Id;

    // a group that begun is full; of those that recruit every third is full with a line, and the others are half full
    private IEnumerable<Enrolment> Members(StudyGroup group, ProgrammeVersion version, int number, Func<int, int> placeOf)
    {
        var full = group.Status != GroupStatus.Recruiting || number % 3 == 0;
        var (taken, more) = full ? (Places, group.Status == GroupStatus.Recruiting ? 5 : 0) : version.ApplicationSteps == ApplicationSteps.None ? (23, 0) : (12, 11);
        for (var i = 0; i < taken + more; i++)
        {
            var teacher = NumberOf(placeOf(counter++));
            var school = people.SchoolList[YearPeople.SchoolOf(teacher)];
            var at = MomentOf(group.StartsOn.AddDays(-30)).AddMinutes(i);
            var enrolment = new Enrolment
            {
                GroupId = group.Id,
                PersonId = people.Teacher(teacher),
                ListenerCode = string.Create(CultureInfo.InvariantCulture, $"{group.StartsOn.Year % 100}{counter:X8}"),
                AppliedAt = at,
                Origin = i % 3 == 0 ? EnrolmentOrigin.Nomination : EnrolmentOrigin.OwnApplication,
                SchoolId = school.Id,
                RegionId = people.RegionList.Find(r => school.Path.StartsWith(r.Path, StringComparison.Ordinal))!.Id,
            };
            enrolment.Asking(version.ApplicationSteps);
            if (i < taken)
            {
                Finish(group, enrolment, teacher, version, i, at);
            }
            else if (full)
            {
                enrolment.Wait(i - taken + 1);
            }
            else if (i % 2 == 0 && enrolment.AwaitedStep == ApplicationSteps.School)
            {
                enrolment.Approve(ApplicationSteps.School, version.ApplicationSteps, people.Teacher(YearPeople.DeputyOf(YearPeople.SchoolOf(teacher))), at);
            }

            decisions.AddRange(enrolment.Decisions);
            yield return enrolment;
        }
    }

    private void Finish(StudyGroup group, Enrolment enrolment, int number, ProgrammeVersion version, int place, DateTime at)
    {
        enrolment.Accept(at);
        if (group.Status != GroupStatus.Closed)
        {
            return;
        }

        enrolment.Finish(place switch { < 22 => EnrolmentStatus.Recommended, 22 => EnrolmentStatus.NotRecommended, 23 => EnrolmentStatus.NotCompleted, _ => EnrolmentStatus.NoShow });
        if (enrolment.Status == EnrolmentStatus.Recommended)
        {
            (courses.TryGetValue(number, out var list) ? list : courses[number] = []).Add(new CourseEntry(group.EndsOn, version.Hours ?? 0));
        }
    }

    private IEnumerable<Session> SessionsOf(StudyGroup group, int number, int branch) => Enumerable.Range(0, Sessions).Select(i =>
    {
        var begins = MomentOf(group.StartsOn.AddDays(2 * i));
        return Session.Of(group.Id, new SessionPlan(
            1, PhaseKind.Classroom, begins, begins.AddHours(6), TrainerOf(branch, i % 5 == 4 ? number + 17 : number), $"{(number % 40) + 1} аудитория", null));
    });

    private IEnumerable<AttendanceMark> MarksOf(YearGroup of) =>
        from session in of.Sessions
        where Clock.DayOf(session.Begins) < today
        from i in Enumerable.Range(0, of.People.Count)
        let absent = of.People[i].Status == EnrolmentStatus.NoShow || (i + session.Begins.Day) % 12 == 0
        select new AttendanceMark { SessionId = session.Id, EnrolmentId = of.People[i].Id }.Set(
            absent ? Presence.Absent : i % 17 == 3 ? Presence.Late : Presence.Present, null, AttendanceSource.Roster, of.Group.TrainerId, session.Ends);

    private int statusNumber;

    private Certificate CertificateOf(YearGroup group, Enrolment enrolment, LocalizedText title) => new()
    {
        Serial = $"C-{enrolment.ListenerCode}",
        VerificationCode = $"V-{enrolment.ListenerCode}",
        OrganisationId = people.BranchList[group.Branch].Id,
        SubjectId = enrolment.Id,
        EnrolmentId = enrolment.Id,
        PersonId = enrolment.PersonId,
        ProgrammeVersionId = group.Version.Id,
        HolderName = enrolment.ListenerCode,
        ProgrammeTitle = title,
        ProgrammeVersionNumber = group.Version.Number,
        Hours = group.Version.Hours,
        StartedOn = group.Group.StartsOn,
        EndedOn = group.Group.EndsOn,
        IssuedOn = group.Group.EndsOn,
        Issuer = people.BranchList[group.Branch].Name,
        StatusNumber = Interlocked.Increment(ref statusNumber),
    };

    private TrainingState StateOf(int number)
    {
        var state = new TrainingState { PersonId = people.Teacher(number) };
        var school = people.SchoolList[YearPeople.SchoolOf(number)];
        var district = people.DistrictList[YearPeople.SchoolOf(number) % people.DistrictList.Count];
        var record = new TrainingRecord(TrainingRule.Default, courses.GetValueOrDefault(number, []), [], YearPeople.EmployedSince(number));
        state.Follow(record, school.Id, district.ParentId!.Value, district.Id);
        return state;
    }

    private static bool HasPlace(Enrolment enrolment) =>
        enrolment.Status is not (EnrolmentStatus.Applied or EnrolmentStatus.WaitingList);

    private static DateTime MomentOf(DateOnly day) => day.ToDateTime(new TimeOnly(4, 0), DateTimeKind.Utc);
}
