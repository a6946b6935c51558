namespace TeacherCpd.Domain.Attestation;

/// <summary>
/// One candidate's situation on one day. What is left at its default is the usual case; what is null is not known or
/// not relevant, and the answer says so where it depends on it.
/// </summary>
public sealed record AttestationQuestion
{
    /// <summary>Id that is given back with the answer.</summary>
    public string? Id { get; init; }

    /// <summary>The day the question is asked.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Ladder of the position held.</summary>
    public required Ladder Ladder { get; init; }

    /// <summary>Type of the organisation; null when not known.</summary>
    public EducationType? Organisation { get; init; }

    /// <summary>Kind of the organisation, where the type alone does not choose the row of a sheet.</summary>
    public EducationKind? Kind { get; init; }

    /// <summary>Whether the position is one with the reduced threshold of the teachers' sheet.</summary>
    public bool ReducedGroup { get; init; }

    /// <summary>Field of a deputy head; null takes the general row of the sheet.</summary>
    public DeputyField? DeputyField { get; init; }

    /// <summary>Whose subordinate the organisation is.</summary>
    public CommissionLevel SubordinateTo { get; init; } = CommissionLevel.District;

    /// <summary>Category held; null for none.</summary>
    public HeldCategory? Current { get; init; }

    /// <summary>Code of the category claimed.</summary>
    public required string Claimed { get; init; }

    /// <summary>Whether an early award is asked for.</summary>
    public bool Early { get; init; }

    /// <summary>How many of the listed conditions of an early award are proved.</summary>
    public int? EarlyConditionsMet { get; init; }

    /// <summary>Pedagogical experience in years.</summary>
    public decimal? ExperienceYears { get; init; }

    /// <summary>Years to the pension by age; null when it is far.</summary>
    public decimal? YearsToPension { get; init; }

    /// <summary>Whether the person works on after the pension age.</summary>
    public bool WorkingPensioner { get; init; }

    /// <summary>Knowledge test; null when not taken.</summary>
    public KnowledgeTest? Test { get; init; }

    /// <summary>Certificate of a teacher of languages.</summary>
    public LanguageCertificate? LanguageCertificate { get; init; }

    /// <summary>Points by criterion of the candidate's sheet; a criterion left out has 0.</summary>
    public IReadOnlyDictionary<string, decimal> Points { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Criteria that do not concern the position, besides those that the row of the sheet leaves out.</summary>
    public IReadOnlyList<string> NotApplicable { get; init; } = [];

    /// <summary>Years on positions of the civil service.</summary>
    public decimal? CivilServiceYears { get; init; }

    /// <summary>Whether the person has higher pedagogical education.</summary>
    public bool HigherPedagogical { get; init; } = true;

    /// <summary>Day of the appointment to the present post.</summary>
    public DateOnly? AppointedOn { get; init; }

    /// <summary>Day of the return from leave, study or service.</summary>
    public DateOnly? ReturnedOn { get; init; }

    /// <summary>Day of the last attestation; null takes the day the category was granted.</summary>
    public DateOnly? LastAttestedOn { get; init; }

    /// <summary>Codes of facts that are known, for example <c>phd</c>; see <see cref="AttestationFacts"/>.</summary>
    public IReadOnlyCollection<string> Facts { get; init; } = [];

    /// <summary>Years in production by the profile taught; null for none.</summary>
    public decimal? ProductionYears { get; init; }

    /// <summary>Day on which false data in a portfolio was established; null for never.</summary>
    public DateOnly? FalseDataOn { get; init; }

    /// <summary>Violations of the rules of the knowledge test, 0 or more.</summary>
    public int TestViolations { get; init; }

    /// <summary>Where and as what the candidate works.</summary>
    /// <param name="organisation">Type of the organisation.</param>
    internal Workplace At(EducationType organisation) => new(organisation, Kind, DeputyField, ReducedGroup);
}

/// <summary>A category that the candidate holds.</summary>
/// <param name="Category">Code, of the present system or of the one before: the code tells which.</param>
/// <param name="GrantedOn">Day of the award; null when not known.</param>
/// <param name="ConfirmationsInARow">How many times it was confirmed in a row so far.</param>
public sealed record HeldCategory(string Category, DateOnly? GrantedOn, int ConfirmationsInARow = 0);

/// <summary>A result of the knowledge test.</summary>
/// <param name="Percent">Percent, 0 to 100.</param>
/// <param name="On">Day of the test.</param>
public sealed record KnowledgeTest(decimal Percent, DateOnly On);

/// <summary>A certificate of a language.</summary>
/// <param name="Exam">Exam.</param>
/// <param name="Score">Score of IELTS or TOEFL; null for the exams with levels.</param>
/// <param name="Level">Level A1 to C2; null for the exams with scores.</param>
public sealed record LanguageCertificate(LanguageExam Exam, decimal? Score, string? Level);

/// <summary>Codes of the facts that decide in some rule.</summary>
public static class AttestationFacts
{
    /// <summary>Member of the presidential reserve.</summary>
    public const string PresidentialReserve = "presidentialReserve";

    /// <summary>Candidate or doctor of science, or PhD.</summary>
    public const string Doctorate = "phd";

    /// <summary>Graduate of Nazarbayev University.</summary>
    public const string NazarbayevUniversity = "nazarbayevUniversity";

    /// <summary>Graduate of a foreign university on the list of the Bolashak programme.</summary>
    public const string Bolashak = "bolashak";

    /// <summary>CELTA, pass or above.</summary>
    public const string Celta = "celta";

    /// <summary>DELTA, pass or above.</summary>
    public const string Delta = "delta";

    /// <summary>Comes from an education authority, a centre of professional development or a university.</summary>
    public const string FromAuthority = "fromAuthority";

    /// <summary>Graduate hired under the special programme for regions short of teachers.</summary>
    public const string SpecialProgrammeGraduate = "specialProgrammeGraduate";

    /// <summary>Experienced teacher hired under that programme.</summary>
    public const string SpecialProgrammeHire = "specialProgrammeHire";

    /// <summary>In the reserve of "leaders of change" after their programme.</summary>
    public const string LeadersOfChangeReserve = "leadersOfChangeReserve";

    /// <summary>The application was not handed in in time.</summary>
    public const string LateApplication = "lateApplication";

    /// <summary>All codes.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        PresidentialReserve, Doctorate, NazarbayevUniversity, Bolashak, Celta, Delta, FromAuthority,
        SpecialProgrammeGraduate, SpecialProgrammeHire, LeadersOfChangeReserve, LateApplication,
    ];
}
