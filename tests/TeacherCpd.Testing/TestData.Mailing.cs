using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Testing;

/// <summary>Reminders by the thousand, to be sent through a real mail server.</summary>
public sealed partial class TestData
{
    private const int PeopleAtOnce = 2_000;

    /// <summary>Reminders that are due on a day, one each to as many teachers; their addresses are made of a prefix and a number.</summary>
    public async Task<IReadOnlyList<Guid>> DueRemindersAsync(int count, DateOnly day, string address = "teacher")
    {
        var trainer = await PersonAsync(Role.Trainer);
        var group = await GroupAsync(trainer: trainer, status: GroupStatus.Closed, capacity: 200);
        List<Guid> ids = [];
        for (var first = 0; first < count; first += PeopleAtOnce)
        {
            List<object> records = [];
            for (var i = first; i < Math.Min(count, first + PeopleAtOnce); i++)
            {
                var number = ++counter;
                var person = new Person
                {
                    Iin = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"9{number:00000000000}"),
                    FamilyName = "Сериков",
                    GivenName = "Нұрлан",
                    SortKey = SortKey.Of("Сериков Нұрлан"),
                    Email = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{address}{number}@mail.example"),
                };
                var enrolment = new Enrolment { GroupId = group.Id, PersonId = person.Id, AppliedAt = Now, ListenerCode = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"M{number:0000000}") };
                var contact = new SupportContact { EnrolmentId = enrolment.Id, PersonId = person.Id, TrainerId = trainer.Id, Kind = ContactKind.Consultation, DueOn = day };
                var reminder = new Reminder { ContactId = contact.Id, RecipientId = person.Id, Kind = ReminderKind.OnDay, DueOn = day };
                records.AddRange([person, enrolment, contact, reminder]);
                ids.Add(reminder.Id);
            }

            await SaveAsync([.. records]);
        }

        return ids;
    }
}
