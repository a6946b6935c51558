using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using static TeacherCpd.Domain.Tests.Attestation.Candidate;

namespace TeacherCpd.Domain.Tests.Attestation;

/// <summary>What holds for every case, not only for the ones somebody thought of.</summary>
public sealed class AssessmentPropertyTests
{
    private static readonly Dictionary<Ladder, string[]> Categories = Order83.Rules.Ladders
        .ToDictionary(l => l.Key, l => l.Value.Categories.Skip(1).ToArray());

    [Property(MaxTest = 500)]
    public Property TheSameQuestion_HasTheSameAnswer() => Prop.ForAll(Questions(), q => Written(q) == Written(q with { }));

    [Property(MaxTest = 1000)]
    public Property EveryAnswer_IsConsistent() => Prop.ForAll(Questions(), q =>
    {
        var a = q.Answer();
        var needs = a.Reasons.Any(r => r.Code.StartsWith("needs:", StringComparison.Ordinal));
        return (a.AttestationRequired == false) == (a.Awarded is not null)
            && (a.Awarded is null || a.HighestPossible == a.Awarded)
            && (a.TestRequired == true || a.TestThresholdPercent is null || a.AttestationRequired is null)
            && (a.MayApply is not null || needs)
            && (a.AttestationRequired is not null || needs)
            && (a.HighestPossible != q.Claimed || a.MayApply != false || q.Current?.Category == q.Claimed || a.Awarded is not null
                || q.Facts.Contains("lateApplication") || q.TestViolations > 0 || q.FalseDataOn is not null)
            && a.Reasons.All(r => r.Text(Language.Kk).Length > 0 && !r.Text(Language.En).Contains('{', StringComparison.Ordinal));
    });

    // Paragraph 24 itself is not monotonous: a sheet that is missed keeps the present category, a sheet that is met
    // with a low test is capped by the test. So points are raised where the test does not cap. Whoever claims less than
    // is held gets less by succeeding, there too.
    [Property(MaxTest = 1000)]
    public Property MorePoints_NeverLowerWhatIsPossible_WhereTheTestDoesNotCap() => Prop.ForAll(
        Questions(),
        Gen.Choose(1, 60).ToArbitrary(),
        (q, more) =>
        {
            var before = q.Answer();
            var after = (q with { Points = q.Points.ToDictionary(p => p.Key, p => p.Value + more) }).Answer();
            return before.TestPassed == false || ClaimsLess(q) || IsOpen(before) || IsOpen(after) || Rank(q, after) >= Rank(q, before);
        });

    [Property(MaxTest = 1000)]
    public Property AHigherTest_NeverLowersWhatIsPossible() => Prop.ForAll(
        Questions(),
        Gen.Choose(0, 100).Two().ToArbitrary(),
        (q, percents) =>
        {
            var (low, high) = (Math.Min(percents.Item1, percents.Item2), Math.Max(percents.Item1, percents.Item2));
            var before = (q with { Test = new KnowledgeTest(low, Today) }).Answer();
            var after = (q with { Test = new KnowledgeTest(high, Today) }).Answer();
            return ClaimsLess(q) || IsOpen(before) || IsOpen(after) || Rank(q, after) >= Rank(q, before);
        });

    [Property(MaxTest = 500)]
    public Property MoreExperience_NeverTakesARightAway() => Prop.ForAll(
        Questions(),
        Gen.Choose(0, 45).Two().ToArbitrary(),
        (q, years) =>
        {
            var before = (q with { ExperienceYears = Math.Min(years.Item1, years.Item2) }).Answer();
            var after = (q with { ExperienceYears = Math.Max(years.Item1, years.Item2) }).Answer();
            return (before.MayApply != true || after.MayApply == true)
                && (before.TestRequired != false || after.TestRequired == false);
        });

    [Property(MaxTest = 500)]
    public Property NobodyIsGivenMoreThanTheyClaim_UnlessItIsAwardedDirectly() => Prop.ForAll(Questions(), q =>
    {
        var a = q.Answer();
        var given = Order83.Rules.Ladders[q.Ladder].Rank(a.HighestPossible);
        var claimed = Order83.Rules.Ladders[q.Ladder].Rank(q.Claimed);
        return a.Awarded is not null || given <= claimed || a.HighestPossible == q.Current?.Category || q.FalseDataOn is not null
            || q.TestViolations > 0 || q.Facts.Contains("lateApplication");
    });

    private static bool ClaimsLess(AttestationQuestion q) =>
        Order83.Rules.Ladders[q.Ladder].Rank(q.Claimed) < Order83.Rules.Ladders[q.Ladder].Rank(q.Current?.Category);

    private static bool IsOpen(AttestationAnswer a) =>
        a.HighestPossible is null && a.Reasons.Any(r => r.Code.StartsWith("needs:", StringComparison.Ordinal));

    private static int Rank(AttestationQuestion q, AttestationAnswer a) => Order83.Rules.Ladders[q.Ladder].Rank(a.HighestPossible);

    private static string Written(AttestationQuestion q) => AttestationCaseFile.Write([q.Answer()], Language.Ru, asList: false);

    private static Arbitrary<AttestationQuestion> Questions() => (
        from ladder in Gen.Elements(Enum.GetValues<Ladder>())
        from holds in Gen.Elements<string?>([null, .. Categories[ladder]])
        from claims in Gen.Elements(Categories[ladder])
        from granted in Gen.Choose(0, 3000)
        from percent in Gen.Elements<int?>(null, 45, 55, 65, 70, 75, 85, 95)
        from experience in Gen.Elements<int?>(null, 0, 2, 4, 12, 31)
        from lowered in Gen.Choose(0, 30)
        from early in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from conditions in Gen.Elements<int?>(null, 0, 4, 6)
        from confirmations in Gen.Choose(0, 3)
        from organisation in Gen.Elements<EducationType?>(null, EducationType.School, EducationType.Special, EducationType.College)
        from facts in Gen.SubListOf("phd", "fromAuthority", "specialProgrammeHire", "leadersOfChangeReserve", "lateApplication")
        from pension in Gen.Elements<int?>(null, null, null, 3, 9)
        from violations in Gen.Frequency((8, Gen.Constant(0)), (1, Gen.Constant(1)), (1, Gen.Constant(2)))
        from falseData in Gen.Frequency((9, Gen.Constant<int?>(null)), (1, Gen.Choose(1, 2500).Select(d => (int?)d)))
        from production in Gen.Elements<int?>(null, null, 6, 12)
        let points = FullPoints(ladder, claims)
        select Leader(ladder, null, claims) with
        {
            Current = holds is null ? null : new HeldCategory(holds, Today.AddDays(-granted), confirmations),
            Test = percent is null ? null : new KnowledgeTest(percent.Value, Today),
            ExperienceYears = experience,
            Points = points.ToDictionary(p => p.Key, p => Math.Max(0, p.Value - (p.Value > 20 ? lowered : lowered / 10))),
            Early = early,
            EarlyConditionsMet = conditions,
            Organisation = organisation,
            Facts = facts.Count > 2 ? [] : [.. facts],
            YearsToPension = pension,
            TestViolations = violations,
            FalseDataOn = falseData is null ? null : Today.AddDays(-falseData.Value),
            ProductionYears = production,
        }).ToArbitrary();
}
