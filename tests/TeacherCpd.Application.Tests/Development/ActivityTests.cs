using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Development;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Development;

/// <summary>A teacher records, the school decides.</summary>
public sealed class ActivityTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 2, 10);

    private static readonly ActivityFields Webinar = new()
    {
        Kind = DevelopmentKind.Webinar,
        Title = " Бағалау ",
        Organiser = "Орталық",
        From = Today.AddDays(-3),
        To = Today.AddDays(-3),
        Hours = 4,
        Link = "https://webinar.example/1",
    };

    private TestApp app = null!;
    private Person teacher = null!;
    private Person school = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        teacher = await app.Data.PersonAsync(Role.Teacher);
        school = await app.Data.PersonAsync(Role.SchoolCoordinator);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_a_teacher_records_is_confirmed_by_the_school_once_however_often_it_is_sent()
    {
        var id = Guid.CreateVersion7();
        Assert.Null((await app.SendAs(teacher, new RecordActivityCommand(id, Webinar, null))).Error);
        Assert.Null((await app.SendAs(teacher, new RecordActivityCommand(id, Webinar, null))).Error);
        Assert.Equal(1, Assert.Single(await TodayAsync(school), i => i.TextKey == "development.today.to_confirm").Count);

        Assert.Null((await app.SendAs(school, new ConfirmActivityCommand(id, 0))).Error);
        Assert.Null((await app.SendAs(school, new ConfirmActivityCommand(id, 0))).Error);

        var saved = await FindAsync(id);
        Assert.Equal((ActivityStatus.Confirmed, school.Id, "Бағалау"), (saved.Status, saved.DecidedBy, saved.Title));
        Assert.DoesNotContain(await TodayAsync(school), i => i.TextKey == "development.today.to_confirm");
        Assert.IsType<StepNotAllowed>((await app.SendAs(teacher, new WithdrawActivityCommand(id))).Error);
        Assert.IsType<StepNotAllowed>((await app.SendAs(teacher, new CorrectActivityCommand(id, Webinar, null))).Error);
    }

    [Fact]
    public async Task What_comes_back_is_told_today_corrected_and_waits_again()
    {
        var activity = await app.Data.ActivityAsync(teacher);
        Assert.Null((await app.SendAs(school, new ReturnActivityCommand(activity.Id, 0, " Нөмірі қате "))).Error);
        Assert.Equal($"/my/record/{activity.Id}", Assert.Single(await TodayAsync(teacher), i => i.TextKey == "development.today.returned").Path);

        Assert.Null((await app.SendAs(teacher, new CorrectActivityCommand(activity.Id, Webinar, null))).Error);

        var saved = await FindAsync(activity.Id);
        Assert.Equal((ActivityStatus.Recorded, null, DevelopmentKind.Webinar), (saved.Status, saved.ReturnReason, saved.Kind));
        Assert.Single((await app.SendAs(school, new GetActivitiesQuery(false, 1))).Value.Items);
        Assert.Empty((await app.SendAs(school, new GetActivitiesQuery(true, 1))).Value.Items);
    }

    [Fact]
    public async Task What_was_corrected_since_it_was_looked_at_is_not_confirmed_unseen()
    {
        var activity = await app.Data.ActivityAsync(teacher);
        var seen = (await app.SendAs(school, new GetActivityQuery(activity.Id))).Value.Revision;
        await app.SendAs(teacher, new CorrectActivityCommand(activity.Id, Webinar with { Hours = 40 }, null));

        Assert.IsType<ActivityCorrectedMeanwhile>((await app.SendAs(school, new ConfirmActivityCommand(activity.Id, seen))).Error);
        Assert.IsType<ActivityCorrectedMeanwhile>((await app.SendAs(school, new ReturnActivityCommand(activity.Id, seen, "Неге?"))).Error);
        Assert.Equal(ActivityStatus.Recorded, (await FindAsync(activity.Id)).Status);
    }

    [Fact]
    public async Task Another_school_and_another_teacher_know_nothing_of_it_and_nobody_confirms_their_own()
    {
        var activity = await app.Data.ActivityAsync(teacher);
        var otherSchool = await app.Data.PersonAsync(Role.SchoolCoordinator, w => w.OtherSchool);
        var otherTeacher = await app.Data.PersonAsync(Role.Teacher);
        var own = await app.Data.ActivityAsync(school);

        Assert.IsType<NotFound>((await app.SendAs(otherSchool, new ConfirmActivityCommand(activity.Id, 0))).Error);
        Assert.IsType<NotFound>((await app.SendAs(otherSchool, new ReturnActivityCommand(activity.Id, 0, "Жоқ"))).Error);
        Assert.IsType<NotFound>((await app.SendAs(otherSchool, new GetActivityQuery(activity.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(otherTeacher, new CorrectActivityCommand(activity.Id, Webinar, null))).Error);
        Assert.IsType<NotFound>((await app.SendAs(otherTeacher, new WithdrawActivityCommand(activity.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(otherTeacher, new RecordActivityCommand(activity.Id, Webinar, null))).Error);
        Assert.IsType<NotFound>((await app.SendAs(otherTeacher, new GetMyActivityQuery(activity.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(school, new ConfirmActivityCommand(own.Id, 0))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(teacher, new ConfirmActivityCommand(activity.Id, 0))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(school, new RecordActivityCommand(Guid.CreateVersion7(), Webinar, null))).Error);
        Assert.Equal(ActivityStatus.Recorded, (await FindAsync(activity.Id)).Status);
    }

    [Fact]
    public async Task Faults_stand_at_their_fields()
    {
        Assert.Equal(
            ["Hours", "Kind", "Link", "Title"],
            await FaultsAsync(Webinar with { Kind = null, Title = " ", Hours = 501, Link = "http://example.kz" }));
        Assert.Equal(["OtherIin", "Outcome", "Side"], await FaultsAsync(Webinar with { Kind = DevelopmentKind.Mentoring }));
        Assert.Equal(["OtherIin"], await FaultsAsync(Pair("123")));
        Assert.IsType<PairNotKnown>((await RecordAsync(Pair(TestData.NewIin(777)))).Error);
        Assert.IsType<PairWithOneself>((await RecordAsync(Pair(teacher.Iin))).Error);
        Assert.IsType<EvidenceMissing>((await RecordAsync(Webinar with { Link = "" })).Error);
    }

    [Fact]
    public async Task A_pair_keeps_the_other_person_whose_name_only_the_school_is_told()
    {
        var other = await app.Data.PersonAsync(Role.Teacher, familyName: "Тәлімгер");
        var id = (await RecordAsync(Pair(other.Iin))).Value;

        Assert.Equal(other.Iin, (await app.SendAs(teacher, new GetMyActivityQuery(id))).Value.Fields.OtherIin);
        Assert.StartsWith("Тәлімгер", (await app.SendAs(school, new GetActivityQuery(id))).Value.Other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_kept_and_given_to_the_teacher_and_the_school_only()
    {
        var content = "Сертификат № 7"u8.ToArray();
        using var upload = new MemoryStream(content);
        var file = (await app.SendAs(teacher, new ReceiveEvidenceQuery(upload, @"C:\құжат\сертификат.txt"))).Value;
        var activity = await app.Data.ActivityAsync(teacher, file: file);

        foreach (var person in new[] { teacher, school })
        {
            var found = (await app.SendAs(person, new GetEvidenceFileQuery(activity.Id))).Value;
            await using var stream = found.Content;
            Assert.Equal(("сертификат.txt", content.Length), (found.FileName, stream.Length));
        }

        var stranger = await app.Data.PersonAsync(Role.SchoolCoordinator, w => w.OtherSchool);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new GetEvidenceFileQuery(activity.Id))).Error);
        using var wrong = new MemoryStream(content);
        var refused = Assert.IsType<InvalidInput>((await app.SendAs(teacher, new ReceiveEvidenceQuery(wrong, "virus.exe"))).Error);
        Assert.Equal("File", refused.Faults[0].Field);
    }

    [Fact]
    public async Task The_own_way_shows_hours_by_the_rule_and_says_why_no_more()
    {
        await app.Data.CourseAsync(teacher, Today.AddYears(-1), 40);
        await app.Data.CourseAsync(teacher, Today.AddYears(-4), 80);
        var activity = await app.Data.ActivityAsync(teacher, DevelopmentKind.Webinar, 12);
        await app.SendAs(school, new ConfirmActivityCommand(activity.Id, 0));

        var record = (await app.SendAs(teacher, new GetMyRecordQuery())).Value;

        Assert.Equal((40, 4, 40), (record.Training.CourseHours, record.Training.ActivityHours, record.Training.Hours));
        Assert.Equal((TrainingStanding.InOrder, Today.AddYears(2)), (record.Training.Standing, record.Training.DueOn));
        Assert.Equal([true, false], record.Courses.Select(c => c.Counts));
        var counted = Assert.Single(record.Activities).Counted!;
        Assert.Equal((4, HoursLimit.Activity, 4), (counted.Hours, counted.Limit, counted.Figure));
    }

    private static ActivityFields Pair(string iin) =>
        Webinar with { Kind = DevelopmentKind.Mentoring, OtherIin = iin, Side = MentoringSide.Mentor, Outcome = "Бірге жоспарладық" };

    private Task<Result<Guid>> RecordAsync(ActivityFields fields) => app.SendAs(teacher, new RecordActivityCommand(Guid.CreateVersion7(), fields, null));

    private async Task<IEnumerable<string>> FaultsAsync(ActivityFields fields) =>
        Assert.IsType<InvalidInput>((await RecordAsync(fields)).Error).Faults.Select(f => f.Field).Distinct().Order(StringComparer.Ordinal);

    private async Task<IReadOnlyList<TodayItem>> TodayAsync(Person person) => (await app.SendAs(person, new GetTodayQuery())).Value.Items;

    private Task<DevelopmentActivity> FindAsync(Guid id) => app.LookAsync(db => db.DevelopmentActivities.AsNoTracking().SingleAsync(a => a.Id == id));
}
