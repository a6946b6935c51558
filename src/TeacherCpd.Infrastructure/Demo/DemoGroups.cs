using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Infrastructure.Persistence;

using Person = TeacherCpd.Domain.Accounts.Person;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>Timetables and attendance of the groups, a line of those who wait, a team on its way, people who left, and quotas.</summary>
internal sealed class DemoGroups(AppDbContext db, DemoWorld world)
{
    private readonly Dictionary<Guid, Organisation> schools = world.Teachers.ToDictionary(t => t.Person.Id, t => t.School);
    private int listener;

    public async Task AddAsync(CancellationToken cancellationToken)
    {
        var groups = await db.Groups.ToListAsync(cancellationToken);
        var phases = await db.ProgrammeVersions.Include(v => v.Phases).ToDictionaryAsync(v => v.Id, v => v.Phases, cancellationToken);
        var enrolments = await db.Enrolments.ToListAsync(cancellationToken);
        foreach (var group in groups.Where(g => g.Status != GroupStatus.Closed))
        {
            Plan(group, phases[group.ProgrammeVersionId], [.. enrolments.Where(e => e.GroupId == group.Id && e.Status == EnrolmentStatus.Accepted)]);
        }

        Wait(groups, enrolments);
        Leave(groups, enrolments);
        await AddTeamAsync(cancellationToken);
        await AddCancelledAsync(groups, cancellationToken);
        await AddQuotasAsync(cancellationToken);
    }

    // a session for each day of the phases that fits between the dates, and one today where the course goes on
    private void Plan(StudyGroup group, IEnumerable<ProgrammePhase> phases, List<Enrolment> people)
    {
        var sessions = Timetable.Propose(phases, group.StartsOn, new TimeOnly(9, 0), Clock.Zone, group.TrainerId, "204", null)
            .Where(p => Clock.DayOf(p.Ends) <= group.EndsOn)
            .Take(12)
            .Select(p => Session.Of(group.Id, p))
            .ToList();
        if (group.Status == GroupStatus.Studying && sessions.TrueForAll(s => Clock.DayOf(s.Begins) != world.Today))
        {
            var begins = Clock.BeginOf(world.Today).AddHours(15);
            sessions.Add(Session.Of(group.Id, new SessionPlan(1, PhaseKind.Classroom, begins, begins.AddHours(2), group.TrainerId, "204", null)));
        }

        db.Sessions.AddRange(sessions);
        foreach (var session in sessions.Where(s => s.Ends < world.Now && Clock.DayOf(s.Begins) < world.Today))
        {
            foreach (var enrolment in people)
            {
                var presence = world.Random.Number(0, 99) switch { < 88 => Presence.Present, < 94 => Presence.Late, _ => Presence.Absent };
                var reason = presence == Presence.Absent ? world.Random.ArrayElement([AbsenceReason.Illness, AbsenceReason.SchoolDuty, AbsenceReason.Family]) : (AbsenceReason?)null;
                var mark = new AttendanceMark { SessionId = session.Id, EnrolmentId = enrolment.Id };
                db.AttendanceMarks.Add(mark.Set(presence, reason, AttendanceSource.Roster, group.TrainerId, session.Ends));
            }
        }
    }

    // the small group is full: whom the coordinator agreed to last waits
    private static void Wait(List<StudyGroup> groups, List<Enrolment> enrolments)
    {
        var full = groups.Where(g => g.Status == GroupStatus.Recruiting).OrderBy(g => g.Capacity).First();
        var number = 0;
        foreach (var enrolment in enrolments.Where(e => e.GroupId == full.Id && e.Status == EnrolmentStatus.Applied).OrderBy(e => e.AppliedAt).Take(2))
        {
            DemoWorld.Ok(enrolment.Wait(++number));
        }
    }

    private void Leave(List<StudyGroup> groups, List<Enrolment> enrolments)
    {
        var recruiting = groups.Where(g => g.Status == GroupStatus.Recruiting).OrderByDescending(g => g.Capacity).First();
        DemoWorld.Ok(enrolments.Last(e => e.GroupId == recruiting.Id && e.Status == EnrolmentStatus.Applied).Withdraw(null, world.Ago(1)));

        // two groups of one programme: somebody went on in the later one
        var later = groups.Where(g => g.Status == GroupStatus.Recruiting).First(g => groups.Exists(o => o.ProgrammeVersionId == g.ProgrammeVersionId && o.Status == GroupStatus.Studying));
        var earlier = groups.First(o => o.ProgrammeVersionId == later.ProgrammeVersionId && o.Status == GroupStatus.Studying);
        var person = world.Teachers[^1].Person;
        var first = Enrol(earlier, person, EnrolmentOrigin.OwnApplication, 70);
        DemoWorld.Ok(first.Accept(world.Ago(65)));
        DemoWorld.Ok(first.TransferAway("Ауырып қалды, келесі топта жалғастырады.", world.Ago(3)));
        var next = Enrol(later, person, EnrolmentOrigin.Transfer, 3, from: first.Id);
        DemoWorld.Ok(next.Accept(world.Ago(3)));
        db.Portfolios.Add(Domain.Portfolios.Portfolio.Begin(next.Id, world.Ago(3)));

        var closed = groups.First(g => g.Status == GroupStatus.Closed && g.Capacity > 20);
        var absent = Enrol(closed, world.Teachers[^2].Person, EnrolmentOrigin.Nomination, 200);
        DemoWorld.Ok(absent.Accept(world.Ago(190)));
        DemoWorld.Ok(absent.Finish(EnrolmentStatus.NoShow));
    }

    // three of the first school, whose department has to decide
    private async Task AddTeamAsync(CancellationToken cancellationToken)
    {
        var version = await VersionAsync("P01", cancellationToken);
        var group = await GroupAsync("P01", version, 26, 30, cancellationToken);
        var team = Guid.CreateVersion7();
        foreach (var person in world.Teachers.Where(t => t.School.Id == world.School.Id).Select(t => t.Person).Take(3))
        {
            var enrolment = Enrol(group, person, EnrolmentOrigin.Team, 2, team).Asking(version.ApplicationSteps);
            DemoWorld.Ok(enrolment.Approve(ApplicationSteps.School, version.ApplicationSteps, world.Of(DemoAccounts.SchoolCoordinator).Id, world.Ago(2)));
        }
    }

    private async Task AddCancelledAsync(List<StudyGroup> groups, CancellationToken cancellationToken)
    {
        var version = await VersionAsync("P02", cancellationToken);
        var group = await GroupAsync("P02", version, 10, 25, cancellationToken);
        DemoWorld.Ok(group.Cancel("Топқа адам аз жиналды.", world.Ago(4)));
        groups.Add(group);
    }

    private async Task AddQuotasAsync(CancellationToken cancellationToken)
    {
        var officer = world.Of(DemoAccounts.MinistryOfficer).Id;
        foreach (var (code, kostanay, turkistan) in new[] { ("P02", 60, 40), ("S09", 40, 60), ("L01", 50, 30) })
        {
            var version = await VersionAsync(code, cancellationToken);
            var (first, second) = (Quota(version, "kz/39/", kostanay), Quota(version, "kz/61/", turkistan));
            if (code != "L01")
            {
                continue;
            }

            DemoWorld.Ok(second.MoveTo(first, 10, 0));
            db.QuotaTransfers.Add(new QuotaTransfer
            {
                FromQuotaId = second.Id,
                ToQuotaId = first.Id,
                Places = 10,
                Reason = "Түркістан облысында өтінім аз, Қостанайда кезек бар.",
                PersonId = officer,
                At = world.Ago(20),
            });
            second.Explain(ShortfallReason.NoTravelFunds, 10, null, officer, world.Ago(20));
        }

        Quota Quota(ProgrammeVersion version, string region, int places)
        {
            var quota = new Quota
            {
                Year = world.Today.Year,
                ProgrammeId = version.ProgrammeId,
                RegionId = world.Places[region].Id,
                Language = Language.Kk,
                Funding = FundingSource.RepublicanBudget,
            };
            DemoWorld.Ok(quota.Plan(places, places, 0));
            db.Quotas.Add(quota);
            return quota;
        }
    }

    private Task<ProgrammeVersion> VersionAsync(string code, CancellationToken cancellationToken) =>
        db.ProgrammeVersions.SingleAsync(v => db.Programmes.Any(p => p.Id == v.ProgrammeId && p.Code == code), cancellationToken);

    private async Task<StudyGroup> GroupAsync(string code, ProgrammeVersion version, int startsIn, int capacity, CancellationToken cancellationToken)
    {
        var startsOn = world.Today.AddDays(startsIn);
        var number = await db.NextNumberAsync(string.Create(CultureInfo.InvariantCulture, $"group/{code}/{startsOn.Year}"), cancellationToken);
        var group = new StudyGroup
        {
            Code = string.Create(CultureInfo.InvariantCulture, $"{code}-{startsOn.Year}-{number:000}"),
            ProgrammeVersionId = version.Id,
            BranchId = world.Places["kz/pso/B39/"].Id,
            Language = Language.Kk,
            StartsOn = startsOn,
            EndsOn = startsOn.AddDays(60),
            TrainerId = world.KostanayTrainers[2].Id,
            Capacity = capacity,
        };
        db.Groups.Add(group);
        return group;
    }

    private Enrolment Enrol(StudyGroup group, Person person, EnrolmentOrigin origin, double daysAgo, Guid? team = null, Guid? from = null)
    {
        var school = schools[person.Id];
        var enrolment = new Enrolment
        {
            GroupId = group.Id,
            PersonId = person.Id,
            ListenerCode = string.Create(CultureInfo.InvariantCulture, $"G{++listener:0000}"),
            AppliedAt = world.Ago(daysAgo),
            Origin = origin,
            SchoolId = school.Id,
            RegionId = world.RegionOf(school).Id,
            TeamId = team,
            TransferredFromId = from,
        };
        db.Enrolments.Add(enrolment);
        return enrolment;
    }
}
