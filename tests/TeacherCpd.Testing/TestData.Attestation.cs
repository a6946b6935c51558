using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Testing;

/// <summary>The stations of attestation: rules, commissions, categories, hours of courses, and cases at a state.</summary>
public sealed partial class TestData
{
    /// <summary>The bundled edition of the rules, in force on the days that are said, under a code of its own where one is.</summary>
    public async Task<RuleSet> RuleSetAsync(string? code = null, DateOnly? validFrom = null, DateOnly? validTo = null, string? json = null)
    {
        var rules = AttestationRules.Parse(json ?? BundledRuleSets.Order83N32).Value;
        var edition = new RuleSet { Code = code ?? rules.Code, Source = rules.Source, Json = json ?? BundledRuleSets.Order83N32 };
        edition.PutInForce(validFrom);
        if (validTo is { } last)
        {
            edition.End(last);
        }

        await SaveAsync(edition);
        return edition;
    }

    /// <summary>A commission with a chair and a secretary; the district's when nothing else is said.</summary>
    public async Task<TestCommission> CommissionAsync(
        Func<World, Organisation>? at = null, int members = 7, DateOnly? validTo = null, Person? secretary = null, Person? amongMembers = null)
    {
        at ??= world => world.District;
        var seat = at(await WorldAsync());
        secretary ??= await PersonAsync(Role.CommissionSecretary, at);
        var people = new List<Person>();
        for (var i = 0; i < members; i++)
        {
            people.Add(i == members - 1 && amongMembers is not null ? amongMembers : await PersonAsync(Role.CommissionMember, at));
        }

        var commission = new Commission
        {
            OrganisationId = seat.Id,
            Name = Text("Аттестаттау комиссиясы"),
            ValidFrom = new DateOnly(2025, 9, 1),
            ValidTo = validTo ?? new DateOnly(2026, 8, 31),
            SecretaryId = secretary.Id,
        };
        foreach (var person in people)
        {
            commission.Invite(person.Id, Now);
            commission.Answer(person.Id, accepts: true, "", Now);
        }

        commission.Elect(people[0].Id);
        await SaveAsync(commission);
        return new TestCommission(commission, secretary, people);
    }

    /// <summary>A category of a person, long enough ago for the next one.</summary>
    public async Task<CategoryRecord> CategoryAsync(Person person, string category = "moderator", DateOnly? grantedOn = null)
    {
        var on = grantedOn ?? new DateOnly(2021, 6, 25);
        var record = new CategoryRecord
        {
            PersonId = person.Id,
            Category = category,
            GrantedOn = on,
            ValidUntil = on.AddYears(5),
            Ground = string.Create(CultureInfo.InvariantCulture, $"№ {++counter} бұйрық"),
        };
        await SaveAsync(record);
        return record;
    }

    // beside the numbers that use cases give
    private const int FirstBuiltStatus = 1_000_000;

    /// <summary>A certificate for hours of a programme.</summary>
    public async Task<Certificate> HoursAsync(Person person, ProgrammeVersion version, DateOnly issuedOn, int? hours = 80)
    {
        var group = await GroupAsync(version);
        var enrolment = await EnrolmentAsync(group, person);
        var serial = string.Create(CultureInfo.InvariantCulture, $"C-{++counter:000000}");
        var certificate = new Certificate
        {
            Serial = serial,
            VerificationCode = serial,
            OrganisationId = group.BranchId,
            SubjectId = enrolment.Id,
            EnrolmentId = enrolment.Id,
            PersonId = person.Id,
            ProgrammeVersionId = version.Id,
            HolderName = person.FullName,
            ProgrammeTitle = Text("Тиімді оқыту"),
            ProgrammeVersionNumber = version.Number,
            Hours = hours,
            StartedOn = issuedOn.AddDays(-14),
            EndedOn = issuedOn,
            IssuedOn = issuedOn,
            Issuer = Text("Педагогикалық шеберлік орталығы"),
            StatusNumber = FirstBuiltStatus + ++counter,
        };
        await SaveAsync(certificate);
        return certificate;
    }

    /// <summary>
    /// A case of a moderator who claims expert, with everything that the rules ask for, as far as a state. Rules and
    /// commission are made where there are none.
    /// </summary>
    public async Task<AttestationCase> CaseAsync(
        AttestationCaseStatus status,
        Person? teacher = null,
        TestCommission? commission = null,
        string claimed = "expert",
        string? current = "moderator",
        int testPercent = 100)
    {
        if (teacher is null)
        {
            teacher = await PersonAsync(Role.Teacher);
            if (current is not null)
            {
                await CategoryAsync(teacher, current);
            }
        }

        var edition = await app.LookAsync(db => db.RuleSets.FirstOrDefaultAsync()) ?? await RuleSetAsync();
        var attestationCase = new AttestationCase
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"AT-2025-{++counter:000000}"),
            PersonId = teacher.Id,
            OrganisationId = teacher.Employments.First().OrganisationId,
            RuleSetId = edition.Id,
            CurrentCategory = current,
            ClaimedCategory = claimed,
            OpenedAt = Now,
        };
        if (status == AttestationCaseStatus.Withdrawn)
        {
            attestationCase.Withdraw();
        }
        else if (status != AttestationCaseStatus.Open)
        {
            attestationCase.Submit(Now);
            if (status == AttestationCaseStatus.Refused)
            {
                attestationCase.Refuse(ApplicationRefusal.DataDoNotFit, "Диплом көшірмесі жоқ");
            }
        }

        Sitting? sitting = null;
        if (status is AttestationCaseStatus.UnderReview or AttestationCaseStatus.Voting)
        {
            commission ??= await CommissionAsync();
            attestationCase.Accept(commission.Commission.Id);
            attestationCase.Record(testPercent, new DateOnly(2026, 2, 2), PointsFor(claimed));
            if (status == AttestationCaseStatus.Voting)
            {
                attestationCase.OpenVoting();
                sitting = SittingOf(commission, attestationCase.Id);
            }
        }

        await SaveAsync(attestationCase);
        if (sitting is not null)
        {
            await SaveAsync(sitting);
        }

        return attestationCase;
    }

    /// <summary>A sitting that is open, with the cases on its agenda and all members there.</summary>
    public async Task<Sitting> SittingAsync(TestCommission commission, params IEnumerable<AttestationCase> cases)
    {
        var sitting = SittingOf(commission, [.. cases.Select(c => c.Id)]);
        await SaveAsync(sitting);
        return sitting;
    }

    private Sitting SittingOf(TestCommission commission, params IEnumerable<Guid> cases)
    {
        var sitting = new Sitting { CommissionId = commission.Commission.Id, PlannedOn = app.Time.Today() };
        foreach (var id in cases)
        {
            sitting.Add(id);
        }

        sitting.Open(string.Create(CultureInfo.InvariantCulture, $"OT-2025-{++counter:000000}"), [.. commission.Members.Select(m => m.Id)], 1, Now);
        return sitting;
    }

    /// <summary>The points that the teachers' sheet names for a category: its total is met.</summary>
    public static Dictionary<string, int> PointsFor(string category)
    {
        var rules = AttestationRules.Parse(BundledRuleSets.Order83N32).Value;
        var choice = rules.SheetFor(Ladder.Teacher, new Workplace(EducationType.School))!;
        var points = choice.Needed(category, EducationType.School).ToDictionary(c => c.Number, c => c.Points[category]);
        points[choice.Sheet.HoursCriterion] += Math.Max(0, choice.Row.Threshold[category] - points.Values.Sum());
        return points;
    }
}

/// <summary>A commission and its people; the first member is the chair.</summary>
public sealed record TestCommission(Commission Commission, Person Secretary, IReadOnlyList<Person> Members);
