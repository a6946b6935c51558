using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>A case as it stands in a file.</summary>
/// <param name="RuleSet">Code of the edition asked for; null for the one in force on the day of the question.</param>
/// <param name="Question">The case.</param>
/// <param name="Ignored">Places of the file that no rule reads, so that a slip in a name does not pass unseen.</param>
public sealed record AttestationCaseInFile(string? RuleSet, AttestationQuestion Question, IReadOnlyList<string> Ignored);

/// <summary>Reads cases from JSON, one or a list of them, and writes answers.</summary>
public static class AttestationCaseFile
{
    private static readonly HashSet<string> Known =
    [
        "id", "on", "ruleset", "ladder", "organisation", "reducedGroup", "current", "claimed", "early", "earlyConditionsMet",
        "experienceYears", "yearsToPension", "test", "languageCertificate", "points", "notApplicable", "deputyField",
        "organisationKind", "subordinateTo", "civilServiceYears", "higherPedagogical", "appointedOn", "returnedOn",
        "lastAttestedOn", "workingPensioner", "facts",
    ];

    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads one case or a list of cases.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="today">Day of a question that names none.</param>
    /// <returns>The cases in order, or <see cref="InvalidInput"/> with every fault at its place.</returns>
    public static Result<IReadOnlyList<AttestationCaseInFile>> Read(string json, DateOnly today)
    {
        var faults = new List<FieldFault>();
        List<AttestationCaseInFile> cases = JsonPlace.Root(json, faults) switch
        {
            null => [],
            { IsArray: true } list => [.. list.Items().Select(c => ReadCase(c, today))],
            { } one => [ReadCase(one, today)],
        };
        return faults.Count > 0 ? new InvalidInput(faults) : cases;
    }

    /// <summary>Answers every case of a file: one answer for one case, a list for a list, in the order of the cases.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="editions">Editions that a case may name; of two with one code the later in the list counts.</param>
    /// <param name="today">Day of a question that names none.</param>
    /// <param name="language">Language of the reasons.</param>
    /// <returns>
    /// The answers as JSON; <see cref="InvalidInput"/> when a case cannot be read, names an edition that is not there
    /// (<c>unknown_value</c>), or names none on a day on which none is in force (<c>no_edition</c>).
    /// </returns>
    public static Result<string> Answer(string json, IReadOnlyList<AttestationRules> editions, DateOnly today, Language language)
    {
        var read = Read(json, today);
        if (!read.IsOk)
        {
            return read.Error!;
        }

        var asList = json.TrimStart().StartsWith('[');
        var faults = new List<FieldFault>();
        var answers = new List<AttestationAnswer>();
        foreach (var (asked, index) in read.Value.Select((c, i) => (c, i)))
        {
            var rules = asked.RuleSet is { } code ? editions.LastOrDefault(e => e.Code == code) : InForce(editions, asked.Question.On);
            if (rules is null)
            {
                var at = asList ? string.Create(CultureInfo.InvariantCulture, $"[{index}].ruleset") : "ruleset";
                faults.Add(asked.RuleSet is null
                    ? new FieldFault(at, "no_edition", [asked.Question.On])
                    : new FieldFault(at, "unknown_value", [string.Join(", ", editions.Select(e => e.Code).Distinct())]));
                continue;
            }

            answers.Add(WithIgnored(AttestationAssessment.Answer(rules, asked.Question), asked.Ignored));
        }

        return faults.Count > 0 ? new InvalidInput(faults) : Write(answers, language, asList);
    }

    /// <summary>Writes answers as JSON: an object for one case, a list for a list.</summary>
    /// <param name="answers">Answers in the order of the cases.</param>
    /// <param name="language">Language of the texts.</param>
    /// <param name="asList">Whether to write a list.</param>
    public static string Write(IReadOnlyList<AttestationAnswer> answers, Language language, bool asList)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            if (asList)
            {
                json.WriteStartArray();
            }

            foreach (var answer in answers)
            {
                WriteAnswer(json, answer, language);
            }

            if (asList)
            {
                json.WriteEndArray();
            }
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The answer with a reason more for each place of the case that no rule reads.</summary>
    public static AttestationAnswer WithIgnored(AttestationAnswer answer, IReadOnlyList<string> ignored) => ignored.Count == 0
        ? answer
        : answer with { Reasons = [.. answer.Reasons, .. ignored.Select(i => Reason.Of("", $"{ReasonCodes.Ignored}:{i}", i))] };

    // An edition whose first day nobody knows stands before all that have one.
    private static AttestationRules? InForce(IEnumerable<AttestationRules> editions, DateOnly on) => editions
        .Where(e => (e.ValidFrom ?? DateOnly.MinValue) <= on && on <= (e.ValidTo ?? DateOnly.MaxValue))
        .MaxBy(e => e.ValidFrom ?? DateOnly.MinValue);

    private static AttestationCaseInFile ReadCase(JsonPlace place, DateOnly today)
    {
        var ignored = place.Members().Where(m => !Known.Contains(m.Name)).Select(m => m.Name).ToList();
        var claimed = place.At("claimed").Text();
        var facts = Facts.Read(place.Maybe("facts"), ignored);
        var question = new AttestationQuestion
        {
            Id = place.Maybe("id")?.Text(),
            On = place.Maybe("on")?.Date() ?? today,
            Ladder = place.Maybe("ladder")?.Name<Ladder>() ?? LadderOf(claimed),
            Organisation = place.Maybe("organisation")?.Name<EducationType>(),
            Kind = place.Maybe("organisationKind")?.Name<EducationKind>(),
            ReducedGroup = place.Maybe("reducedGroup")?.Flag() ?? false,
            DeputyField = place.Maybe("deputyField")?.Name<DeputyField>(),
            SubordinateTo = place.Maybe("subordinateTo")?.Name<CommissionLevel>() ?? CommissionLevel.District,
            Current = place.Maybe("current") is { } current ? ReadCurrent(current) : null,
            Claimed = claimed,
            Early = place.Maybe("early")?.Flag() ?? false,
            EarlyConditionsMet = place.Maybe("earlyConditionsMet")?.Whole(0, 100),
            ExperienceYears = place.Maybe("experienceYears")?.Number(0, 100),
            YearsToPension = place.Maybe("yearsToPension")?.Number(-100, 100),
            Test = place.Maybe("test") is { } test ? new KnowledgeTest(test.At("percent").Number(0, 100), test.At("on").Date()) : null,
            LanguageCertificate = place.Maybe("languageCertificate") is { } certificate ? ReadCertificate(certificate) : null,
            Points = place.Maybe("points")?.Members().ToDictionary(m => m.Name, m => m.Value.Number(0, 1000))
                ?? new Dictionary<string, decimal>(),
            NotApplicable = place.Maybe("notApplicable") is { } left ? [.. left.Items().Select(i => i.Text())] : [],
            CivilServiceYears = place.Maybe("civilServiceYears")?.Number(0, 100),
            HigherPedagogical = place.Maybe("higherPedagogical")?.Flag() ?? true,
            AppointedOn = place.Maybe("appointedOn")?.Date(),
            ReturnedOn = place.Maybe("returnedOn")?.Date(),
            LastAttestedOn = place.Maybe("lastAttestedOn")?.Date(),
            WorkingPensioner = place.Maybe("workingPensioner")?.Flag() ?? false,
            Facts = facts.Codes,
            ProductionYears = facts.ProductionYears,
            FalseDataOn = facts.FalseDataOn,
            TestViolations = facts.TestViolations,
        };
        return new AttestationCaseInFile(place.Maybe("ruleset")?.Text(), question, ignored);
    }

    private static Ladder LadderOf(string category) =>
        category.StartsWith("head", StringComparison.Ordinal) ? Ladder.Head
        : category.StartsWith("deputy", StringComparison.Ordinal) ? Ladder.Deputy
        : Ladder.Teacher;

    // The format says nothing that the code of the category does not, but a word that is neither is a slip.
    private static HeldCategory ReadCurrent(JsonPlace place)
    {
        _ = place.Maybe("format")?.Name<CategoryFormat>();
        return new HeldCategory(
            place.At("category").Text(), place.Maybe("grantedOn")?.Date(), place.Maybe("confirmationsInARow")?.Whole(0, 100) ?? 0);
    }

    private static LanguageCertificate ReadCertificate(JsonPlace place)
    {
        var kind = place.At("kind");
        var exam = Enum.GetValues<LanguageExam>().Cast<LanguageExam?>()
            .FirstOrDefault(e => string.Equals(e.ToString(), kind.Text(), StringComparison.OrdinalIgnoreCase));
        if (exam is null)
        {
            kind.Fault("unknown_value", "IELTS, TOEFL, DELF, Goethe, CEFR");
            return new LanguageCertificate(default, null, null);
        }

        var score = place.At("score");
        var text = score.TextOrNumber();
        if (exam is LanguageExam.Ielts or LanguageExam.Toefl)
        {
            if (decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points))
            {
                return new LanguageCertificate(exam.Value, points, null);
            }

            score.Fault("number_needed", 0m, 120m);
            return new LanguageCertificate(exam.Value, null, null);
        }

        var level = text.Trim().ToUpperInvariant();
        if (!LanguageLevel.IsLevel(level))
        {
            score.Fault("unknown_value", string.Join(", ", LanguageLevel.All));
        }

        return new LanguageCertificate(exam.Value, null, level);
    }

    private static void WriteAnswer(Utf8JsonWriter json, AttestationAnswer answer, Language language)
    {
        json.WriteStartObject();
        json.WriteString("id", answer.Id);
        json.WriteString("ruleset", answer.RuleSet);
        Write(json, "mayApply", answer.MayApply);
        Write(json, "attestationRequired", answer.AttestationRequired);
        json.WriteString("awarded", answer.Awarded);
        Write(json, "testRequired", answer.TestRequired);
        Write(json, "testThresholdPercent", answer.TestThresholdPercent);
        Write(json, "testPassed", answer.TestPassed);
        Write(json, "sheetThreshold", answer.SheetThreshold);
        Write(json, "sheetTotal", answer.SheetTotal);
        Write(json, "sheetMet", answer.SheetMet);
        json.WriteString("highestPossible", answer.HighestPossible);
        json.WriteString("commissionLevel", answer.CommissionLevel is { } level ? JsonNamingPolicy.CamelCase.ConvertName(level.ToString()) : null);
        Write(json, "validYears", answer.ValidYears);
        json.WriteStartArray("reasons");
        foreach (var reason in answer.Reasons)
        {
            json.WriteStartObject();
            json.WriteString("paragraph", reason.Paragraph);
            json.WriteString("code", reason.Code);
            json.WriteString("text", reason.Text(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            // 73.0 and 73 are one number: trailing zeros of the input do not show.
            json.WriteNumber(name, number / 1.000000000000000000000000000000000m);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private enum CategoryFormat
    {
        New,
        Legacy,
    }

    private sealed record Facts(IReadOnlyCollection<string> Codes, decimal? ProductionYears, DateOnly? FalseDataOn, int TestViolations)
    {
        private const string Production = "tvetProductionYears";
        private const string FalseData = "falsePortfolioData";
        private const string Violation = "testViolation";

        public static Facts Read(JsonPlace? place, List<string> ignored)
        {
            var facts = new Facts([], null, null, 0);
            var codes = new List<string>();
            foreach (var item in place?.Items() ?? [])
            {
                var (code, value) = Split(item.Text());
                facts = code switch
                {
                    Production => facts with { ProductionYears = Number(item, value) },
                    FalseData => facts with { FalseDataOn = Day(item, value) },
                    Violation => facts with { TestViolations = value is null ? 1 : (int)Number(item, value) },
                    _ => facts,
                };
                if (AttestationFacts.All.Contains(code))
                {
                    codes.Add(code);
                }
                else if (code is not (Production or FalseData or Violation))
                {
                    ignored.Add(item.Path);
                }
            }

            return facts with { Codes = codes };
        }

        private static (string Code, string? Value) Split(string text)
        {
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            return colon < 0 ? (text, null) : (text[..colon], text[(colon + 1)..]);
        }

        private static decimal Number(JsonPlace item, string? value)
        {
            if (decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 100)
            {
                return number;
            }

            item.Fault("number_needed", 0m, 100m);
            return 0;
        }

        private static DateOnly Day(JsonPlace item, string? value)
        {
            if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            item.Fault("date_needed");
            return default;
        }
    }
}
