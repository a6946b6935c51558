using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Originality;
using TeacherCpd.Originality.Index;

using Person = TeacherCpd.Domain.Accounts.Person;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>
/// The trainer pool: the trainers of all groups with their authorisations, two recertification campaigns, a group whose trainer
/// lapsed, school coaches and standardisation.
/// </summary>
internal sealed class DemoTrainers(AppDbContext db, DemoWorld world, IFileStore files)
{
    private const string Order = "ҚР ПШО № 214 бұйрығы";

    private readonly Dictionary<Guid, Trainer> trainers = [];
    private Dictionary<string, Guid> programmes = [];

    private Guid Methodologist => world.Of(DemoAccounts.Developer).Id;

    public async Task AddAsync(CancellationToken cancellationToken)
    {
        programmes = await db.Programmes.ToDictionaryAsync(p => p.Code, p => p.Id, cancellationToken);
        var rubric = await db.Rubrics.AsNoTracking().Include(r => r.Criteria).SingleAsync(r => r.Code == "P" && r.Number == 1, cancellationToken);
        Enter();
        await AuthoriseAsync(cancellationToken);
        await LastCampaignAsync(rubric, cancellationToken);
        await ThisCampaignAsync(rubric, cancellationToken);
        await LapseAsync(cancellationToken);
        AddCoaches();
        AddStandardisation();
    }

    private void Enter()
    {
        var kostanay = world.Places["kz/pso/B39/"].Id;
        var turkistan = world.Places["kz/pso/B61/"].Id;
        for (var i = 0; i < world.KostanayTrainers.Count; i++)
        {
            var source = i < 2 ? TrainerSource.CentreStaff : i == 3 ? TrainerSource.IntelligentSchools : TrainerSource.GeneralSchools;
            Add(world.KostanayTrainers[i], source, kostanay, TeachingLanguages.Kk | (i % 2 == 0 ? TeachingLanguages.Ru : TeachingLanguages.None));
        }

        foreach (var person in world.TurkistanTrainers)
        {
            Add(person, TrainerSource.CentreStaff, turkistan, TeachingLanguages.Kk | TeachingLanguages.Ru);
        }

        // the third is attracted and has a contract, the fourth has none now
        Of(world.KostanayTrainers[2]).Add(new TrainerContract
        {
            Number = "АҚ-117",
            Kind = ContractKind.PaidServices,
            ValidFrom = world.Today.AddYears(-2),
            ValidUntil = world.Today.AddMonths(14),
        });
        Of(world.KostanayTrainers[3]).Add(new TrainerContract
        {
            Number = "АҚ-98",
            Kind = ContractKind.PaidServices,
            ValidFrom = world.Today.AddYears(-2),
            ValidUntil = world.Today.AddMonths(-1),
        });
    }

    private Trainer Add(Person person, TrainerSource source, Guid branch, TeachingLanguages languages)
    {
        var trainer = Trainer.Register(Guid.CreateVersion7(), person.Id, source, branch, languages, world.Ago(900));
        trainers.Add(person.Id, trainer);
        db.Trainers.Add(trainer);
        return trainer;
    }

    // everybody for the programmes of the own groups, the first for those of the schools' teams and the long ones too
    private async Task AuthoriseAsync(CancellationToken cancellationToken)
    {
        var taught = await (
            from g in db.Groups
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            select new { g.TrainerId, version.ProgrammeId })
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var (person, trainer) in trainers)
        {
            var all = taught.Where(t => t.TrainerId == person).Select(t => t.ProgrammeId).ToList();
            if (person == world.KostanayTrainers[0].Id)
            {
                all.AddRange(programmes.Where(p => p.Key[0] is 'P' or 'L' || p.Key == "N05").Select(p => p.Value).Except(all));
            }

            foreach (var programme in all.Order())
            {
                Certify(trainer, programme, 30, 400);
            }
        }

        Certify(Of(world.KostanayTrainers[2]), programmes["S05"], 24, 400);
        Certify(Of(world.KostanayTrainers[3]), programmes["P02"], 20, 400);
        Certify(Of(world.KostanayTrainers[4]), programmes["S05"], 20, 90);
        DemoWorld.Ok(Of(world.KostanayTrainers[4]).Train(programmes["P02"], Ground(world.Today.AddMonths(-3))));
        Note(world.KostanayTrainers[0], TrainerNoteKind.Observation, 40, "Топтық жұмыста рөлдер анық бөлінген; рефлексияға уақыт аз қалды.");
        Note(world.KostanayTrainers[0], TrainerNoteKind.Recommendation, 39, "Қатысушылардың ілгерілеуін қадағалайтын бағалау құралдарын сабақ басында келісіңіз.");
        Note(world.KostanayTrainers[0], TrainerNoteKind.ParticipantFeedback, 20, "24 қатысушының 22-сі кері байланысты дер кезінде әрі пайдалы деп бағалады.");
    }

    private void Certify(Trainer trainer, Guid programme, int monthsAgo, int daysLeft)
    {
        if (trainer.For(programme) is not null)
        {
            return;
        }

        var trainedOn = world.Today.AddMonths(-monthsAgo);
        DemoWorld.Ok(trainer.Train(programme, Ground(trainedOn)));
        DemoWorld.Ok(trainer.For(programme)!.Certify(trainedOn.AddDays(20), world.Today.AddDays(daysLeft), Ground(trainedOn.AddDays(20))));
    }

    private void Note(Person person, TrainerNoteKind kind, int daysAgo, string words) => db.TrainerNotes.Add(new TrainerNote
    {
        TrainerId = Of(person).Id,
        Kind = kind,
        On = world.Today.AddDays(-daysAgo),
        Words = words,
        By = Methodologist,
        At = world.Ago(daysAgo - 1),
    });

    // of three two were recommended
    private async Task LastCampaignAsync(Rubric rubric, CancellationToken cancellationToken)
    {
        var campaign = Campaign(rubric, world.Today.Year - 1, 300, -260, 220);
        db.RecertificationCampaigns.Add(campaign);
        await DecidedAsync(campaign, rubric, world.KostanayTrainers[2], "S05", Grade.Good, cancellationToken);
        await DecidedAsync(campaign, rubric, world.TurkistanTrainers[1], "S03", Grade.Satisfactory, cancellationToken);
        await DecidedAsync(campaign, rubric, world.KostanayTrainers[4], "S05", Grade.Unsatisfactory, cancellationToken);
        DemoWorld.Ok(campaign.Close(0, world.Ago(225)));
    }

    private async Task DecidedAsync(
        RecertificationCampaign campaign, Rubric rubric, Person person, string code, Grade grade, CancellationToken cancellationToken)
    {
        var authorisation = Of(person).For(programmes[code])!;
        var recertification = await BeginAsync(campaign, authorisation, cancellationToken);
        DemoWorld.Ok(authorisation.FallDue(Ground(campaign.ReportsUntil.AddDays(-40))));
        await HandInAsync(recertification, campaign, person, 262, cancellationToken);
        for (var turn = 1; turn <= TrainerSheet.Needed; turn++)
        {
            var sheet = new TrainerSheet
            {
                RecertificationId = recertification.Id,
                ReportId = recertification.Reports.Last().Id,
                AuthorId = world.Assessors[turn - 1].Id,
                Turn = turn,
                StartedAt = world.Ago(255),
            };
            var (ofCriterion, whole) = GradeRule.IsRecommended(grade)
                ? ("Есептен мысал келтірілген.", "Тәжірибеге негізделген рефлексия; келесі қадам аталған.")
                : ("Жалпы сөз, мысал жоқ.", "Не істелгені аталған, бірақ қатысушыларда не өзгергені дәлелденбеген.");
            DemoWorld.Ok(sheet.Save(rubric.Criteria.Select(c => (c.Id, (Grade?)grade, ofCriterion)), whole));
            DemoWorld.Ok(sheet.Sign(rubric.Rule, world.Ago(250)));
            db.TrainerSheets.Add(sheet);
        }

        DemoWorld.Ok(recertification.Assess(world.Ago(250)));
        var decision = new CouncilDecision(
            "7",
            world.Today.AddDays(-230),
            grade == Grade.Unsatisfactory ? "Қатысушылардың ілгерілеуі дәлелденбеген. Келесі топта бағалау құралын қолданып, нәтижесін сипаттаңыз." : null,
            world.Of(DemoAccounts.Moderator).Id,
            world.Ago(229));
        var ground = new StepGround(decision.On, "№ 7", decision.By, decision.At);
        if (GradeRule.IsRecommended(grade))
        {
            DemoWorld.Ok(recertification.Decide(RecertificationStatus.Certified, decision));
            DemoWorld.Ok(authorisation.Certify(campaign.ValidFrom, campaign.ValidUntil, ground));
        }
        else
        {
            DemoWorld.Ok(recertification.Decide(RecertificationStatus.NotRecommended, decision));
            DemoWorld.Ok(authorisation.Refuse(ground));
        }
    }

    // the first trainer and the one who was carried over are asked for a report, another one handed it in
    private async Task ThisCampaignAsync(Rubric rubric, CancellationToken cancellationToken)
    {
        var campaign = Campaign(rubric, world.Today.Year, 20, 30, 760);
        db.RecertificationCampaigns.Add(campaign);
        var due = Of(world.KostanayTrainers[0]).For(programmes["P11"])!;
        var handsIn = Of(world.TurkistanTrainers[2]).For(programmes["P06"])!;
        await BeginAsync(campaign, due, cancellationToken);
        await BeginAsync(campaign, Of(world.KostanayTrainers[4]).For(programmes["S05"])!, cancellationToken);
        var handedIn = await BeginAsync(campaign, handsIn, cancellationToken);
        DemoWorld.Ok(due.FallDue(Ground(world.Today.AddDays(-12))));
        DemoWorld.Ok(handsIn.FallDue(Ground(world.Today.AddDays(-12))));
        await HandInAsync(handedIn, campaign, world.TurkistanTrainers[2], 3, cancellationToken);
    }

    private RecertificationCampaign Campaign(Rubric rubric, int year, int openedDaysAgo, int reportsIn, int validFor) => new()
    {
        Year = year,
        Basis = Order,
        DueUntil = world.Today.AddDays(reportsIn + 120),
        ReportsUntil = world.Today.AddDays(reportsIn),
        ValidFrom = world.Today.AddDays(reportsIn + 30),
        ValidUntil = world.Today.AddDays(validFor + 180),
        RubricId = rubric.Id,
        OpenedAt = world.Ago(openedDaysAgo),
    };

    private async Task<Recertification> BeginAsync(RecertificationCampaign campaign, Authorisation authorisation, CancellationToken cancellationToken)
    {
        var number = await db.NextNumberAsync($"recertification/{campaign.Year}", cancellationToken);
        var recertification = Recertification.Begin(campaign, authorisation, RecertificationNumbers.Of(campaign.Year, number), campaign.OpenedAt);
        db.Recertifications.Add(recertification);
        return recertification;
    }

    private async Task HandInAsync(Recertification recertification, RecertificationCampaign campaign, Person person, int daysAgo, CancellationToken cancellationToken)
    {
        var text = $"""
            Рефлексиялық есеп, {recertification.Number}. {person.FullName}.
            Биыл үш топ өткіздім. Алғашқы топта қатысушылар мақсатты өз сөзімен айта алмады, сондықтан келесі топта сабақты диагностикадан бастадым.
            Жұптық бақылау парағы қатысушылардың ілгерілеуін көруге көмектесті: {world.Random.Number(8, 22)} адам өз сабағында сұрақ қою тәсілін өзгертті.
            Келесі жылы бағалау дескрипторларын қатысушылармен бірге құрамын, өйткені дайын дескриптор талқылауды тоқтатады.
            """;
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var stored = (await files.SaveAsync(content, content.Length, cancellationToken)).Value;
        var at = world.Ago(daysAgo);
        var report = new ReflectiveReport
        {
            RecertificationId = recertification.Id,
            FileName = "рефлексиялық-есеп.txt",
            ContentType = "text/plain",
            Bytes = stored.Bytes,
            Sha256 = stored.Sha256,
            ReceivedAt = at,
        };
        DemoWorld.Ok(recertification.HandIn(report, campaign.ReportsUntil, Clock.DayOf(at)));
        var prepared = PreparedText.From(text);
        db.ReflectiveTexts.Add(new ReflectiveText
        {
            ReportId = report.Id,
            Text = text,
            Fingerprints = PackedFingerprints.Pack(Fingerprints.OfDocument(prepared)),
            HiddenCharacters = 0,
        });
        var check = new ReflectiveCheck { ReportId = report.Id, QueuedAt = at };
        check.Finish(0, prepared.Words, 0, [], at.AddMinutes(1));
        db.ReflectiveChecks.Add(check);
    }

    private async Task LapseAsync(CancellationToken cancellationToken)
    {
        var group = await (
            from g in db.Groups
            where g.TrainerId == world.KostanayTrainers[1].Id && g.Status == Domain.Groups.GroupStatus.Recruiting
            orderby g.StartsOn descending
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            select new { g.Id, version.ProgrammeId })
            .FirstAsync(cancellationToken);
        var ground = new StepGround(world.Today.AddDays(-1), "Ұзақ демалыс, № 31-Ж бұйрық", Methodologist, world.Ago(1));
        DemoWorld.Ok(Of(world.KostanayTrainers[1]).For(group.ProgrammeId)!.Suspend(ground));
        db.TrainerLapses.Add(new TrainerLapse
        {
            GroupId = group.Id,
            PersonId = world.KostanayTrainers[1].Id,
            Obstacle = TrainerObstacle.Suspended,
            WarnedAt = world.Ago(0),
            TakeOffOn = world.Today.AddDays(14),
        });
    }

    private void AddCoaches()
    {
        var directions = Enum.GetValues<CoachDirection>();
        for (var i = 0; i < Math.Min(48, world.Teachers.Count); i++)
        {
            var (person, school) = world.Teachers[i];
            db.SchoolCoaches.Add(new SchoolCoach
            {
                PersonId = person.Id,
                SchoolId = school.Id,
                Direction = directions[i % directions.Length],
                TrainedOn = world.Today.AddMonths(-1 - i),
            });
        }
    }

    private void AddStandardisation()
    {
        Event(StandardisationKind.Webinar, "Академиялық адалдық және дереккөзге сілтеме", 30, "Дәйексөз бен сілтеме қалай рәсімделетіні келісілді.", trainers.Values);
        Event(StandardisationKind.GroupConsultation, "«Қанағаттанарлық» пен «жақсының» шегі", 18, "Дәлел бір сабақтан емес, бірнеше сабақтан болуы керек.", trainers.Values.Take(4));
        Event(StandardisationKind.SharedRubric, "Портфолио айдары, үш мысалмен", 9, "Әр деңгейге бір мысал және неге осы деңгей екені жазылған.", trainers.Values.Take(6));
    }

    private void Event(StandardisationKind kind, string title, int daysAgo, string words, IEnumerable<Trainer> people)
    {
        var recorded = new StandardisationEvent { Kind = kind, Title = title, On = world.Today.AddDays(-daysAgo), Words = words, By = Methodologist };
        recorded.TookPart(people.Select(t => t.Id));
        db.StandardisationEvents.Add(recorded);
    }

    private Trainer Of(Person person) => trainers[person.Id];

    private StepGround Ground(DateOnly on) => new(on, Order, Methodologist, Clock.BeginOf(on).AddHours(6));
}
