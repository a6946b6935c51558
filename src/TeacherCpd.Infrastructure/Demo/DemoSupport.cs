using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>The contacts of the year after a course with their reminders, past and to come.</summary>
internal static class DemoSupport
{
    private const int DaysBefore = 7;
    private const int DaysAfter = 3;

    // the months of the plan that the settings begin with
    private static readonly (ContactKind Kind, int Month)[] Plan =
    [
        (ContactKind.Observation, 2), (ContactKind.Survey, 3), (ContactKind.Consultation, 4),
        (ContactKind.Webinar, 6), (ContactKind.Observation, 8), (ContactKind.AchievementAnalysis, 11),
    ];

    private static readonly string[] Outcomes =
    [
        "Сабаққа қатыстым: топтық жұмыстың рөлдері айқын, келесі жолы уақытты бөлуге назар аударамыз.",
        "Сауалнама толтырылды: курс идеяларының үшеуін апта сайын қолданады.",
        "Кеңес берілді: дескрипторды оқушы тілімен жазу, екі үлгіні бірге талдадық.",
        "Вебинарға қатысты, өз тәжірибесінен мысал көрсетті.",
        "Консультация проведена: разобрали лист наблюдения и план следующего урока.",
        "Оқушылардың жетістігі мен аттестаттау нәтижесі талданды, жеке даму жоспары жаңартылды.",
    ];

    public static void Add(AppDbContext db, DemoWorld world)
    {
        foreach (var graduate in world.Graduates)
        {
            foreach (var (kind, month) in Plan)
            {
                var contact = new SupportContact
                {
                    EnrolmentId = graduate.EnrolmentId,
                    PersonId = graduate.Person.Id,
                    TrainerId = graduate.Trainer.Id,
                    Kind = kind,
                    DueOn = graduate.ClosedOn.AddMonths(month),
                };

                // what is long past took place; about today it depends
                var late = world.Today.DayNumber - contact.DueOn.DayNumber;
                if (late > 10 || (late > 0 && world.Random.Bool(0.4f)))
                {
                    _ = contact.Complete(world.Random.ArrayElement(Outcomes), world.Ago(late - 0.3));
                }

                db.SupportContacts.Add(contact);
                AddReminders(db, world, contact, graduate);
            }
        }
    }

    private static void AddReminders(AppDbContext db, DemoWorld world, SupportContact contact, DemoGraduate graduate)
    {
        foreach (var recipient in new[] { graduate.Person, graduate.Trainer })
        {
            foreach (var (kind, days) in new[] { (ReminderKind.Before, -DaysBefore), (ReminderKind.OnDay, 0), (ReminderKind.After, DaysAfter) })
            {
                var reminder = new Reminder { ContactId = contact.Id, RecipientId = recipient.Id, Kind = kind, DueOn = contact.DueOn.AddDays(days) };
                var at = world.Ago(Math.Max(0.5, world.Today.DayNumber - reminder.DueOn.DayNumber));
                if (contact.DoneAt is not null && kind != ReminderKind.Before)
                {
                    _ = reminder.Move(ReminderStatus.Cancelled, at);
                }
                else if (reminder.DueOn < world.Today)
                {
                    Send(reminder, recipient.Email is not null, at);
                }

                db.Reminders.Add(reminder);
            }
        }
    }

    private static void Send(Reminder reminder, bool hasAddress, DateTime at)
    {
        if (!hasAddress)
        {
            _ = reminder.Move(ReminderStatus.NoAddress, at);
            return;
        }

        _ = reminder.Move(ReminderStatus.Sending, at);
        _ = reminder.Move(ReminderStatus.Sent, at.AddSeconds(2));
    }
}
