using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Groups;

/// <summary>Lists that programs for meetings export: whom their rows mean and what they propose. The session is from 9 to 11 in Kazakhstan.</summary>
public sealed class MeetingListTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person coordinator = null!;
    private Session session = null!;
    private StudyGroup group = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        coordinator = await app.Data.PersonAsync(Role.Coordinator);
        group = await app.Data.GroupAsync();
        session = await app.Data.SessionAsync(group);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_list_of_teams_in_utf16_counts_single_stays_once_and_not_the_summary_again()
    {
        var (ayan, other) = (await NamedAsync("Серікбаев"), await NamedAsync("Жұмабаев"));
        var list = "1. Summary\r\nMeeting title\tБағалау\r\nAttended participants\t2\r\n\r\n2. Participants\r\n"
            + "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\r\n"
            + $"{other.Item1.GivenName} {other.Item1.FamilyName}\t2/10/26, 9:00:00 AM\t2/10/26, 11:00:00 AM\t50m\t\t\tAttendee\r\n\r\n3. In-Meeting Activities\r\n"
            + "Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\r\n"
            + $"{other.Item1.GivenName} {other.Item1.FamilyName}\t2/10/26, 9:00:00 AM\t2/10/26, 9:30:00 AM\t30m\t\tAttendee\r\n"
            + $"{other.Item1.GivenName} {other.Item1.FamilyName}\t2/10/26, 9:20:00 AM\t2/10/26, 9:50:00 AM\t30m\t\tAttendee\r\n"
            + $"iPhone\t2/10/26, 8:55:00 AM\t2/10/26, 10:50:00 AM\t1h 55m\t{ayan.Item1.Email!.ToUpperInvariant()}\tAttendee\r\n";
        var read = await ReadAsync([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(list)]);

        Assert.Equal(120, read.Minutes);
        Assert.Equal([(110, Presence.Present), (50, Presence.Late)], new[] { ayan, other }.Select(p => read.People.Single(x => x.EnrolmentId == p.Item2.Id)).Select(p => (p.Minutes, p.Presence)));
        Assert.Empty(read.Left);
        Assert.Equal(0, await app.LookAsync(db => db.AttendanceMarks.CountAsync()));
    }

    [Fact]
    public async Task A_list_of_zoom_tells_namesakes_and_strangers_and_proposes_nothing_for_the_namesakes()
    {
        var numbered = await NamedAsync("Оспанов");
        var twins = await app.Data.PeopleInAsync(group, 2);
        var list = "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n1,Сабақ,02/10/2026 09:00:00 AM,02/10/2026 11:00:00 AM,host@pso.example,120,4\n\n"
            + "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
            + $"{numbered.Item1.Iin} Оспанов (филиал),,02/10/2026 09:05:00 AM,02/10/2026 11:00:00 AM,115,Yes\n"
            + "Ару Көпшілік,,02/10/2026 09:00:00 AM,02/10/2026 11:00:00 AM,120,Yes\n"
            + "Белгісіз адам,,02/10/2026 09:00:00 AM,02/10/2026 09:10:00 AM,10,Yes\n"
            + "Белгісіз адам,,02/10/2026 09:05:00 AM,02/10/2026 09:20:00 AM,15,Yes\n";
        var read = await ReadAsync(Encoding.UTF8.GetBytes(list));

        Assert.Equal((numbered.Item2.Id, 115, Presence.Present), (Assert.Single(read.People).EnrolmentId, read.People[0].Minutes, read.People[0].Presence));
        Assert.Equal([("Ару Көпшілік", 120, 2), ("Белгісіз адам", 20, 0)], read.Left.Select(l => (l.Name, l.Minutes, l.Candidates.Count)));
        Assert.Equal(2, twins.Count);
    }

    [Fact]
    public async Task A_mark_that_is_there_is_told_and_whoever_is_not_in_the_list_is_proposed_as_absent()
    {
        var (marked, absent) = (await NamedAsync("Серікбаев"), await NamedAsync("Жұмабаев"));
        await app.Data.MarkAsync(session, marked.Item2, Presence.Late);
        var read = await ReadAsync(Encoding.UTF8.GetBytes($"Қатысушы;Ұзақтығы\n{marked.Item1.FamilyName} {marked.Item1.GivenName};2 сағ\n"));
        Assert.Equal((true, 120), (Of(marked).IsMarked, Of(marked).Minutes));
        Assert.Equal((false, Presence.Absent), (Of(absent).IsMarked, Of(absent).Presence));

        MeetingPerson Of((Person, Enrolment) who) => read.People.Single(p => p.EnrolmentId == who.Item2.Id);
    }

    [Fact]
    public async Task What_is_no_such_list_is_refused_and_nobody_else_reads_one()
    {
        Assert.Equal("meeting_list_without_columns", Assert.IsType<InvalidInput>((await SendAsync(coordinator, "Пән;Баға\nА;5\n"u8.ToArray())).Error).Faults[0].Code);
        Assert.IsType<InvalidInput>((await app.SendAs(coordinator, new ReadMeetingListQuery(session.Id, Stream.Null, ""))).Error);
        Assert.IsType<NotFound>((await SendAsync(await app.Data.PersonAsync(Role.Coordinator, w => w.OtherBranch), "Name;Duration\nА;5\n"u8.ToArray())).Error);
        Assert.IsType<Forbidden>((await SendAsync(await app.Data.PersonAsync(Role.Teacher), "Name;Duration\nА;5\n"u8.ToArray())).Error);
    }

    private async Task<(Person, Enrolment)> NamedAsync(string familyName)
    {
        var person = await app.Data.PersonAsync(Role.Teacher, familyName: familyName);
        return (person, await app.Data.EnrolmentAsync(group, person, EnrolmentStatus.Accepted));
    }

    private async Task<MeetingProposal> ReadAsync(byte[] list) => (await SendAsync(coordinator, list)).Value;

    private async Task<Result<MeetingProposal>> SendAsync(Person person, byte[] list)
    {
        using var content = new MemoryStream(list);
        return await app.SendAs(person, new ReadMeetingListQuery(session.Id, content, "meeting.csv"));
    }
}
