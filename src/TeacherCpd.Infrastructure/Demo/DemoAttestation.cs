using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>A commission of a district and one of a school, with cases at every station of the way.</summary>
internal sealed class DemoAttestation(AppDbContext db, DemoWorld world, CaseChain chain, IFileStore files)
{
    private const int CourseHours = 80;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // a commission decides at sittings: one is over, one is held now
    private readonly Dictionary<(Commission Commission, bool IsOver), Sitting> sittings = [];

    private AttestationRules rules = null!;
    private Guid ruleSetId;
    private AttestationCycle cycle = null!;

    public async Task AddAsync(CancellationToken cancellationToken)
    {
        var edition = await db.RuleSets.AsNoTracking().OrderBy(r => r.Code).FirstAsync(cancellationToken);
        ruleSetId = edition.Id;
        rules = AttestationRules.Parse(edition.Json).Value;
        AddCycle();

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
        await (novices.Count > 0
            ? CaseAsync(novices.Dequeue(), "moderator", school, Station.Refused, cancellationToken)
            : CaseAsync(experts.Dequeue(), "expert", district, Station.Refused, cancellationToken));
        await HoldSittingsAsync(cancellationToken);
        AddCommissionOfHeads();
        AddDraft(edition);
        AddLeave();
    }

    private Sitting SittingOf(Commission commission, Station station)
    {
        var isOver = station == Station.Decided;
        if (!sittings.TryGetValue((commission, isOver), out var sitting))
        {
            sitting = new Sitting { CommissionId = commission.Id, PlannedOn = Clock.DayOf(isOver ? world.Ago(2.1) : world.Ago(0)), Place = "Сарыкөл, мәжіліс залы" };
            sittings.Add((commission, isOver), sitting);
            db.Sittings.Add(sitting);
        }

        return sitting;
    }

    private async Task HoldSittingsAsync(CancellationToken cancellationToken)
    {
        foreach (var ((commission, isOver), sitting) in sittings.OrderByDescending(s => s.Key.IsOver).ThenBy(s => s.Value.Id))
        {
            var begin = isOver ? world.Ago(2.1) : world.Ago(2.05);
            var year = Clock.DayOf(begin).Year;
            var number = await db.NextNumberAsync(string.Create(CultureInfo.InvariantCulture, $"sitting/{year}"), cancellationToken);
            DemoWorld.Ok(sitting.Open(
                string.Create(CultureInfo.InvariantCulture, $"OT-{year}-{number:000000}"),
                [.. commission.Serving.Select(m => m.PersonId)],
                rules.Commission.Quorum(commission.Serving.Count()),
                begin));
            if (isOver)
            {
                DemoWorld.Ok(sitting.Close("Аудиожазба, бөлім мұрағаты, № 3 сақтау орны", world.Ago(1)));
            }
        }
    }

    // a second commission, for heads, whose members are still asked
    private void AddCommissionOfHeads()
    {
        var commission = NewCommission(
            world.Places["kz/39/3901/"],
            new LocalizedText("Сарыкөл ауданының басшыларды аттестаттау комиссиясы", "Комиссия по аттестации руководителей Сарыкольского района", "Commission of Sarykol district for heads"),
            orderedAfter: 40);
        foreach (var (member, index) in DemoAccounts.Commission.Select((m, i) => (world.Of(m), i)))
        {
            DemoWorld.Ok(commission.Invite(member.Id, world.Ago(3)));
            if (index is > 0 and < 6)
            {
                DemoWorld.Ok(commission.Answer(member.Id, accepts: true, "", world.Ago(2)));
            }
        }

        DemoWorld.Ok(commission.Answer(world.Of(DemoAccounts.Commission[6]).Id, accepts: false, "Осы оқу жылында облыстық комиссияның мүшесімін.", world.Ago(2)));
        db.Commissions.Add(commission);
    }

    // applications are open; the other days are to come
    private void AddCycle()
    {
        var today = world.Today;
        cycle = new AttestationCycle
        {
            OrganisationId = world.Places["kz/"].Id,
            Year = today.Month >= 9 ? today.Year + 1 : today.Year,
            Session = 1,
            Group = CycleGroup.Teachers,
            Level = CommissionLevel.District,
            Dates = new CycleDates(today.AddDays(-20), today.AddDays(40), today.AddDays(60), today.AddDays(90), today.AddDays(120), today.AddDays(150)),
        };
        cycle.MoveOn(today, world.Ago(20))?.Told(world.Ago(20));
        db.AttestationCycles.Add(cycle);
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
        Refused,
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

    private Commission NewCommission(Organisation organisation, LocalizedText name, int orderedAfter = -14)
    {
        // its powers last one year, from the beginning of the school year
        var begin = new DateOnly(world.Today.Month >= 9 ? world.Today.Year : world.Today.Year - 1, 9, 1);
        var from = begin.AddDays(Math.Max(0, orderedAfter));
        return new Commission
        {
            OrganisationId = organisation.Id,
            Name = name,
            OrderNumber = "214",
            OrderedOn = begin.AddDays(orderedAfter),
            ValidFrom = from,
            ValidTo = Commission.LastDayOf(from),
            SecretaryId = world.Of(DemoAccounts.Secretary).Id,
        };
    }

    private Commission AddCommission(Organisation organisation, LocalizedText name, List<Person> members)
    {
        var commission = NewCommission(organisation, name);
        var formed = Clock.BeginOf(commission.OrderedOn!.Value.AddDays(2));
        foreach (var member in members)
        {
            DemoWorld.Ok(commission.Invite(member.Id, formed));
            DemoWorld.Ok(commission.Answer(member.Id, accepts: true, "", formed.AddDays(2)));
        }

        DemoWorld.Ok(commission.Elect(members[0].Id));

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
        var isShown = person.Id == world.Of(DemoAccounts.SecondTeacher).Id;
        if (isShown)
        {
            await new DemoEvidence(db, world, chain, files, rules, ruleSetId).AddAsync(attestationCase, person, school, cancellationToken);
        }

        if (goal == Station.Open)
        {
            return;
        }

        DemoWorld.Ok(attestationCase.Submit(world.Ago(4), cycle));
        if (goal == Station.Submitted)
        {
            return;
        }

        if (goal == Station.Refused)
        {
            DemoWorld.Ok(attestationCase.Refuse(ApplicationRefusal.DataDoNotFit, "Диплом көшірмесі мен қазіргі санат туралы бұйрық жоқ."));
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
        var mark = isShown ? new SheetMark(world.Of(DemoAccounts.Secretary).Id, world.Ago(3), DemoEvidence.ReasonsOf(attestationCase, points)) : null;
        DemoWorld.Ok(attestationCase.Record(conforms ? least + 6 : least - 8, world.Today.AddDays(-20), points, mark));
        if (goal == Station.UnderReview)
        {
            return;
        }

        DemoWorld.Ok(attestationCase.OpenVoting());
        var sitting = SittingOf(commission, goal);
        DemoWorld.Ok(sitting.Add(attestationCase.Id));
        foreach (var (member, index) in commission.Serving.Take(votes).Select((m, i) => (m, i)))
        {
            var isFor = conforms ? index != 2 : index == 1;
            DemoWorld.Ok(attestationCase.Vote(
                member.PersonId,
                isFor,
                isFor ? "" : "Сабақты бақылау парақтары мен тәжірибе тарату дәлелдері жеткіліксіз.",
                world.Ago(2 - (index * 0.1)),
                sittingId: sitting.Id));
        }

        foreach (var vote in attestationCase.Votes)
        {
            await chain.AppendAsync(
                attestationCase,
                ChainKind.Vote,
                vote.Id,
                vote.CastAt,
                new JsonObject { ["memberId"] = vote.MemberId.ToString(), ["conforms"] = vote.Conforms, ["reason"] = vote.Reason },
                cancellationToken);
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
            SittingId = SittingOf(commission, Station.Decided).Id,
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
        await chain.AppendAsync(
            attestationCase,
            ChainKind.Protocol,
            protocol.Id,
            decidedAt,
            new JsonObject { ["number"] = protocol.Number, ["conforms"] = protocol.Conforms, ["for"] = protocol.For, ["against"] = protocol.Against, ["granted"] = granted },
            cancellationToken);
        db.ReasonLetters.Add(new ReasonLetter
        {
            ProtocolId = protocol.Id,
            CaseId = attestationCase.Id,
            Language = Language.Kk,
            DraftedAt = decidedAt,
            Text = decision.Conforms
                ? $"Құрметті {person.GivenName}!\nКомиссия өтінішіңізді мәлімделген санатқа сай деп таныды. Хаттама: {protocol.Number}."
                : $"Құрметті {person.GivenName}!\nКомиссия өтінішіңізді мәлімделген санатқа сай емес деп таныды. Хаттама: {protocol.Number}.\nСабақты бақылау парақтары мен тәжірибе тарату дәлелдері жеткіліксіз.",
        });
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
