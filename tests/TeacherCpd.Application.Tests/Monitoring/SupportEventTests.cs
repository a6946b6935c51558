using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Monitoring.Events;
using TeacherCpd.Application.Monitoring.Lessons;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Monitoring;

/// <summary>A webinar or group consultation for several is recorded once, and their contacts took place by it.</summary>
public sealed class SupportEventTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 2, 10);

    private TestApp app = null!;
    private Person trainer = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        trainer = await app.Data.PersonAsync(Role.Trainer);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Those_who_took_part_are_reminded_no_more_and_find_the_recording_in_their_cabinets()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        var (came, missed) = (await ContactAsync(teacher), await ContactAsync());

        Assert.Null((await HoldAsync(Guid.CreateVersion7(), came)).Error);

        var held = Assert.Single((await app.SendAs(trainer, new GetEventsQuery(1))).Value.Events.Items);
        Assert.Equal((ContactKind.Webinar, "Дескриптор құрастыру", 1), (held.Kind, held.Title, held.Participants));
        Assert.All(await app.LookAsync(db => db.Reminders.Where(r => r.ContactId == came.Id).ToListAsync()), r => Assert.Equal(ReminderStatus.Cancelled, r.Status));
        Assert.All(await app.LookAsync(db => db.Reminders.Where(r => r.ContactId == missed.Id).ToListAsync()), r => Assert.Equal(ReminderStatus.Pending, r.Status));
        Assert.Equal(missed.Id, Assert.Single((await app.SendAs(trainer, new GetEventFormQuery(ContactKind.Webinar))).Value.Contacts).Id);

        await app.SendAs(trainer, new RecordEventCommand(held.Id, "https://video.example/1"));
        var mine = Assert.Single((await app.SendAs(teacher, new GetMySupportQuery())).Value.Contacts);
        Assert.Equal(("Дескриптор құрастыру", "https://files.example/1", "https://video.example/1"), (mine.Outcome, mine.Link, mine.Recording));
    }

    [Fact]
    public async Task A_form_that_arrives_twice_records_it_once_and_a_contact_takes_place_once()
    {
        var contact = await ContactAsync();
        var id = Guid.CreateVersion7();
        await HoldAsync(id, contact);

        Assert.Null((await HoldAsync(id, contact)).Error);
        Assert.IsType<ContactAlreadyDone>((await HoldAsync(Guid.CreateVersion7(), contact)).Error);

        Assert.Equal(1, await app.LookAsync(db => db.SupportEvents.CountAsync()));
    }

    [Fact]
    public async Task Only_own_contacts_of_the_same_kind_and_links_of_the_web_are_taken()
    {
        var survey = await app.Data.ContactAsync(Today, trainer: trainer, kind: ContactKind.Survey);
        var foreign = await app.Data.ContactAsync(Today, kind: ContactKind.Webinar);
        var own = await ContactAsync();

        Assert.IsType<NotFound>((await HoldAsync(Guid.CreateVersion7(), own, survey)).Error);
        Assert.IsType<NotFound>((await HoldAsync(Guid.CreateVersion7(), own, foreign)).Error);
        Assert.IsType<InvalidInput>((await HoldAsync(Guid.CreateVersion7())).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(trainer, Command(Guid.CreateVersion7(), own) with { Kind = ContactKind.Observation })).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(trainer, Command(Guid.CreateVersion7(), own) with { Link = "javascript:alert(1)" })).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(trainer, Command(Guid.CreateVersion7(), own) with { HeldOn = Today.AddDays(1) })).Error);
        Assert.IsType<Forbidden>((await app.SendAs(await app.Data.PersonAsync(Role.Teacher), Command(Guid.CreateVersion7(), own))).Error);
        Assert.Equal(0, await app.LookAsync(db => db.SupportEvents.CountAsync()));
    }

    [Fact]
    public async Task What_several_teachers_showed_is_proposed_until_an_event_answers_it()
    {
        for (var i = 0; i < 2; i++)
        {
            var lesson = await app.Data.ContactAsync(Today, trainer: trainer, kind: ContactKind.Observation);
            Assert.Null((await app.SendAs(trainer, new SignLessonCommand(lesson.Id, TestData.Lesson(Today, ["pupils_do_not_assess", .. i == 0 ? new[] { "pupils_do_not_ask" } : [], "dialogue_with_pupils"]), null))).Error);
        }

        Assert.Equal([new Difficulty("pupils_do_not_assess", 2)], (await app.SendAs(trainer, new GetEventsQuery(1))).Value.Proposals);

        await app.SendAs(trainer, Command(Guid.CreateVersion7(), await ContactAsync()) with { Sign = "pupils_do_not_assess" });
        Assert.Empty((await app.SendAs(trainer, new GetEventsQuery(1))).Value.Proposals);
    }

    private Task<SupportContact> ContactAsync(Person? teacher = null) => app.Data.ContactAsync(Today.AddDays(3), teacher, trainer, kind: ContactKind.Webinar);

    private Task<Result<Done>> HoldAsync(Guid id, params SupportContact[] contacts) => app.SendAs(trainer, Command(id, contacts));

    private static HoldEventCommand Command(Guid id, params SupportContact[] contacts) =>
        new(id, ContactKind.Webinar, "Дескриптор құрастыру", Today, null, "https://files.example/1", null, [.. contacts.Select(c => c.Id)]);
}
