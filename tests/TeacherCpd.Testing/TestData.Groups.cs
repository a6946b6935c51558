using System.Globalization;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Testing;

/// <summary>Groups that stand in the catalogue, and programmes with papers.</summary>
public sealed partial class TestData
{
    /// <summary>A group that takes applications: it begins in the days to come.</summary>
    public async Task<StudyGroup> OpenGroupAsync(
        ProgrammeVersion? version = null, Language language = Language.Kk, DateOnly? startsOn = null, int capacity = 25, bool inOtherBranch = false)
    {
        var world = await WorldAsync();
        version ??= await ProgrammeAsync();
        var trainer = await PersonAsync(Role.Trainer);
        var first = startsOn ?? new DateOnly(2026, 3, 2);
        var group = new StudyGroup
        {
            Code = string.Create(CultureInfo.InvariantCulture, $"G-2026-{++counter:000}"),
            ProgrammeVersionId = version.Id,
            BranchId = (inOtherBranch ? world.OtherBranch : world.Branch).Id,
            Language = language,
            StartsOn = first,
            EndsOn = first.AddDays(18),
            TrainerId = trainer.Id,
            Capacity = capacity,
        };
        await SaveAsync(group);
        return group;
    }

    /// <summary>Several new teachers of the school, without accounts.</summary>
    public async Task<IReadOnlyList<Person>> TeachersAsync(int count)
    {
        var world = await WorldAsync();
        var teachers = Enumerable.Range(0, count).Select(_ =>
        {
            var person = new Person
            {
                Iin = NewIin(++counter),
                FamilyName = "Көпшілік",
                GivenName = "Ару",
                SortKey = Domain.Common.SortKey.Of("Көпшілік Ару"),
            };
            person.WorksAt(world.School.Id, Position.Teacher, new DateOnly(2015, 9, 1));
            person.Receives(Role.Teacher, world.School.Id);
            return person;
        }).ToList();
        await SaveAsync(teachers);
        return teachers;
    }

    /// <summary>Several new people with a place in a group, without accounts.</summary>
    public async Task<IReadOnlyList<Enrolment>> PeopleInAsync(StudyGroup group, int count)
    {
        var world = await WorldAsync();
        var people = Enumerable.Range(0, count).Select(_ => new Person
        {
            Iin = NewIin(++counter),
            FamilyName = "Көпшілік",
            GivenName = "Ару",
            SortKey = Domain.Common.SortKey.Of("Көпшілік Ару"),
        }).ToList();
        await SaveAsync(people);
        var enrolments = people.Select(person =>
        {
            var enrolment = new Enrolment
            {
                GroupId = group.Id,
                PersonId = person.Id,
                ListenerCode = string.Create(CultureInfo.InvariantCulture, $"L{++counter:00000}"),
                AppliedAt = app.Time.UtcNow(),
                SchoolId = world.School.Id,
                RegionId = world.Region.Id,
            };
            enrolment.Accept(app.Time.UtcNow());
            return enrolment;
        }).ToList();
        await SaveAsync(enrolments);
        return enrolments;
    }

    /// <summary>A session of a group; two hours on the day on which tests begin, unless said otherwise.</summary>
    public async Task<Session> SessionAsync(
        StudyGroup group, DateTime? begins = null, int hours = 2, Person? trainer = null, string? room = null, PhaseKind kind = PhaseKind.Classroom)
    {
        var from = begins ?? TestApp.Start.UtcDateTime;
        var session = Session.Of(group.Id, new SessionPlan(1, kind, from, from.AddHours(hours), trainer?.Id, room, null));
        await SaveAsync(session);
        return session;
    }

    /// <summary>A mark of attendance.</summary>
    public async Task<AttendanceMark> MarkAsync(Session session, Enrolment enrolment, Presence presence = Presence.Present)
    {
        var mark = new AttendanceMark { SessionId = session.Id, EnrolmentId = enrolment.Id };
        mark.Set(presence, null, AttendanceSource.Roster, enrolment.PersonId, app.Time.UtcNow());
        await SaveAsync(mark);
        return mark;
    }

    /// <summary>A quota of 2026 for groups as the builders make them.</summary>
    public async Task<Quota> QuotaAsync(ProgrammeVersion version, Organisation region, int granted)
    {
        var quota = new Quota
        {
            Year = 2026,
            ProgrammeId = version.ProgrammeId,
            RegionId = region.Id,
            Language = Language.Kk,
            Funding = FundingSource.RepublicanBudget,
        };
        quota.Plan(granted, granted, 0);
        await SaveAsync(quota);
        return quota;
    }

    /// <summary>A programme with a version of phases and papers.</summary>
    public async Task<ProgrammeVersion> ProgrammeOfRegisterAsync(
        string code, LocalizedText title, ProgrammeVersionStatus status, string direction = "secondary", string aliases = "", params IEnumerable<ApprovalDocument> papers)
    {
        var rubric = await RubricAsync();
        var programme = new Programme { Code = code, Title = title, Direction = direction, Aliases = aliases };
        var version = new ProgrammeVersion
        {
            ProgrammeId = programme.Id,
            Number = 1,
            Status = status,
            Hours = 176,
            Format = ProgrammeFormat.Phased,
            Audience = Text("мектеп командалары"),
        };
        version.AddPhase(PhaseKind.Classroom, 56, 7);
        version.AddPhase(PhaseKind.SchoolPractice, 80, 20);
        version.AddPhase(PhaseKind.Classroom, 40, null);
        foreach (var paper in papers)
        {
            version.Approve(paper);
        }

        programme.Add(version);
        await SaveAsync(programme, AssessmentPlan.First(version.Id, rubric.Id));
        await CertifyForAsync(programme.Id);
        return version;
    }

    /// <summary>A protocol of the Expert Council.</summary>
    public static ApprovalDocument Protocol(string number) =>
        new() { Kind = ApprovalKind.CouncilProtocol, Number = number, Date = new DateOnly(2022, 12, 5) };

    /// <summary>A letter of the Committee.</summary>
    public static ApprovalDocument Letter(string number) =>
        new() { Kind = ApprovalKind.CommitteeLetter, Number = number, Date = new DateOnly(2022, 12, 20) };
}
