using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>The contacts of the year after a course with their reminders, past and to come.</summary>
internal static class DemoSupport
{
    private static readonly LessonLevel[] Levels = [LessonLevel.BelowAverage, LessonLevel.Average, LessonLevel.Average, LessonLevel.AboveAverage, LessonLevel.AboveAverage, LessonLevel.High];

    private static readonly FeedbackValue[] Values = [FeedbackValue.Helps, FeedbackValue.Helps, FeedbackValue.HelpsInPart, FeedbackValue.DoesNotHelp];

    private static readonly (string Subject, string Topic)[] Lessons =
    [
        ("Математика", "Бөлшектерді салыстыру"), ("Қазақ тілі", "Сөз тіркесі"), ("Биология", "Фотосинтез"), ("География", "Реки Казахстана"), ("Физика", "Ток күші"),
    ];

    private static readonly Dictionary<LessonParameter, string[]> Feedback = new()
    {
        [LessonParameter.Planning] = ["Мақсат өлшенетіндей қойылған, бірақ соңғы тапсырма оған жеткенін көрсетпеді.", "План продуман по минутам; задание на анализ стоит перенести в начало."],
        [LessonParameter.Teaching] = ["Жұптық талқылауда оқушылардың көбі сөйледі; сұрақты оқушының өзіне қойғызыңыз.", "Диалог живой, но отвечают одни и те же пятеро."],
        [LessonParameter.Assessment] = ["Дескриптор тақтада тұрды, өзара бағалауға екі минут жетпеді.", "Похвала есть; покажите, по какому дескриптору."],
        [LessonParameter.Technology] = ["Слайд көрнекі болды; жедел сауалнаманы да қосып көріңіз."],
    };

    private static readonly string[] NextSteps =
    [
        "Екі апта ішінде бір тапсырманы дескриптормен қайта жазып, үлгісін бірге қараймыз.",
        "На следующем уроке ученики сами составят два вопроса друг другу; обсудим запись.",
    ];

    private static readonly string[] Answers = ["Рақмет, келесі сабақта байқап көремін.", "Өзара бағалауға уақытты қалай табуды көрсетсеңіз екен.", ""];

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
        // a group on its last day fills the matrix: one of two has done so
        var lastDay = db.Groups.Local.Where(g => g.Status == GroupStatus.Studying && g.EndsOn == world.Today).ToDictionary(g => g.Id);
        foreach (var enrolment in db.Enrolments.Local.Where(e => e.Status == EnrolmentStatus.Accepted && lastDay.ContainsKey(e.GroupId)).OrderBy(e => e.Id).Where((_, i) => i % 2 == 0).ToList())
        {
            db.MatrixEntries.AddRange(plan.DaysAfter(world.Today).Select(d => Entry(enrolment.Id, d.Contact, d.DueOn, lastDay[enrolment.GroupId].TrainerId, enrolment.PersonId, world.Ago(0.1))));
        }

        foreach (var graduate in world.Graduates)
        {
            var matrix = plan.DaysAfter(graduate.ClosedOn).Select(d => Entry(graduate.EnrolmentId, d.Contact, d.DueOn, graduate.Trainer.Id, graduate.Person.Id, world.Ago(world.Today.DayNumber - graduate.ClosedOn.DayNumber))).ToList();
            db.MatrixEntries.AddRange(matrix);
            foreach (var contact in plan.ContactsOf(matrix, graduate.Person.Id, graduate.ClosedOn))
            {
                // what is long past took place; about today it depends
                var late = world.Today.DayNumber - contact.DueOn.DayNumber;
                if (late > 10 || (late > 0 && world.Random.Bool(0.4f)))
                {
                    var outcome = contact.Kind == ContactKind.Observation ? Observe(db, world, contact, late) : world.Random.ArrayElement(Outcomes);
                    DemoWorld.Ok(contact.Complete(outcome, contact.DueOn, world.Ago(late - 0.3)));
                    if (contact.Kind == ContactKind.AchievementAnalysis)
                    {
                        db.ClassResults.Add(Learners(world, contact));
                    }
                }

                db.SupportContacts.Add(contact);
                AddReminders(db, world, plan, contact, graduate);
            }
        }
    }

    private static ClassResults Learners(DemoWorld world, SupportContact contact)
    {
        var (before, after) = (world.Random.Number(18, 26), world.Random.Number(18, 26));
        return new ClassResults
        {
            ContactId = contact.Id,
            Class = "8 «А»",
            Subject = "Математика",
            BeforeOn = contact.DueOn.AddMonths(-11),
            AfterOn = contact.DueOn.AddDays(-5),
            Figures = new LearnerFigures(before, before * world.Random.Number(30, 45) / 100, after, after * world.Random.Number(35, 60) / 100),
        };
    }

    private static MatrixEntry Entry(Guid enrolmentId, PlannedContact contact, DateOnly dueOn, Guid trainerId, Guid personId, DateTime at)
    {
        var entry = new MatrixEntry { EnrolmentId = enrolmentId, Kind = contact.Kind, Month = contact.Month };
        entry.Fill(dueOn, trainerId, null, personId, at);
        return entry;
    }

    // the sheet of a lesson; most teachers have answered
    private static string Observe(AppDbContext db, DemoWorld world, SupportContact contact, int late)
    {
        var random = world.Random;
        var at = world.Ago(late - 0.3);
        var lesson = new SupportLesson { ContactId = contact.Id, PersonId = contact.PersonId, ObserverId = contact.TrainerId };
        var (subject, topic) = random.ArrayElement(Lessons);
        DemoWorld.Ok(lesson.Write(
            new LessonNotes(
                world.Today.AddDays(-late),
                subject,
                $"{random.Number(2, 11)} «{random.ArrayElement(["А", "Ә", "Б"])}»",
                topic,
                [.. Enum.GetValues<LessonParameter>().Select(p => new LessonMark(p, random.ArrayElement(Levels), random.ArrayElement(Feedback[p])))],
                [.. LessonSign.All.Where(_ => random.Bool(0.3f)).Select(s => s.Code)],
                random.ArrayElement(NextSteps)),
            at));
        DemoWorld.Ok(lesson.Sign(at));
        if (random.Bool(0.7f))
        {
            DemoWorld.Ok(lesson.Reply(random.ArrayElement(Values), random.ArrayElement(Answers), at.AddHours(5)));
        }

        db.SupportLessons.Add(lesson);
        return lesson.NextSteps;
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
