using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>Twelve groups from recruiting to the end of the year of support, with portfolios at every state.</summary>
internal sealed class DemoCourses(AppDbContext db, DemoWorld world)
{
    internal const string CodeAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    internal const int CodeLength = 26;

    private readonly List<(Enrolment Enrolment, Person Person, StudyGroup Group, Programme Programme, DateOnly On)> recommended = [];
    private readonly Queue<Person> kostanay = new(world.Teachers.Where(t => t.School.Path.StartsWith("kz/39/", StringComparison.Ordinal)).Select(t => t.Person));
    private readonly Queue<Person> turkistan = new(world.Teachers.Where(t => t.School.Path.StartsWith("kz/61/", StringComparison.Ordinal)).Select(t => t.Person));
    private Dictionary<string, Programme> programmes = [];
    private Dictionary<Guid, AssessmentPlan> plans = [];
    private IReadOnlyList<Guid> criteria = [];
    private Guid rubricId;
    private GradeRule rule = null!;
    private int listener;

    /// <summary>What was handed in, in the order of handing in, with its texts.</summary>
    public List<DemoMaterial> Materials { get; } = [];

    public async Task AddAsync(CancellationToken cancellationToken)
    {
        programmes = await db.Programmes.Include(p => p.Versions).ToDictionaryAsync(p => p.Code, cancellationToken);
        var rubric = await db.Rubrics.Include(r => r.Criteria).SingleAsync(r => r.Code == "P" && r.Number == 1, cancellationToken);
        rubricId = rubric.Id;
        rule = rubric.Rule;
        criteria = [.. rubric.Criteria.OrderBy(c => c.Order).Select(c => c.Id)];
        plans = await db.AssessmentPlans.ToDictionaryAsync(p => p.ProgrammeVersionId, cancellationToken);
        DemoProgrammes.Add(db, world, rubricId);
        DemoWorld.Ok(rubric.DraftNext(Guid.CreateVersion7(), out var nextRubric));
        db.Rubrics.Add(nextRubric!);

        var teacher = world.Of(DemoAccounts.Teacher);
        var second = world.Of(DemoAccounts.SecondTeacher);
        var trainers = world.KostanayTrainers;
        var others = world.TurkistanTrainers;

        Recruiting(await GroupAsync("P02", true, trainers[0], Language.Kk, 21, 46, 25, cancellationToken), applied: 9, accepted: 6, declined: 1);
        Recruiting(await GroupAsync("S09", true, trainers[1], Language.Kk, 34, 75, 8, cancellationToken), applied: 3, accepted: 8, declined: 0, second);
        Recruiting(await GroupAsync("S05", false, others[0], Language.Ru, 12, 55, 20, cancellationToken), applied: 5, accepted: 2, declined: 0);

        Studying(
            await GroupAsync("L01", true, trainers[0], Language.Kk, -45, 20, 25, cancellationToken),
            [
                PortfolioStatus.FeedbackGiven, PortfolioStatus.Draft, PortfolioStatus.Draft, PortfolioStatus.FormativeCheck, PortfolioStatus.AwaitingFeedback,
                PortfolioStatus.AwaitingFeedback, PortfolioStatus.AwaitingFeedback, PortfolioStatus.FeedbackGiven, PortfolioStatus.FeedbackGiven, PortfolioStatus.SummativeCheck,
            ],
            [teacher]);
        Studying(
            await GroupAsync("P02", true, trainers[1], Language.Kk, -60, 6, 20, cancellationToken),
            [
                PortfolioStatus.SummativeCheck, PortfolioStatus.AwaitingAssessment, PortfolioStatus.AwaitingAssessment, PortfolioStatus.AwaitingAssessment,
                PortfolioStatus.InAssessment, PortfolioStatus.InAssessment, PortfolioStatus.Recommended, PortfolioStatus.Recommended, PortfolioStatus.ReAssessment,
            ],
            []);
        Studying(
            await GroupAsync("S06", true, trainers[0], Language.Ru, -59, 0, 20, cancellationToken),
            [
                PortfolioStatus.AwaitingAssessment, PortfolioStatus.AwaitingFeedback, PortfolioStatus.AwaitingAssessment, PortfolioStatus.InAssessment,
                PortfolioStatus.Recommended, PortfolioStatus.ReAssessment, PortfolioStatus.FormativeCheck,
            ],
            [second]);
        Studying(
            await GroupAsync("S03", false, others[1], Language.Kk, -40, 25, 25, cancellationToken),
            [PortfolioStatus.Draft, PortfolioStatus.AwaitingFeedback, PortfolioStatus.AwaitingFeedback, PortfolioStatus.FeedbackGiven, PortfolioStatus.AwaitingAssessment],
            []);
        Studying(
            await GroupAsync("P06", false, others[2], Language.Kk, -14, 30, 25, cancellationToken),
            [PortfolioStatus.Draft, PortfolioStatus.Draft, PortfolioStatus.Draft, PortfolioStatus.Draft],
            []);

        // the days are chosen so that contacts of the plan fall due about today
        Closed(await ClosedGroupAsync("P02", true, trainers[0], Language.Kk, world.Today.AddMonths(-2).AddDays(3), cancellationToken), 7, []);
        Closed(await ClosedGroupAsync("S01", true, trainers[0], Language.Kk, world.Today.AddMonths(-4).AddDays(2), cancellationToken), 7, [teacher]);
        Closed(await ClosedGroupAsync("S03", false, others[0], Language.Kk, world.Today.AddMonths(-6).AddDays(-1), cancellationToken), 7, []);
        Closed(await ClosedGroupAsync("P11", true, trainers[2], Language.Kk, world.Today.AddMonths(-11).AddDays(-2), cancellationToken), 7, []);
        DemoExamples.Add(db, world, rule);
        await AddCertificatesAsync(cancellationToken);
    }

    private async Task<StudyGroup> GroupAsync(
        string code, bool inKostanay, Person trainer, Language language, int startsIn, int endsIn, int capacity, CancellationToken cancellationToken)
    {
        var startsOn = world.Today.AddDays(startsIn);
        var number = await db.NextNumberAsync(string.Create(CultureInfo.InvariantCulture, $"group/{code}/{startsOn.Year}"), cancellationToken);
        var studyGroup = new StudyGroup
        {
            Code = string.Create(CultureInfo.InvariantCulture, $"{code}-{startsOn.Year}-{number:000}"),
            ProgrammeVersionId = programmes[code].Versions.Single().Id,
            BranchId = world.Places[inKostanay ? "kz/pso/B39/" : "kz/pso/B61/"].Id,
            Language = language,
            StartsOn = startsOn,
            EndsOn = world.Today.AddDays(endsIn),
            TrainerId = trainer.Id,
            Capacity = capacity,
        };
        db.Groups.Add(studyGroup);
        return studyGroup;
    }

    private async Task<StudyGroup> ClosedGroupAsync(
        string code, bool inKostanay, Person trainer, Language language, DateOnly closedOn, CancellationToken cancellationToken)
    {
        var ago = closedOn.DayNumber - world.Today.DayNumber;
        var studyGroup = await GroupAsync(code, inKostanay, trainer, language, ago - 45, ago, 25, cancellationToken);
        DemoWorld.Ok(studyGroup.Start(taken: 7));
        DemoWorld.Ok(studyGroup.Close(world.Ago(-ago)));
        return studyGroup;
    }

    private void Recruiting(StudyGroup studyGroup, int applied, int accepted, int declined, Person? first = null)
    {
        for (var i = 0; i < applied + accepted + declined; i++)
        {
            var days = 9 - (i * 0.4);
            var enrolment = Enrol(studyGroup, i == 0 && first is not null ? first : Next(studyGroup), days);
            if (i >= applied + accepted)
            {
                DemoWorld.Ok(enrolment.Decline("Бұл топта орын қалмады, келесі топқа өтініш беріңіз.", world.Ago(1)));
            }
            else if (i >= applied)
            {
                DemoWorld.Ok(enrolment.Accept(world.Ago(1)));
            }
        }
    }

    private void Studying(StudyGroup studyGroup, IReadOnlyList<PortfolioStatus> states, IReadOnlyList<Person> first)
    {
        DemoWorld.Ok(studyGroup.Start(states.Count));
        var began = world.Today.DayNumber - studyGroup.StartsOn.DayNumber;
        for (var i = 0; i < states.Count; i++)
        {
            var person = i < first.Count ? first[i] : Next(studyGroup);
            var enrolment = Enrol(studyGroup, person, began + 12);
            DemoWorld.Ok(enrolment.Accept(world.Ago(began + 6)));
            Travel(enrolment, person, studyGroup, Reachable(states[i], plans[studyGroup.ProgrammeVersionId]), handedIn: 20 - i, unit: 5);
        }
    }

    private void Closed(StudyGroup studyGroup, int people, IReadOnlyList<Person> first)
    {
        var closedOn = Clock.DayOf(studyGroup.ClosedAt!.Value);
        var ago = world.Today.DayNumber - closedOn.DayNumber;
        for (var i = 0; i < people; i++)
        {
            var person = i < first.Count ? first[i] : Next(studyGroup);
            var enrolment = Enrol(studyGroup, person, ago + 60);
            DemoWorld.Ok(enrolment.Accept(world.Ago(ago + 50)));
            if (i == people - 1)
            {
                // one in each group stopped coming, or came and handed nothing in for the grade
                DemoWorld.Ok(enrolment.Finish(studyGroup.TrainerId == world.KostanayTrainers[0].Id ? EnrolmentStatus.NotCompleted : EnrolmentStatus.Absent));
                continue;
            }

            Travel(enrolment, person, studyGroup, i == people - 2 ? PortfolioStatus.ReAssessment : PortfolioStatus.Recommended, ago + 30, 6);
            if (enrolment.Status == EnrolmentStatus.Recommended)
            {
                var trainer = world.KostanayTrainers.Concat(world.TurkistanTrainers).Single(t => t.Id == studyGroup.TrainerId);
                world.Graduates.Add(new DemoGraduate(enrolment.Id, person, trainer, closedOn));
            }
        }
    }

    private Enrolment Enrol(StudyGroup studyGroup, Person person, double daysAgo)
    {
        var school = world.SchoolOf(person);
        var enrolment = new Enrolment
        {
            GroupId = studyGroup.Id,
            PersonId = person.Id,
            SchoolId = school?.Id,
            RegionId = school is null ? null : world.RegionOf(school).Id,
            ListenerCode = string.Create(CultureInfo.InvariantCulture, $"D{++listener:000}{world.Random.Number(100, 999)}"),
            AppliedAt = world.Ago(daysAgo),
        };
        db.Enrolments.Add(enrolment);
        return enrolment;
    }

    // where nothing is checked, nothing waits for a check
    private static PortfolioStatus Reachable(PortfolioStatus goal, AssessmentPlan plan) => goal switch
    {
        PortfolioStatus.FormativeCheck when !plan.IsChecked => PortfolioStatus.AwaitingFeedback,
        PortfolioStatus.SummativeCheck when !plan.IsChecked => PortfolioStatus.AwaitingAssessment,
        _ => goal,
    };

    // from the first version on, a station every few days
    private void Travel(Enrolment enrolment, Person person, StudyGroup studyGroup, PortfolioStatus goal, int handedIn, int unit)
    {
        var portfolio = new Portfolio { EnrolmentId = enrolment.Id };
        db.Portfolios.Add(portfolio);
        if (goal == PortfolioStatus.Draft)
        {
            return;
        }

        var isKazakh = studyGroup.Language == Language.Kk;
        var plan = plans[studyGroup.ProgrammeVersionId];
        var (copied, share) = CopiedFrom(portfolio.Id, isKazakh);
        var reports = plan.Parts.ToDictionary(part => part, _ => DemoReport.New(world.Random, isKazakh, copied, share));

        // what still waits for its check has only just come in
        var first = HandIn(portfolio, plan, reports, isKazakh, goal == PortfolioStatus.FormativeCheck ? 0.02 : handedIn);
        if (goal == PortfolioStatus.FormativeCheck)
        {
            return;
        }

        if (plan.IsChecked)
        {
            DemoWorld.Ok(portfolio.Move(PortfolioStatus.AwaitingFeedback, first.HandedInAt.AddMinutes(3)));
        }

        var formative = Sheet(first, SheetRole.Feedback, studyGroup.TrainerId, handedIn - 2);
        Mark(formative, isKazakh, marksGiven: goal == PortfolioStatus.AwaitingFeedback ? 2 : 5, isGood: false);
        if (goal == PortfolioStatus.AwaitingFeedback)
        {
            return;
        }

        DemoWorld.Ok(formative.Sign(rule, world.Ago(handedIn - unit)));
        DemoWorld.Ok(portfolio.Move(PortfolioStatus.FeedbackGiven, formative.SignedAt!.Value));
        if (goal == PortfolioStatus.FeedbackGiven)
        {
            return;
        }

        var revised = reports.ToDictionary(r => r.Key, r => r.Value.Revised(world.Random, copied));
        var second = HandIn(portfolio, plan, revised, isKazakh, goal == PortfolioStatus.SummativeCheck ? 0.01 : handedIn - (2 * unit));
        if (goal == PortfolioStatus.SummativeCheck)
        {
            return;
        }

        if (plan.IsChecked)
        {
            DemoWorld.Ok(portfolio.Move(PortfolioStatus.AwaitingAssessment, second.HandedInAt.AddMinutes(3)));
        }

        if (goal == PortfolioStatus.AwaitingAssessment)
        {
            return;
        }

        var assessor = goal == PortfolioStatus.InAssessment ? world.Assessors[0] : world.Random.ListItem(world.Assessors);
        var summative = Sheet(second, SheetRole.First, assessor.Id, handedIn - (2 * unit) - 1);
        DemoWorld.Ok(portfolio.Move(PortfolioStatus.InAssessment, summative.StartedAt));
        var grading = Grading.Begin(second.Id, rubricId, plan.Marking, summative.StartedAt);
        db.Gradings.Add(grading);
        Mark(summative, isKazakh, marksGiven: goal == PortfolioStatus.InAssessment ? 3 : 5, isGood: goal == PortfolioStatus.Recommended);
        if (goal == PortfolioStatus.InAssessment)
        {
            return;
        }

        DemoWorld.Ok(summative.Sign(rule, world.Ago(handedIn - (2 * unit) - 2)));
        DemoWorld.Ok(grading.Settle([summative], rule, isSampled: false, isSevere: false, summative.SignedAt!.Value));
        DemoWorld.Ok(grading.Release(summative.SignedAt.Value));
        DemoWorld.Ok(portfolio.Move(goal, summative.SignedAt.Value));
        DemoWorld.Ok(enrolment.Finish(goal == PortfolioStatus.Recommended ? EnrolmentStatus.Recommended : EnrolmentStatus.NotRecommended));
        if (goal == PortfolioStatus.Recommended)
        {
            recommended.Add((enrolment, person, studyGroup, ProgrammeOf(studyGroup), Clock.DayOf(summative.SignedAt.Value)));
        }
    }

    // about one report in six has something from a report that was handed in before
    private (DemoReport? Copied, float Share) CopiedFrom(Guid portfolioId, bool isKazakh)
    {
        if (!world.Random.Bool(0.17f))
        {
            return (null, 0);
        }

        var earlier = Materials.Where(m => m.Material.PortfolioId != portfolioId && m.Report.IsKazakh == isKazakh).ToList();
        return earlier.Count == 0 ? (null, 0) : (world.Random.ListItem(earlier).Report, world.Random.Float(0.08f, 0.4f));
    }

    private PortfolioVersion HandIn(
        Portfolio portfolio, AssessmentPlan plan, Dictionary<PortfolioPart, DemoReport> reports, bool isKazakh, double daysAgo)
    {
        var at = world.Ago(daysAgo);
        var received = new List<(PortfolioMaterial Material, DemoReport Report, byte[] File)>();
        foreach (var (part, report) in reports)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(report.Text);
            var file = new HandedInFile(NameOf(part, isKazakh), "text/plain", bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
            received.Add((portfolio.Receive(Guid.CreateVersion7(), part, file, at, at).Value, report, bytes));
        }

        var version = portfolio.HandIn(Guid.CreateVersion7(), plan.Parts, plan.IsChecked, at).Value;
        Materials.AddRange(received.Select(r => new DemoMaterial(version, r.Material, r.Report, r.File, plan.Checks(r.Material.Kind), IsWaiting: daysAgo < 1)));
        return version;
    }

    private static string NameOf(PortfolioPart part, bool isKazakh) => (part.Kind, isKazakh) switch
    {
        (MaterialKind.Report, true) => "портфолио есебі.txt",
        (MaterialKind.Report, false) => "портфолио-отчёт.txt",
        (_, true) => "таныстырылым.txt",
        (_, false) => "презентация.txt",
    };

    private RubricSheet Sheet(PortfolioVersion version, SheetRole role, Guid authorId, double daysAgo)
    {
        var sheet = new RubricSheet
        {
            PortfolioVersionId = version.Id,
            Role = role,
            RubricId = rubricId,
            AuthorId = authorId,
            StartedAt = world.Ago(daysAgo),
        };
        db.RubricSheets.Add(sheet);
        return sheet;
    }

    private void Mark(RubricSheet sheet, bool isKazakh, int marksGiven, bool isGood)
    {
        var marks = criteria.Take(marksGiven).Select((id, place) =>
        {
            var level = isGood
                ? world.Random.Bool(0.7f) ? Grade.Good : Grade.Satisfactory
                : place == 1 ? Grade.Unsatisfactory : Grade.Satisfactory;
            return (id, (Grade?)level, DemoVoice.Remark(world.Random, isKazakh, level == Grade.Good));
        });
        var words = isKazakh
            ? "Жұмысыңыз үшін рақмет. Төмендегі ескертулерге назар аударыңыз."
            : "Спасибо за работу. Обратите внимание на замечания ниже.";
        DemoWorld.Ok(sheet.SaveDraft([.. marks], words, sheet.StartedAt.AddHours(1)));
    }

    private async Task AddCertificatesAsync(CancellationToken cancellationToken)
    {
        var issuer = world.Places["kz/pso/"].Name;
        foreach (var (enrolment, person, studyGroup, programme, on) in recommended.OrderBy(r => r.On))
        {
            var number = await db.NextNumberAsync(string.Create(CultureInfo.InvariantCulture, $"certificate/{on.Year}"), cancellationToken);
            var version = programme.Versions.Single();
            db.Certificates.Add(new Certificate
            {
                Serial = string.Create(CultureInfo.InvariantCulture, $"KZ-{on.Year}-{number:000000}"),
                VerificationCode = RandomNumberGenerator.GetString(CodeAlphabet, CodeLength),
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
                EndedOn = studyGroup.EndsOn,
                IssuedOn = on,
                Issuer = issuer,
                StatusNumber = await db.NextNumberAsync("certificate-status", cancellationToken),
            });
        }
    }

    private Programme ProgrammeOf(StudyGroup studyGroup) =>
        programmes.Values.Single(p => p.Versions.Any(v => v.Id == studyGroup.ProgrammeVersionId));

    private Person Next(StudyGroup studyGroup)
    {
        // after the last one people start over: nobody is in a group twice, for no group is that large
        var queue = studyGroup.BranchId == world.Places["kz/pso/B39/"].Id ? kostanay : turkistan;
        var person = queue.Dequeue();
        queue.Enqueue(person);
        return person;
    }
}

/// <summary>A part that was handed in, with its text and file.</summary>
/// <param name="Version">Version it was handed in with.</param>
/// <param name="Material">Material.</param>
/// <param name="Report">Text.</param>
/// <param name="File">Content of the file.</param>
/// <param name="IsChecked">Whether its originality is checked.</param>
/// <param name="IsWaiting">Whether its check is still queued.</param>
internal sealed record DemoMaterial(PortfolioVersion Version, PortfolioMaterial Material, DemoReport Report, byte[] File, bool IsChecked, bool IsWaiting);
