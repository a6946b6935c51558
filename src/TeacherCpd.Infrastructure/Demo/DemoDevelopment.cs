using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>Courses of years ago, so that training is due for some and overdue for others, and activities in every state.</summary>
internal sealed class DemoDevelopment(AppDbContext db, DemoWorld world, IFileStore files)
{
    private int listener;

    public async Task AddAsync(CancellationToken cancellationToken)
    {
        var programme = await db.Programmes.AsNoTracking().Include(p => p.Versions).SingleAsync(p => p.Code == "P02", cancellationToken);
        var colleagues = world.Teachers.GroupBy(t => t.School.Id).Select(g => g.Select(t => t.Person).ToList()).ToList();
        await CourseAsync(programme, world.Today.AddYears(-3).AddDays(-50), [.. colleagues.SelectMany(c => c.Skip(5).Take(2))], cancellationToken);
        await CourseAsync(programme, world.Today.AddYears(-3).AddDays(100), [.. colleagues.Select(c => c[7])], cancellationToken);
        await AddActivitiesAsync(cancellationToken);
    }

    private async Task CourseAsync(Programme programme, DateOnly endsOn, List<Person> people, CancellationToken cancellationToken)
    {
        var version = programme.Versions.Single();
        var number = await db.NextNumberAsync(string.Create(CultureInfo.InvariantCulture, $"group/{programme.Code}/{endsOn.Year}"), cancellationToken);
        var studyGroup = new StudyGroup
        {
            Code = string.Create(CultureInfo.InvariantCulture, $"{programme.Code}-{endsOn.Year}-{number:000}"),
            ProgrammeVersionId = version.Id,
            BranchId = world.Places["kz/pso/B39/"].Id,
            Language = Language.Kk,
            StartsOn = endsOn.AddDays(-18),
            EndsOn = endsOn,
            TrainerId = world.KostanayTrainers[1].Id,
            Capacity = people.Count,
        };
        var end = Clock.BeginOf(endsOn).AddHours(9);
        DemoWorld.Ok(studyGroup.Start(people.Count));
        DemoWorld.Ok(studyGroup.Close(end));
        db.Groups.Add(studyGroup);
        foreach (var person in people)
        {
            var school = world.SchoolOf(person);
            var enrolment = new Enrolment
            {
                GroupId = studyGroup.Id,
                PersonId = person.Id,
                SchoolId = school?.Id,
                RegionId = school is null ? null : world.RegionOf(school).Id,
                ListenerCode = string.Create(CultureInfo.InvariantCulture, $"E{++listener:0000}"),
                AppliedAt = end.AddDays(-40),
            };
            DemoWorld.Ok(enrolment.Accept(end.AddDays(-30)));
            DemoWorld.Ok(enrolment.Finish(EnrolmentStatus.Recommended));
            db.Enrolments.Add(enrolment);
            var serial = await db.NextNumberAsync(string.Create(CultureInfo.InvariantCulture, $"certificate/{endsOn.Year}"), cancellationToken);
            db.Certificates.Add(new Certificate
            {
                Serial = string.Create(CultureInfo.InvariantCulture, $"KZ-{endsOn.Year}-{serial:000000}"),
                VerificationCode = RandomNumberGenerator.GetString(DemoCourses.CodeAlphabet, DemoCourses.CodeLength),
                OrganisationId = studyGroup.BranchId,
                SubjectId = enrolment.Id,
                EnrolmentId = enrolment.Id,
                PersonId = person.Id,
                ProgrammeVersionId = version.Id,
                HolderName = person.FullName,
                ProgrammeTitle = programme.Title,
                ProgrammeCode = programme.Code,
                ProgrammeVersionNumber = version.Number,
                Hours = version.Hours,
                StartedOn = studyGroup.StartsOn,
                EndedOn = endsOn,
                IssuedOn = endsOn,
                Issuer = world.Places["kz/pso/"].Name,
                StatusNumber = await db.NextNumberAsync("certificate-status", cancellationToken),
            });
        }
    }

    private async Task AddActivitiesAsync(CancellationToken cancellationToken)
    {
        var teacher = world.Of(DemoAccounts.Teacher);
        var school = world.Of(DemoAccounts.SchoolCoordinator);
        var colleagues = world.Teachers.Where(t => t.School.Id == world.School.Id).Select(t => t.Person).Take(4).ToList();
        var paper = await FileAsync("сертификат.txt", "Сертификат № 114: критериалды бағалау семинарына қатысқаны үшін.", cancellationToken);

        var seminar = Add(teacher, DevelopmentKind.Seminar, "Критериалды бағалау: дескриптор жазу", "Сарыкөл ауданының әдістемелік кабинеті", 210, 8, new Evidence(null, "№ 114", paper));
        DemoWorld.Ok(seminar.Confirm(school.Id, world.Ago(200)));
        var webinar = Add(teacher, DevelopmentKind.Webinar, "Цифрлық ресурстармен жұмыс", "Педагогикалық шеберлік орталығы", 120, 12, new Evidence("https://webinar.example/116", null, null));
        DemoWorld.Ok(webinar.Confirm(school.Id, world.Ago(110)));
        var pair = Add(
            teacher, DevelopmentKind.Mentoring, "Жас маманмен бір тоқсан", "№1 мектеп", 60, 18, new Evidence(null, "№ 31-Н бұйрық", null),
            new Pair(colleagues[0].Id, MentoringSide.Mentor, "Сабақты бірге жоспарлап, алты сабаққа өзара қатыстық; жас маман топтық жұмысты өзі жүргізеді."));
        DemoWorld.Ok(pair.Confirm(school.Id, world.Ago(50)));
        var returned = Add(teacher, DevelopmentKind.MasterClass, "Топтық жұмыстың рөлдері", "Қостанай филиалы", 30, 6, new Evidence("https://example.kz/master", null, null));
        DemoWorld.Ok(returned.Return(school.Id, "Сілтеме ашылмайды: бағдарламаны немесе сертификатты қосыңыз.", world.Ago(6)));
        Add(teacher, DevelopmentKind.LessonStudy, "Lesson Study: есеп шығарудағы диалог", "№1 мектеп", 12, 10, new Evidence(null, "Хаттама № 4", paper));
        var withdrawn = Add(teacher, DevelopmentKind.Contest, "Жыл мұғалімі, аудандық кезең", "Аудандық білім бөлімі", 90, 8, new Evidence(null, "Диплом № 7", null));
        DemoWorld.Ok(withdrawn.Withdraw(world.Ago(80)));

        Add(colleagues[0], DevelopmentKind.Mentoring, "Алғашқы жылдағы тәлім", "№1 мектеп", 60, 18, new Evidence(null, "№ 31-Н бұйрық", null),
            new Pair(teacher.Id, MentoringSide.Mentee, "Сабақ жоспарын жазу мен кері байланыс беруді үйрендім."));
        Add(colleagues[1], DevelopmentKind.Internship, "IT-лицейдегі тағылымдама", "Қостанай IT-лицейі", 25, 36, new Evidence(null, "Анықтама № 52", paper));
        Add(colleagues[2], DevelopmentKind.Webinar, "Инклюзивті сыныптағы тапсырмалар", "Педагогикалық шеберлік орталығы", 9, 4, new Evidence("https://webinar.example/131", null, null));
        var contest = Add(colleagues[3], DevelopmentKind.Contest, "Үздік авторлық бағдарлама", "Облыстық білім басқармасы", 140, 20, new Evidence(null, "Диплом № 12", null));
        DemoWorld.Ok(contest.Confirm(school.Id, world.Ago(130)));
    }

    private DevelopmentActivity Add(
        Person person, DevelopmentKind kind, string title, string organiser, int daysAgo, int hours, Evidence evidence, Pair? pair = null)
    {
        var last = world.Today.AddDays(-daysAgo);
        var facts = new ActivityFacts(kind, title, organiser, last.AddDays(-hours / 8), last, hours, evidence, pair);
        var activity = DevelopmentActivity.Record(Guid.CreateVersion7(), person.Id, facts, world.Ago(Math.Max(1, daysAgo - 3)), world.Today).Value;
        db.DevelopmentActivities.Add(activity);
        return activity;
    }

    private async Task<EvidenceFile> FileAsync(string name, string text, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var stored = (await files.SaveAsync(content, content.Length, cancellationToken)).Value;
        return new EvidenceFile(name, "text/plain", stored.Sha256);
    }
}
