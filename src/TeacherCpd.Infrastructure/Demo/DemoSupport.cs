using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>The contacts of the year after a course with their reminders, past and to come.</summary>
internal static class DemoSupport
{
    private static readonly string[] Outcomes =
    [
        "Сабаққа қатыстым: топтық жұмыстың рөлдері айқын, келесі жолы уақытты бөлуге назар аударамыз.",
        "Сауалнама толтырылды: курс идеяларының үшеуін апта сайын қолданады.",
        "Кеңес берілді: дескрипторды оқушы тілімен жазу, екі үлгіні бірге талдадық.",
        "Вебинарға қатысты, өз тәжірибесінен мысал көрсетті.",
        "Консультация проведена: разобрали лист наблюдения и план следующего урока.",
        "Оқушылардың жетістігі мен аттестаттау нәтижесі талданды, жеке даму жоспары жаңартылды.",
    ];

    public static void Add(AppDbContext db, DemoWorld world, SupportPlan plan)
    {
        foreach (var graduate in world.Graduates)
        {
            foreach (var contact in plan.ContactsOf(graduate.EnrolmentId, graduate.Person.Id, graduate.Trainer.Id, graduate.ClosedOn))
            {
                // what is long past took place; about today it depends
                var late = world.Today.DayNumber - contact.DueOn.DayNumber;
                if (late > 10 || (late > 0 && world.Random.Bool(0.4f)))
                {
                    DemoWorld.Ok(contact.Complete(world.Random.ArrayElement(Outcomes), world.Ago(late - 0.3)));
                }

                db.SupportContacts.Add(contact);
                AddReminders(db, world, plan, contact, graduate);
            }
        }
    }

    private static void AddReminders(AppDbContext db, DemoWorld world, SupportPlan plan, SupportContact contact, DemoGraduate graduate)
    {
        foreach (var reminder in plan.RemindersOf(contact))
        {
            var recipient = reminder.RecipientId == graduate.Person.Id ? graduate.Person : graduate.Trainer;
            var at = world.Ago(Math.Max(0.5, world.Today.DayNumber - reminder.DueOn.DayNumber));
            if (contact.DoneAt is not null && reminder.Kind != ReminderKind.Before)
            {
                DemoWorld.Ok(reminder.Move(ReminderStatus.Cancelled, at));
            }
            else if (reminder.DueOn < world.Today)
            {
                Send(reminder, recipient.Email is not null, at);
            }

            db.Reminders.Add(reminder);
        }
    }

    private static void Send(Reminder reminder, bool hasAddress, DateTime at)
    {
        if (!hasAddress)
        {
            DemoWorld.Ok(reminder.Move(ReminderStatus.NoAddress, at));
            return;
        }

        DemoWorld.Ok(reminder.Move(ReminderStatus.Sending, at));
        DemoWorld.Ok(reminder.Move(ReminderStatus.Sent, at.AddSeconds(2)));
    }
}
