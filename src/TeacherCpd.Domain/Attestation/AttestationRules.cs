using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>
/// An edition of the attestation rules as the assessment uses it: figures only, each with the paragraph it comes
/// from. How they work together is code, in <c>Rules/</c>. A <see cref="RuleSet"/> stores the JSON it is read from.
/// </summary>
public sealed record AttestationRules
{
    /// <summary>Code and edition, for example <c>KZ.MoE.Order83/2025-02-25/N32</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Source in words.</summary>
    public required string Source { get; init; }

    /// <summary>First day in force; null where it is not known.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day in force; null while it is.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Every ladder with its categories and figures.</summary>
    public required IReadOnlyDictionary<Ladder, LadderRules> Ladders { get; init; }

    /// <summary>Paragraph of the ladder itself.</summary>
    public required string LadderParagraph { get; init; }

    /// <summary>Categories are climbed one by one.</summary>
    public required SequenceRules Sequence { get; init; }

    /// <summary>Categories of the system before the present one.</summary>
    public required LegacyRules Legacy { get; init; }

    /// <summary>Ladders whose first attestation is free of the sequence.</summary>
    public required FirstAttestationRules FirstAttestation { get; init; }

    /// <summary>Paragraph by which heads and deputies of a structural unit are attested as methodists.</summary>
    public required string StructuralUnitParagraph { get; init; }

    /// <summary>From trainee to teacher.</summary>
    public required TraineeRules Trainee { get; init; }

    /// <summary>Least pedagogical experience, in years by category.</summary>
    public required ExperienceRules Experience { get; init; }

    /// <summary>Paragraph of the terms of validity.</summary>
    public required string TermParagraph { get; init; }

    /// <summary>The school year and how often one may be attested in it.</summary>
    public required SchoolYearRules SchoolYear { get; init; }

    /// <summary>Keeping a category after leave or on a move.</summary>
    public required KeepRules Leave { get; init; }

    /// <summary>Paragraph by which a category goes along to another organisation or post to the end of its term.</summary>
    public required string MoveParagraph { get; init; }

    /// <summary>Exemption before the pension.</summary>
    public required PensionRules Pension { get; init; }

    /// <summary>Taking a category along to another post.</summary>
    public required OtherPostRules OtherPost { get; init; }

    /// <summary>Award for years in production.</summary>
    public required ProductionAwardRules Production { get; init; }

    /// <summary>Award of moderator without attestation.</summary>
    public required DirectModeratorRules DirectModerator { get; init; }

    /// <summary>Awards of the special programme for regions short of teachers.</summary>
    public required SpecialProgrammeRules SpecialProgramme { get; init; }

    /// <summary>Award of the first category to heads and deputies.</summary>
    public required LeaderAwardRules LeaderAward { get; init; }

    /// <summary>The knowledge test.</summary>
    public required TestRules Test { get; init; }

    /// <summary>Exemptions from the knowledge test.</summary>
    public required TestExemptionRules TestExemptions { get; init; }

    /// <summary>Early award.</summary>
    public required EarlyRules Early { get; init; }

    /// <summary>Sanctions.</summary>
    public required SanctionRules Sanctions { get; init; }

    /// <summary>Commissions.</summary>
    public required CommissionRules Commission { get; init; }

    /// <summary>Lesson observation; null where the edition says nothing of it.</summary>
    public ObservationRules? Observation { get; init; }

    /// <summary>The essay; null where the edition asks for none.</summary>
    public EssayRules? Essay { get; init; }

    /// <summary>Courses of professional development.</summary>
    public required CourseRules Courses { get; init; }

    /// <summary>Sheets of criteria; the first that applies is the candidate's.</summary>
    public required IReadOnlyList<Sheet> Sheets { get; init; }

    /// <summary>
    /// Oddities of the source that are kept as printed, each with its place; for example a threshold that differs
    /// from the sum of the criteria it should be made of.
    /// </summary>
    public required IReadOnlyList<FieldFault> Warnings { get; init; }

    /// <summary>Reads an edition.</summary>
    /// <param name="json">The JSON of a rule set.</param>
    /// <returns>The rules, or <see cref="InvalidInput"/> with every fault at its place in the JSON.</returns>
    public static Result<AttestationRules> Parse(string json) => new AttestationRulesReader().Read(json);

    /// <summary>The candidate's sheet and row of thresholds, or null where the edition has none.</summary>
    /// <param name="ladder">Ladder on which the candidate is attested.</param>
    /// <param name="place">Where and as what the candidate works.</param>
    public SheetChoice? SheetFor(Ladder ladder, Workplace place) =>
        Sheets.FirstOrDefault(s => s.Ladder == ladder && Condition.AnyHolds(s.When, place)) is { } sheet
        && sheet.Rows.FirstOrDefault(r => Condition.AnyHolds(r.When, place)) is { } row
            ? new SheetChoice(sheet, row)
            : null;

    /// <summary>The category that somebody claims next: the step above the one held; the top is confirmed.</summary>
    /// <param name="ladder">Ladder of the position.</param>
    /// <param name="held">Category held, of the present system or the one before; null for none.</param>
    public string NextAbove(Ladder ladder, string? held)
    {
        if (held is not null && Legacy.Claims.TryGetValue(held, out var claims))
        {
            return claims[0];
        }

        var steps = Ladders[ladder];
        var rank = steps.Rank(held is null ? null : Legacy.HeadEquals.GetValueOrDefault(held, held));
        return steps.Categories[Math.Min(Math.Max(rank, 0) + 1, steps.Categories.Count - 1)];
    }

    /// <summary>Last day on which a category is valid.</summary>
    /// <param name="ladder">Ladder of the category.</param>
    /// <param name="grantedOn">Day of the award.</param>
    public DateOnly ValidUntil(Ladder ladder, DateOnly grantedOn) => grantedOn.AddYears(Ladders[ladder].TermYears);
}

/// <summary>Categories and figures of a ladder.</summary>
/// <param name="Ladder">Ladder.</param>
/// <param name="Categories">Codes from low to high.</param>
/// <param name="Base">Category to which the sanctions lead back.</param>
/// <param name="TermYears">Years a category is valid.</param>
/// <param name="TestParagraph">Paragraph of the thresholds of the knowledge test.</param>
/// <param name="TestPercent">Threshold of the knowledge test by category, percent 0 to 100.</param>
/// <param name="RepeatedViolationYears">Years at the base after a second violation of the test.</param>
/// <param name="FalseDataYears">Years without admission after false data in a portfolio.</param>
public sealed record LadderRules(
    Ladder Ladder,
    IReadOnlyList<string> Categories,
    string Base,
    int TermYears,
    string TestParagraph,
    IReadOnlyDictionary<string, int> TestPercent,
    int RepeatedViolationYears,
    int FalseDataYears)
{
    /// <summary>Place of a category from 0, or -1 where it is none of this ladder.</summary>
    public int Rank(string? category)
    {
        for (var i = 0; i < Categories.Count; i++)
        {
            if (Categories[i] == category)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>
    /// Highest category up to <paramref name="claimed"/> whose threshold the test reaches; null where it reaches none.
    /// </summary>
    /// <param name="percent">Result of the test.</param>
    /// <param name="claimed">Category claimed.</param>
    public string? ReachedBy(decimal percent, string claimed) => Categories
        .Take(Rank(claimed) + 1)
        .LastOrDefault(c => TestPercent.TryGetValue(c, out var needed) && percent >= needed);

    /// <summary>Whether the test tells the categories apart: heads have one threshold for all.</summary>
    public bool TestGrades => TestPercent.Values.Distinct().Count() > 1;
}

/// <summary>Climbing the ladder.</summary>
/// <param name="Paragraph">Paragraph.</param>
/// <param name="OneStepAtATime">Whether no category may be left out.</param>
public sealed record SequenceRules(string Paragraph, bool OneStepAtATime);

/// <summary>Categories of the system before.</summary>
/// <param name="Paragraph">Paragraph of the teachers' categories.</param>
/// <param name="Order">Codes from low to high.</param>
/// <param name="Claims">What the holder of each may claim.</param>
/// <param name="HeadParagraph">Paragraph of the heads' categories.</param>
/// <param name="HeadEquals">Present category for each old one of heads.</param>
public sealed record LegacyRules(
    string Paragraph,
    IReadOnlyList<string> Order,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Claims,
    string HeadParagraph,
    IReadOnlyDictionary<string, string> HeadEquals);

/// <summary>First attestation outside the sequence.</summary>
/// <param name="Paragraph">Paragraph.</param>
/// <param name="Ladders">Ladders with that right.</param>
public sealed record FirstAttestationRules(string Paragraph, IReadOnlyList<Ladder> Ladders);

/// <summary>From trainee to teacher by an order of the head.</summary>
/// <param name="Paragraph">Paragraph.</param>
/// <param name="From">Category left.</param>
/// <param name="To">Category given.</param>
/// <param name="AfterYears">Years of experience needed.</param>
public sealed record TraineeRules(string Paragraph, string From, string To, int AfterYears);

/// <summary>Least experience.</summary>
/// <param name="Paragraph">Paragraph.</param>
/// <param name="Years">Years by category; the longer of what the order and the characteristics of positions ask.</param>
public sealed record ExperienceRules(string Paragraph, IReadOnlyDictionary<string, int> Years);

/// <summary>The school year.</summary>
/// <param name="Paragraph">Paragraph of the limit.</param>
/// <param name="Attestations">Attestations in one school year.</param>
/// <param name="StartMonth">Month in which it starts.</param>
/// <param name="StartDay">Day on which it starts.</param>
public sealed record SchoolYearRules(string Paragraph, int Attestations, int StartMonth, int StartDay)
{
    /// <summary>First day of the school year that a day belongs to.</summary>
    public DateOnly StartOf(DateOnly day)
    {
        var start = new DateOnly(day.Year, StartMonth, StartDay);
        return day < start ? start.AddYears(-1) : start;
    }
}

/// <summary>Keeping a category.</summary>
/// <param name="Paragraph">Paragraph.</param>
/// <param name="Years">Years after the return or the move.</param>
public sealed record KeepRules(string Paragraph, int Years);

/// <summary>Exemption before the pension.</summary>
/// <param name="Paragraph">Paragraph.</param>
/// <param name="YearsBefore">At most so many years to the pension.</param>
/// <param name="MaleAge">Pension age of men in years; null where the edition names none.</param>
/// <param name="FemaleAge">Pension age of women in years; null where the edition names none.</param>
public sealed record PensionRules(string Paragraph, int YearsBefore, int? MaleAge, int? FemaleAge);

/// <summary>Taking a category along to another post.</summary>
/// <param name="Paragraph">Paragraph.</param>
/// <param name="KeepYears">Years after the appointment, between teachers and deputies.</param>
/// <param name="TeacherAndDeputy">Deputies' category for each of the teachers'.</param>
/// <param name="HeadAndDeputy">Deputies' category for each of the heads'; kept to the end of its term.</param>
public sealed record OtherPostRules(
    string Paragraph,
    int KeepYears,
    IReadOnlyDictionary<string, string> TeacherAndDeputy,
    IReadOnlyDictionary<string, string> HeadAndDeputy);

/// <summary>Award for years in production.</summary>
/// <param name="Paragraph">Paragraph.</param>
/// <param name="Organisations">Types of organisation where it is given.</param>
/// <param name="Years">Years needed by category.</param>
public sealed record ProductionAwardRules(string Paragraph, IReadOnlyList<EducationType> Organisations, IReadOnlyDictionary<string, int> Years);

/// <summary>Award without attestation to people with one of several distinctions.</summary>
/// <param name="Paragraph">Paragraph.</param>
/// <param name="Category">Category given.</param>
/// <param name="Facts">Codes of the facts, one of which is enough.</param>
public sealed record DirectModeratorRules(string Paragraph, string Category, IReadOnlyList<string> Facts);

/// <summary>Awards of the special programme.</summary>
/// <param name="Paragraph">Paragraph.</param>
/// <param name="Graduate">Category for graduates.</param>
/// <param name="OneUpFrom">Categories whose holders get the next one.</param>
public sealed record SpecialProgrammeRules(string Paragraph, string Graduate, IReadOnlyList<string> OneUpFrom);

/// <summary>Award of the first category to heads and deputies.</summary>
/// <param name="Paragraph">Paragraph.</param>
/// <param name="Category">Category by ladder.</param>
/// <param name="CivilServiceYears">Years of civil service needed by those who come from authorities.</param>
public sealed record LeaderAwardRules(string Paragraph, IReadOnlyDictionary<Ladder, string> Category, int CivilServiceYears);

/// <summary>The knowledge test.</summary>
/// <param name="ValidityParagraph">Paragraph of its validity.</param>
/// <param name="ValidYears">Years a result is valid.</param>
/// <param name="CapParagraph">Paragraph by which it caps the category.</param>
public sealed record TestRules(string ValidityParagraph, int ValidYears, string CapParagraph);

/// <summary>Exemptions from the knowledge test.</summary>
/// <param name="ExperienceParagraph">Paragraph of long experience.</param>
/// <param name="ExperienceYears">Years of experience that free a confirmation.</param>
/// <param name="LegacyParagraph">Paragraph of old categories.</param>
/// <param name="LegacyHolders">Old categories whose holders are free.</param>
/// <param name="LegacyCategory">Category for which they are.</param>
/// <param name="RepeatedParagraph">Paragraph of repeated confirmation.</param>
/// <param name="RepeatedCategories">Categories confirmed without the test.</param>
/// <param name="RepeatedTimes">How many times in a row.</param>
/// <param name="LanguageParagraph">Paragraph of English, French and German.</param>
/// <param name="Ielts">Least IELTS score by category.</param>
/// <param name="Toefl">Least TOEFL iBT score by category.</param>
/// <param name="DelfGoethe">Least level of DELF or Goethe by category.</param>
/// <param name="OtherLanguageParagraph">Paragraph of the other languages.</param>
/// <param name="OtherLanguages">Least level by category.</param>
public sealed record TestExemptionRules(
    string ExperienceParagraph,
    int ExperienceYears,
    string LegacyParagraph,
    IReadOnlyList<string> LegacyHolders,
    string LegacyCategory,
    string RepeatedParagraph,
    IReadOnlyList<string> RepeatedCategories,
    int RepeatedTimes,
    string LanguageParagraph,
    IReadOnlyDictionary<string, decimal> Ielts,
    IReadOnlyDictionary<string, decimal> Toefl,
    IReadOnlyDictionary<string, string> DelfGoethe,
    string OtherLanguageParagraph,
    IReadOnlyDictionary<string, string> OtherLanguages);

/// <summary>Early award.</summary>
/// <param name="Paragraph">Paragraph for teachers and methodists.</param>
/// <param name="YearsAfterRegular">Years since the last attestation.</param>
/// <param name="Conditions">Conditions to prove, by category.</param>
/// <param name="LeaderParagraph">Paragraph for heads and deputies.</param>
/// <param name="LeaderConditions">Conditions to prove for any of their categories.</param>
/// <param name="RegularParagraph">Paragraph of <paramref name="RegularAfterYears"/>; null with it.</param>
/// <param name="RegularAfterYears">Years since the last attestation after which the next category may be claimed without conditions; null for any time.</param>
public sealed record EarlyRules(
    string Paragraph,
    int YearsAfterRegular,
    IReadOnlyDictionary<string, EarlyConditions> Conditions,
    string LeaderParagraph,
    EarlyConditions LeaderConditions,
    string? RegularParagraph,
    int? RegularAfterYears);

/// <summary>Conditions of an early award.</summary>
/// <param name="Needed">How many must be proved.</param>
/// <param name="Listed">How many the order lists.</param>
public sealed record EarlyConditions(int Needed, int Listed);

/// <summary>Sanctions.</summary>
/// <param name="LowerParagraph">Paragraph of one level lower, for a violation of the test or a late application.</param>
/// <param name="LowerYears">Years it lasts.</param>
/// <param name="RepeatedParagraph">Paragraph of a second violation.</param>
/// <param name="FalseDataParagraph">Paragraph of false data in a portfolio.</param>
/// <param name="AnnulParagraph">Paragraph by which a violation annuls the result.</param>
public sealed record SanctionRules(
    string LowerParagraph,
    int LowerYears,
    string RepeatedParagraph,
    string FalseDataParagraph,
    string AnnulParagraph);

/// <summary>Commissions.</summary>
/// <param name="LevelParagraph">Paragraph of the levels.</param>
/// <param name="Levels">Level that decides, by category.</param>
/// <param name="RaisedForRegion">Categories that the region decides for its own organisations.</param>
/// <param name="RaisedForMinistry">Categories that the ministry decides for its own organisations.</param>
/// <param name="MemberParagraph">Paragraph of the members.</param>
/// <param name="MinMembers">Least number of members.</param>
/// <param name="QuorumParagraph">Paragraph of the quorum and the vote.</param>
/// <param name="QuorumNumerator">Share of the members that makes a quorum: numerator.</param>
/// <param name="QuorumDenominator">Share of the members that makes a quorum: denominator.</param>
/// <param name="DecisionParagraph">Paragraph of the decision.</param>
public sealed record CommissionRules(
    string LevelParagraph,
    IReadOnlyDictionary<string, CommissionLevel> Levels,
    IReadOnlyList<string> RaisedForRegion,
    IReadOnlyList<string> RaisedForMinistry,
    string MemberParagraph,
    int MinMembers,
    string QuorumParagraph,
    int QuorumNumerator,
    int QuorumDenominator,
    string DecisionParagraph)
{
    /// <summary>Level of the commission for a category; null where no commission decides it.</summary>
    /// <param name="category">Category.</param>
    /// <param name="subordinateTo">Whose subordinate the organisation is.</param>
    public CommissionLevel? LevelFor(string category, CommissionLevel subordinateTo) => (subordinateTo, category) switch
    {
        (CommissionLevel.Region, _) when RaisedForRegion.Contains(category) => CommissionLevel.Region,
        (CommissionLevel.Ministry, _) when RaisedForMinistry.Contains(category) => CommissionLevel.Ministry,
        _ => Levels.TryGetValue(category, out var level) ? level : null,
    };

    /// <summary>Least number of votes for a valid sitting of so many members.</summary>
    public int Quorum(int members) => ((members * QuorumNumerator) + QuorumDenominator - 1) / QuorumDenominator;
}

/// <summary>Courses of professional development.</summary>
/// <param name="Paragraph">Paragraph.</param>
/// <param name="CertificateValidYears">Years a certificate counts; null for no limit.</param>
public sealed record CourseRules(string Paragraph, int? CertificateValidYears);

/// <summary>A sheet of criteria for one ladder.</summary>
/// <param name="Code">Code.</param>
/// <param name="Paragraph">Appendix it stands in.</param>
/// <param name="Ladder">Ladder.</param>
/// <param name="When">Where it applies; always when empty.</param>
/// <param name="Criteria">Criteria in the order of the sheet.</param>
/// <param name="HoursCriterion">Number of the criterion that counts hours of courses.</param>
/// <param name="Rows">Rows of thresholds; the first that applies is the candidate's.</param>
public sealed record Sheet(
    string Code,
    string Paragraph,
    Ladder Ladder,
    IReadOnlyList<Condition> When,
    IReadOnlyList<SheetCriterion> Criteria,
    string HoursCriterion,
    IReadOnlyList<SheetRow> Rows);

/// <summary>The sheet and the row of thresholds that apply to a candidate.</summary>
/// <param name="Sheet">Sheet.</param>
/// <param name="Row">Row.</param>
public sealed record SheetChoice(Sheet Sheet, SheetRow Row)
{
    /// <summary>Criteria that must have points for a category: neither left out for the position nor optional.</summary>
    /// <param name="category">Category claimed.</param>
    /// <param name="organisation">Type of the organisation; null where it is not known.</param>
    public IEnumerable<SheetCriterion> Needed(string category, EducationType? organisation) => Sheet.Criteria.Where(c =>
        !c.Optional
        && !(organisation is { } type && c.IfPresentIn.Contains(type))
        && c.Points.GetValueOrDefault(category) > 0
        && !Row.LeftOut.Contains(c.Number)
        && !Row.IfPresent.Contains(c.Number));
}

/// <summary>A criterion of a sheet.</summary>
/// <param name="Number">Number, for example <c>3.2</c>.</param>
/// <param name="Points">Points by category; 0 where the category has none.</param>
/// <param name="Optional">Adds points but is never asked for.</param>
/// <param name="Hours">Hours of courses by category, for the criterion that counts them.</param>
/// <param name="SpecialHours">The same for <paramref name="SpecialHoursFor"/>.</param>
/// <param name="SpecialHoursFor">Types of organisation with hours of their own.</param>
/// <param name="IfPresentIn">Types of organisation in which it counts when there are points and is not missed else.</param>
public sealed record SheetCriterion(
    string Number,
    IReadOnlyDictionary<string, int> Points,
    bool Optional,
    IReadOnlyDictionary<string, int>? Hours,
    IReadOnlyDictionary<string, int>? SpecialHours,
    IReadOnlyList<EducationType> SpecialHoursFor,
    IReadOnlyList<EducationType> IfPresentIn)
{
    /// <summary>What the edition calls it, for example <c>own_contests</c>; null where it only has a number.</summary>
    public string? Label { get; init; }

    /// <summary>Most points that it can give to anybody, with what winners and authors get on top.</summary>
    public int MostPoints { get; init; }

    /// <summary>Hours of courses needed for a category; null where the criterion counts none.</summary>
    public int? HoursFor(string category, EducationType organisation)
    {
        var table = SpecialHours is not null && SpecialHoursFor.Contains(organisation) ? SpecialHours : Hours;
        return table is not null && table.TryGetValue(category, out var hours) ? hours : null;
    }
}

/// <summary>A row of thresholds: who it is for, what it takes, which criteria it does not ask for.</summary>
/// <param name="Code">Code.</param>
/// <param name="When">Whom it is for; everybody when empty.</param>
/// <param name="Threshold">Least total by category, as printed.</param>
/// <param name="LeftOut">Criteria that do not concern these positions.</param>
/// <param name="IfPresent">Criteria that count when there are points and are not missed else.</param>
public sealed record SheetRow(
    string Code,
    IReadOnlyList<Condition> When,
    IReadOnlyDictionary<string, int> Threshold,
    IReadOnlyList<string> LeftOut,
    IReadOnlyList<string> IfPresent);

/// <summary>Where and as what a candidate works, as far as sheets distinguish it.</summary>
/// <param name="Organisation">Type of the organisation.</param>
/// <param name="Kind">Kind, where the type is not enough.</param>
/// <param name="Field">Field of a deputy.</param>
/// <param name="ReducedGroup">Position with the reduced threshold of the teachers' sheet.</param>
public sealed record Workplace(EducationType Organisation, EducationKind? Kind = null, DeputyField? Field = null, bool ReducedGroup = false);

/// <summary>A condition on the workplace; all that is named must hold.</summary>
/// <param name="Organisations">One of these types; any when empty.</param>
/// <param name="Kinds">One of these kinds; any or none when empty.</param>
/// <param name="Fields">One of these fields; any or none when empty.</param>
/// <param name="ReducedGroup">Whether only positions of the reduced group are meant.</param>
public sealed record Condition(
    IReadOnlyList<EducationType> Organisations,
    IReadOnlyList<EducationKind> Kinds,
    IReadOnlyList<DeputyField> Fields,
    bool ReducedGroup)
{
    /// <summary>Whether it holds for a workplace.</summary>
    public bool Holds(Workplace place) =>
        (Organisations.Count == 0 || Organisations.Contains(place.Organisation))
        && (Kinds.Count == 0 || (place.Kind is { } kind && Kinds.Contains(kind)))
        && (Fields.Count == 0 || (place.Field is { } field && Fields.Contains(field)))
        && (!ReducedGroup || place.ReducedGroup);

    /// <summary>Whether one of several holds; none at all always does.</summary>
    public static bool AnyHolds(IReadOnlyList<Condition> conditions, Workplace place) =>
        conditions.Count == 0 || conditions.Any(c => c.Holds(place));
}
