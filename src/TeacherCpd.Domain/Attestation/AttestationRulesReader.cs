using System.Globalization;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>Reads the JSON of a rule set; what the assessment does not use stays in the JSON for pages to show.</summary>
internal sealed class AttestationRulesReader
{
    private const int ManyYears = 100;
    private const int MostWords = 100_000;
    private readonly List<FieldFault> faults = [];
    private readonly List<FieldFault> warnings = [];

    public Result<AttestationRules> Read(string json)
    {
        var root = JsonPlace.Root(json, faults);
        var rules = root is null ? null : ReadRules(root);
        return rules is null || faults.Count > 0 ? new InvalidInput(faults) : rules;
    }

    private AttestationRules ReadRules(JsonPlace root)
    {
        var experience = root.At("experience");
        var early = root.At("early");
        var sanctions = root.At("sanctions");
        var awards = root.At("directAwards");
        var trainee = root.At("trainee");
        var otherPost = root.At("otherPost");
        var pension = root.At("pension");
        var test = root.At("test");
        var start = root.At("schoolYear").At("starts");
        var (month, day) = MonthAndDay(start);
        return new AttestationRules
        {
            Code = root.At("code").Text(),
            Source = root.At("source").Text(),
            ValidFrom = root.Maybe("validFrom")?.Date(),
            ValidTo = root.Maybe("validTo")?.Date(),
            LadderParagraph = Paragraph(root.At("ladders")),
            Ladders = Enum.GetValues<Ladder>().ToDictionary(l => l, l => ReadLadder(root, l)),
            Sequence = new(Paragraph(root.At("sequence")), root.At("sequence").At("oneStepAtATime").Flag()),
            Legacy = ReadLegacy(root),
            FirstAttestation = new(Paragraph(root.At("firstAttestation")), Names<Ladder>(root.At("firstAttestation").At("ladders"))),
            StructuralUnitParagraph = Paragraph(root.At("structuralUnit")),
            Trainee = new(Paragraph(trainee), trainee.At("from").Text(), trainee.At("to").Text(), trainee.At("afterYears").Whole(0, ManyYears)),
            Experience = new(Paragraph(experience), LongerOf(
                Wholes(experience.At("years"), ManyYears),
                Wholes(experience.At("characteristics").At("years"), ManyYears))),
            TermParagraph = Paragraph(root.At("term")),
            SchoolYear = new(Paragraph(root.At("schoolYear")), root.At("schoolYear").At("attestations").Whole(1, 10), month, day),
            Leave = new(Paragraph(root.At("leave")), root.At("leave").At("keepYears").Whole(0, ManyYears)),
            MoveParagraph = Paragraph(root.At("move")),
            Pension = new(
                Paragraph(pension),
                pension.At("yearsBefore").Whole(0, ManyYears),
                pension.Maybe("age")?.At("male").Whole(0, ManyYears),
                pension.Maybe("age")?.At("female").Whole(0, ManyYears)),
            OtherPost = new(
                Paragraph(otherPost),
                otherPost.At("keepYears").Whole(0, ManyYears),
                Texts(otherPost.At("teacherAndDeputy")),
                Texts(otherPost.At("headAndDeputy"))),
            Production = new(
                Paragraph(awards.At("production")),
                Names<EducationType>(awards.At("production").At("organisations")),
                Wholes(awards.At("production").At("years"), ManyYears)),
            DirectModerator = new(
                Paragraph(awards.At("moderator")),
                awards.At("moderator").At("category").Text(),
                List(awards.At("moderator").At("facts"))),
            SpecialProgramme = new(
                Paragraph(awards.At("specialProgramme")),
                awards.At("specialProgramme").At("graduate").Text(),
                List(awards.At("specialProgramme").At("oneUpFrom"))),
            LeaderAward = new(
                Paragraph(awards.At("leaders")),
                ByLadder(awards.At("leaders").At("category"), p => p.Text()),
                awards.At("leaders").At("civilServiceYears").Whole(0, ManyYears)),
            Test = new(
                Paragraph(test.At("validity")),
                test.At("validity").At("years").Whole(1, ManyYears),
                Paragraph(test.At("cap"))),
            TestExemptions = ReadExemptions(root.At("testExemptions")),
            Early = new(
                Paragraph(early),
                early.At("yearsAfterRegular").Whole(0, ManyYears),
                early.At("conditions").Members().ToDictionary(m => m.Name, m => ReadConditions(m.Value)),
                Paragraph(early.At("leaders")),
                ReadConditions(early.At("leaders")),
                early.Maybe("regular") is { } regular ? Paragraph(regular) : null,
                early.Maybe("regular")?.Maybe("afterYears")?.Whole(0, ManyYears)),
            Sanctions = new(
                Paragraph(sanctions.At("oneLevelLower")),
                sanctions.At("oneLevelLower").At("years").Whole(0, ManyYears),
                Paragraph(sanctions.At("repeatedViolation")),
                Paragraph(sanctions.At("falseData")),
                Paragraph(sanctions.At("violationAnnuls"))),
            Commission = ReadCommission(root.At("commission")),
            Observation = root.Maybe("observation") is { } observation ? ReadObservation(observation) : null,
            Essay = root.Maybe("essay") is { } essay
                ? new(Paragraph(essay), essay.At("words").At("from").Whole(1, MostWords), essay.At("words").At("to").Whole(1, MostWords))
                : null,
            Courses = new(Paragraph(root.At("courses")), root.At("courses").Maybe("certificateValidYears")?.Whole(1, ManyYears)),
            Sheets = [.. root.At("sheets").Items().Select(ReadSheet)],
            Warnings = warnings,
        };
    }

    private static LadderRules ReadLadder(JsonPlace root, Ladder ladder)
    {
        var name = NameOf(ladder);
        var place = root.At("ladders").At(name);
        var categories = List(place.At("categories"));
        var test = root.At("test").At("thresholds").At(name);
        var thresholds = Wholes(test.At("percent"), 100);
        foreach (var unknown in thresholds.Keys.Except(categories))
        {
            test.At("percent").Fault("unknown_category", unknown);
        }

        var lowest = place.At("base");
        if (!categories.Contains(lowest.Text()))
        {
            lowest.Fault("unknown_category", lowest.Text());
        }

        return new LadderRules(
            ladder,
            categories,
            lowest.Text(),
            root.At("term").At("years").At(name).Whole(1, ManyYears),
            Paragraph(test),
            thresholds,
            root.At("sanctions").At("repeatedViolation").At("years").At(name).Whole(0, ManyYears),
            root.At("sanctions").At("falseData").At("barYears").At(name).Whole(0, ManyYears));
    }

    private static LegacyRules ReadLegacy(JsonPlace root)
    {
        var teachers = root.At("legacy");
        var heads = root.At("legacyHeads");
        return new LegacyRules(
            Paragraph(teachers),
            List(teachers.At("order")),
            teachers.At("claims").Members().ToDictionary(m => m.Name, m => List(m.Value)),
            Paragraph(heads),
            Texts(heads.At("equals")));
    }

    private static TestExemptionRules ReadExemptions(JsonPlace place)
    {
        var experience = place.At("longExperience");
        var legacy = place.At("legacyModerator");
        var repeated = place.At("repeatedConfirmation");
        var language = place.At("language");
        return new TestExemptionRules(
            Paragraph(experience),
            experience.At("experienceYears").Whole(0, ManyYears),
            Paragraph(legacy),
            List(legacy.At("holders")),
            legacy.At("category").Text(),
            Paragraph(repeated),
            List(repeated.At("categories")),
            repeated.At("timesInARow").Whole(0, ManyYears),
            Paragraph(language),
            language.At("ielts").Members().ToDictionary(m => m.Name, m => m.Value.Number(0, 9)),
            language.At("toefl").Members().ToDictionary(m => m.Name, m => m.Value.At("from").Number(0, 120)),
            Levels(language.At("delfGoethe")),
            Paragraph(language.At("others")),
            Levels(language.At("others").At("levels")));
    }

    private static EarlyConditions ReadConditions(JsonPlace place)
    {
        var needed = place.At("needed").Whole(0, ManyYears);
        var listed = place.At("listed").Whole(0, ManyYears);
        if (needed > listed)
        {
            place.Fault("more_needed_than_listed", needed, listed);
        }

        return new EarlyConditions(needed, listed);
    }

    private static CommissionRules ReadCommission(JsonPlace place)
    {
        var levels = place.At("levels");
        var quorum = place.At("quorum");
        return new CommissionRules(
            Paragraph(levels),
            levels.At("byCategory").Members().ToDictionary(m => m.Name, m => m.Value.Name<CommissionLevel>()),
            List(levels.At("raisedForRegion")),
            List(levels.At("raisedForMinistry")),
            Paragraph(place.At("members")),
            place.At("members").At("atLeast").Whole(1, 1000),
            Paragraph(quorum),
            quorum.At("numerator").Whole(1, 1000),
            quorum.At("denominator").Whole(1, 1000),
            Paragraph(place.At("decision")));
    }

    private Sheet ReadSheet(JsonPlace place)
    {
        List<SheetCriterion> criteria = [.. place.At("criteria").Members().Select(m => ReadCriterion(m.Name, m.Value))];
        var hours = place.At("hoursCriterion");
        if (!criteria.Exists(c => c.Number == hours.Text() && c.Hours is not null))
        {
            hours.Fault("hours_missing", hours.Text());
        }

        List<SheetRow> rows = [.. place.At("rows").Items().Select(r => ReadRow(r, criteria))];
        if (rows.Count == 0 || rows[^1].When.Count > 0)
        {
            place.At("rows").Fault("general_row_missing");
        }

        return new Sheet(
            place.At("code").Text(), Paragraph(place), place.At("ladder").Name<Ladder>(), Conditions(place), criteria, hours.Text(), rows);
    }

    private static SheetCriterion ReadCriterion(string number, JsonPlace place)
    {
        var hours = place.Maybe("hours");
        var special = hours?.Maybe("special");
        return new SheetCriterion(
            number,
            Wholes(place.At("points"), 1000),
            place.Maybe("optional")?.Flag() ?? false,
            hours is null ? null : Wholes(hours.At("general"), 10_000),
            special is null ? null : Wholes(special.At("hours"), 10_000),
            special is null ? [] : Names<EducationType>(special.At("organisations")),
            place.Maybe("ifPresentIn") is { } types ? Names<EducationType>(types) : [])
        {
            Label = place.Maybe("label")?.Text(),
            MostPoints = MostOf(place),
        };
    }

    // one score per level, and a winner adds to it: what the sheet prints for the category claimed is the least, not the most
    private static int MostOf(JsonPlace place)
    {
        int Figure(string name) => place.Maybe(name)?.Whole(0, 1000) ?? 0;
        IEnumerable<int> Figures(string name) => place.Maybe(name)?.Members().Select(m => m.Value.Whole(0, 1000)) ?? [];
        var byLevel = Figures("points").Append(Figure("internationalPoints")).Max() + Figure("winnerBonus");
        return Figures("maximum").Concat(Figures("pointsByYears")).Append(byLevel).Append(Figure("indexedPublicationPoints")).Append(Figure("textbookAuthorPoints")).Max();
    }

    private static ObservationRules ReadObservation(JsonPlace place)
    {
        var observers = place.At("observers");
        return new ObservationRules(
            Paragraph(place),
            place.At("perYear").Whole(0, 100),
            place.At("maximum").Whole(1, 1000),
            place.At("bands").Members().ToDictionary(m => m.Name, m => new PointBand(m.Value.At("from").Whole(0, 1000), m.Value.At("to").Whole(0, 1000))),
            observers.At("commissionMember").Whole(0, 100),
            observers.At("methodOfficeMethodist").Whole(0, 100),
            place.Maybe("rounding")?.Name<PointRounding>() ?? PointRounding.Down,
            place.Maybe("variants") is { } variants ? [.. variants.Items().Select(ReadVariant)] : []);
    }

    private static ObservationForm ReadVariant(JsonPlace place) => new(
        place.At("variant").Name<ObservationVariant>(),
        ReadPartial(place.At("title")),
        [.. place.At("blocks").Items().Select(b => new ObservationBlock(
            b.At("number").Text(),
            ReadPartial(b.At("title")),
            [.. b.At("groups").Items().Select(g => new ObservationGroup(
                g.At("number").Text(),
                g.Maybe("title") is { } title ? ReadPartial(title) : null,
                [.. g.At("indicators").Items().Select(ReadPartial)]))]))]);

    private static PartialText ReadPartial(JsonPlace place)
    {
        var text = new PartialText(place.Maybe("kk")?.Text(), place.Maybe("ru")?.Text(), place.Maybe("en")?.Text());
        if (text is { Kk: null, Ru: null, En: null })
        {
            place.Fault("required");
        }

        return text;
    }

    private SheetRow ReadRow(JsonPlace place, List<SheetCriterion> criteria)
    {
        var row = new SheetRow(
            place.At("code").Text(),
            Conditions(place),
            Wholes(place.At("threshold"), 10_000),
            List(place.At("leftOut")),
            List(place.At("ifPresent")));
        foreach (var unknown in row.LeftOut.Concat(row.IfPresent).Where(n => criteria.All(c => c.Number != n)))
        {
            place.Fault("unknown_criterion", unknown);
        }

        foreach (var (category, threshold) in row.Threshold)
        {
            int Sum(IEnumerable<SheetCriterion> of) => of.Sum(c => c.Points.GetValueOrDefault(category));
            var most = Sum(criteria.Where(c => !c.Optional && !row.LeftOut.Contains(c.Number)));
            var least = most - Sum(criteria.Where(c => row.IfPresent.Contains(c.Number)));
            if (threshold < least || threshold > most)
            {
                warnings.Add(new FieldFault($"{place.Path}.threshold.{category}", "threshold_differs_from_criteria", [threshold, most]));
            }
        }

        return row;
    }

    private static IReadOnlyList<Condition> Conditions(JsonPlace place) => place.Maybe("when") is not { } when ? [] :
        [.. when.Items().Select(c => new Condition(
            c.Maybe("organisations") is { } types ? Names<EducationType>(types) : [],
            c.Maybe("kinds") is { } kinds ? Names<EducationKind>(kinds) : [],
            c.Maybe("deputyFields") is { } fields ? Names<DeputyField>(fields) : [],
            c.Maybe("reducedGroup")?.Flag() ?? false))];

    private static string Paragraph(JsonPlace place) => place.At("paragraph").Text();

    private static IReadOnlyList<string> List(JsonPlace place) => [.. place.Items().Select(i => i.Text())];

    private static IReadOnlyList<T> Names<T>(JsonPlace place)
        where T : struct, Enum => [.. place.Items().Select(i => i.Name<T>())];

    private static Dictionary<string, int> Wholes(JsonPlace place, int most) =>
        place.Members().ToDictionary(m => m.Name, m => m.Value.Whole(0, most));

    private static Dictionary<string, string> Texts(JsonPlace place) =>
        place.Members().ToDictionary(m => m.Name, m => m.Value.Text());

    private static Dictionary<string, string> Levels(JsonPlace place)
    {
        var levels = Texts(place);
        foreach (var (category, level) in levels)
        {
            if (!LanguageLevel.IsLevel(level))
            {
                place.At(category).Fault("unknown_value", string.Join(", ", LanguageLevel.All));
            }
        }

        return levels;
    }

    private static Dictionary<Ladder, T> ByLadder<T>(JsonPlace place, Func<JsonPlace, T> read)
    {
        var found = new Dictionary<Ladder, T>();
        foreach (var (name, value) in place.Members())
        {
            if (JsonPlace.TryName(name, out Ladder ladder))
            {
                found[ladder] = read(value);
            }
            else
            {
                value.Fault("unknown_ladder", name);
            }
        }

        return found;
    }

    private static Dictionary<string, int> LongerOf(Dictionary<string, int> one, Dictionary<string, int> other) =>
        one.Keys.Union(other.Keys).ToDictionary(k => k, k => Math.Max(one.GetValueOrDefault(k), other.GetValueOrDefault(k)));

    private static (int Month, int Day) MonthAndDay(JsonPlace place)
    {
        // 2001 was no leap year: a school year cannot start on a day that only some years have.
        if (DateOnly.TryParseExact($"2001-{place.Text()}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (day.Month, day.Day);
        }

        place.Fault("day_of_year_needed");
        return (9, 1);
    }

    private static string NameOf(Ladder ladder) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(ladder.ToString());
}
