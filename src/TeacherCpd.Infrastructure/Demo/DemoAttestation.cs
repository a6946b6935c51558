using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>A commission of a district and one of a school, with cases at every station of the way.</summary>
internal sealed class DemoAttestation(AppDbContext db, DemoWorld world)
{
    private const int CourseHours = 80;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private AttestationRules rules = null!;
    private Guid ruleSetId;

    public async Task AddAsync(CancellationToken cancellationToken)
    {
        var edition = await db.RuleSets.AsNoTracking().OrderBy(r => r.Code).FirstAsync(cancellationToken);
        ruleSetId = edition.Id;
        rules = AttestationRules.Parse(edition.Json).Value;

        var district = AddCommission(
            world.Places["kz/39/3901/"],
            new LocalizedText("Сарыкөл ауданының аттестаттау комиссиясы", "Аттестационная комиссия Сарыкольского района", "Attestation commission of Sarykol district"),
            [.. DemoAccounts.Commission.Select(world.Of)]);
        var school = AddCommission(
            world.School,
            new LocalizedText("№1 мектептің аттестаттау комиссиясы", "Аттестационная комиссия школы № 1", "Attestation commission of school No 1"),
            SchoolMembers());

        var experts = Candidates("moderator", "expert");
        var second = (world.Of(DemoAccounts.SecondTeacher), world.Teachers.First(t => t.School.Code == "3901M2").School);

        await CaseAsync(experts.Dequeue(), "expert", district, Station.Open, cancellationToken);
        await CaseAsync(experts.Dequeue(), "expert", district, Station.Withdrawn, cancellationToken);
        await CaseAsync(experts.Dequeue(), "expert", district, Station.Submitted, cancellationToken);
        await CaseAsync(second, "expert", district, Station.UnderReview, cancellationToken);
        await CaseAsync(experts.Dequeue(), "expert", district, Station.Voting, cancellationToken, votes: 3);
        await CaseAsync(experts.Dequeue(), "expert", district, Station.Decided, cancellationToken, votes: 7);

        var novices = Candidates("teacher", "moderator");
        await CaseAsync(novices.Dequeue(), "moderator", school, Station.Submitted, cancellationToken);
        await CaseAsync(novices.Dequeue(), "moderator", school, Station.Decided, cancellationToken, votes: 7);
        await CaseAsync(novices.Dequeue(), "moderator", district, Station.Voting, cancellationToken, votes: 0);
        await CaseAsync(novices.Dequeue(), "moderator", district, Station.UnderReview, cancellationToken);
        await CaseAsync(novices.Dequeue(), "moderator", district, Station.Decided, cancellationToken, votes: 6, conforms: false);
        AddDraft(edition);
        AddLeave();
    }

    // an edition that the ministry thinks about, and the wish to know whom it would concern: the next sweep counts it
    private void AddDraft(RuleSet edition)
    {
        const string code = "KZ.MoE.Order83/draft";
        const string source = "Жоба: педагог-зерттеуші үшін шекті көтеру";
        var changed = RuleDocument.Read(edition.Json).Value.With(
            new Dictionary<string, string>
            {
                ["test/thresholds/teacher/percent/researcher"] = "85",
                ["sheets/teacher/rows/general/threshold/researcher"] = "115",
            },
            code,
            source).Value;
        var draft = new RuleSet
        {
            Code = code,
            Source = source,
            BasedOnId = edition.Id,
            Note = "Талқылауға арналған",
            Json = changed.ToJson(null, null),
        };
        db.RuleSets.Add(draft);
        db.RuleSimulations.Add(new RuleSimulation
        {
            BeforeId = edition.Id,
            AfterId = draft.Id,
            On = world.Today,
            AskedById = world.Of(DemoAccounts.MinistryOfficer).Id,
            AskedAt = world.Now.AddHours(-1),
        });
        db.YearlyTerms.Add(new YearlyTerms
        {
            Year = world.Today.Year,
            Session = 1,
            ApplyFrom = world.Today.AddDays(10),
            ApplyTo = world.Today.AddDays(24),
            TestFrom = world.Today.AddDays(30),
            TestTo = world.Today.AddDays(60),
            EssayTopics = "Менің үздік сабағым\nОқушының зерттеу дағдысын қалай дамытамын",
            Source = "№ 12 бұйрық",
        });
    }

    // somebody whose term stands still
    private void AddLeave()
    {
        var away = world.Teachers.Last(t => t.School.Path.StartsWith("kz/39/", StringComparison.Ordinal) && world.Categories.ContainsKey(t.Person.Id)).Person;
        db.CategoryPauses.Add(new CategoryPause
        {
            PersonId = away.Id,
            Kind = PauseKind.ParentalLeave,
            From = world.Today.AddMonths(-5),
            Ground = "№ 41-к",
        });
    }

    private enum Station
    {
        Open,
        Submitted,
        UnderReview,
        Voting,
        Decided,
        Withdrawn,
    }

    // teachers of the district who hold the one category and whom the rules let claim the other
    private Queue<(Person Person, Organisation School)> Candidates(string holding, string claimed) => new(world.Teachers.Where(t =>
        t.School.Path.StartsWith("kz/39/3901/", StringComparison.Ordinal)
        && world.Categories.TryGetValue(t.Person.Id, out var held)
        && held.Category == holding
        && AttestationAssessment.Answer(rules, Question(t.Person, claimed, world.Today)).MayApply != false));

    private AttestationQuestion Question(Person person, string claimed, DateOnly on) => new()
    {
        On = on,
        Ladder = Ladder.Teacher,
        Organisation = EducationType.School,
        Claimed = claimed,
        Current = world.Categories.TryGetValue(person.Id, out var held) ? new HeldCategory(held.Category, held.GrantedOn, 0) : null,
        ExperienceYears = YearsOf(person),
    };

    private Commission AddCommission(Organisation organisation, LocalizedText name, List<Person> members)
    {
        // its powers last one year, from the beginning of the school year
        var from = new DateOnly(world.Today.Month >= 9 ? world.Today.Year : world.Today.Year - 1, 9, 1);
        var commission = new Commission
        {
            OrganisationId = organisation.Id,
            Name = name,
            ValidFrom = from,
            ValidTo = from.AddYears(1).AddDays(-1),
            SecretaryId = world.Of(DemoAccounts.Secretary).Id,
        };
        for (var i = 0; i < members.Count; i++)
        {
            commission.Add(members[i].Id, isChair: i == 0);
        }

        db.Commissions.Add(commission);
        return commission;
    }

    // teachers of other schools of the district: a commission does not judge its own members
    private List<Person> SchoolMembers()
    {
        var members = world.Teachers
            .Where(t => t.School.Code == "3901M3" && YearsOf(t.Person) >= 7)
            .Concat(world.Teachers.Where(t => t.School.Code.StartsWith("3902", StringComparison.Ordinal) && YearsOf(t.Person) >= 7))
            .Select(t => t.Person)
            .Where(p => !world.Categories.TryGetValue(p.Id, out var held) || held.Category is not "moderator")
            .Take(7)
            .ToList();
        foreach (var member in members)
        {
            var role = new RoleAssignment { PersonId = member.Id, Role = Role.CommissionMember, OrganisationId = world.School.Id };
            db.Add(role);
        }

        return members;
    }

    private async Task CaseAsync(
        (Person Person, Organisation School) candidate,
        string claimed,
        Commission commission,
        Station goal,
        CancellationToken cancellationToken,
        int votes = 0,
        bool conforms = true)
    {
        var (person, school) = candidate;
        var held = world.Categories.TryGetValue(person.Id, out var category) ? category.Category : null;
        var opened = world.Ago(9 + (5 * (int)goal));
        var year = Clock.DayOf(opened).Year;
        var number = await db.NextNumberAsync(string.Create(CultureInfo.InvariantCulture, $"attestation/{year}"), cancellationToken);
        var attestationCase = new AttestationCase
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"AT-{year}-{number:000000}"),
            PersonId = person.Id,
            OrganisationId = school.Id,
            RuleSetId = ruleSetId,
            CurrentCategory = held,
            ClaimedCategory = claimed,
            OpenedAt = opened,
        };
        db.AttestationCases.Add(attestationCase);
        if (goal == Station.Open)
        {
            return;
        }

        DemoWorld.Ok(attestationCase.Submit(world.Ago(4)));
        if (goal == Station.Submitted)
        {
            return;
        }

        if (goal == Station.Withdrawn)
        {
            DemoWorld.Ok(attestationCase.Withdraw());
            return;
        }

        DemoWorld.Ok(attestationCase.Accept(commission.Id));
        var points = Points(claimed, conforms && goal != Station.UnderReview);
        var least = rules.Ladders[Ladder.Teacher].TestPercent[claimed];
        DemoWorld.Ok(attestationCase.Record(conforms ? least + 6 : least - 8, world.Today.AddDays(-20), points));
        if (goal == Station.UnderReview)
        {
            return;
        }

        DemoWorld.Ok(attestationCase.OpenVoting());
        foreach (var (member, index) in commission.Members.Take(votes).Select((m, i) => (m, i)))
        {
            var isFor = conforms ? index != 2 : index == 1;
            DemoWorld.Ok(attestationCase.Vote(
                member.PersonId,
                isFor,
                isFor ? "" : "Сабақты бақылау парақтары мен тәжірибе тарату дәлелдері жеткіліксіз.",
                world.Ago(2 - (index * 0.1))));
        }

        if (goal == Station.Voting)
        {
            return;
        }

        DemoWorld.Ok(attestationCase.Decide());
        await AddProtocolAsync(attestationCase, commission, cancellationToken);
    }

    private async Task AddProtocolAsync(AttestationCase attestationCase, Commission commission, CancellationToken cancellationToken)
    {
        var decidedAt = world.Ago(1);
        var on = Clock.DayOf(decidedAt);
        var person = world.Teachers.Single(t => t.Person.Id == attestationCase.PersonId).Person;
        var question = Question(person, attestationCase.ClaimedCategory, on) with
        {
            Test = new KnowledgeTest(attestationCase.TestPercent!.Value, attestationCase.TestOn!.Value),
            Points = attestationCase.Scores.ToDictionary(s => s.Criterion, s => (decimal)s.Points),
        };
        var answer = AttestationAssessment.Answer(rules, question);
        var decision = CommissionDecision.Take(rules.Commission, commission, attestationCase.Votes).Value;
        var granted = decision.Conforms ? attestationCase.ClaimedCategory : null;
        var number = await db.NextNumberAsync(string.Create(CultureInfo.InvariantCulture, $"protocol/{on.Year}"), cancellationToken);
        var protocol = new Protocol
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"PR-{on.Year}-{number:000000}"),
            CaseId = attestationCase.Id,
            CommissionId = commission.Id,
            DecidedAt = decidedAt,
            Members = decision.Members,
            For = decision.For,
            Against = decision.Against,
            ChairDecided = decision.ChairDecided,
            Conforms = decision.Conforms,
            GrantedCategory = granted,
            Requirements = JsonSerializer.Serialize(Requirements.For(rules, question, answer, CourseHours).Select(Row), Json),
        };
        db.Protocols.Add(protocol);
        if (granted is not null)
        {
            db.CategoryRecords.Add(new CategoryRecord
            {
                PersonId = attestationCase.PersonId,
                Category = granted,
                GrantedOn = on,
                ValidUntil = rules.ValidUntil(Ladder.Teacher, on),
                Ground = protocol.Number,
                CaseId = attestationCase.Id,
            });
        }
    }

    // what the sheet asks for, or the same without its last two criteria
    private Dictionary<string, int> Points(string claimed, bool all)
    {
        var needed = rules.SheetFor(Ladder.Teacher, new Workplace(EducationType.School))!.Needed(claimed, EducationType.School).ToList();
        return needed
            .Take(all ? needed.Count : needed.Count - 2)
            .ToDictionary(c => c.Number, c => c.Points[claimed]);
    }

    private static object Row(Requirement requirement) => new
    {
        Title = InAll(requirement.Title),
        requirement.Paragraph,
        Needed = InAll(requirement.NeededText),
        Have = InAll(requirement.HaveText),
        requirement.Met,
    };

    private static LocalizedText InAll(Func<Language, string> text) => new(text(Language.Kk), text(Language.Ru), text(Language.En));

    private decimal YearsOf(Person person) => (world.Today.DayNumber - person.Employments.Min(e => e.From).DayNumber) / 365;
}
