using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Domain.Programmes;

/// <summary>How a programme is delivered.</summary>
public enum ProgrammeFormat
{
    /// <summary>The source names none.</summary>
    NotStated,

    /// <summary>Classroom.</summary>
    Classroom,

    /// <summary>Classroom phases with school practice between them.</summary>
    Phased,

    /// <summary>Classroom and distance.</summary>
    Blended,

    /// <summary>Distance.</summary>
    Distance,

    /// <summary>Online, at the same time.</summary>
    Online,

    /// <summary>Online, each at their own time.</summary>
    Asynchronous,
}

/// <summary>Kinds of people that a programme is for; several.</summary>
[Flags]
public enum AudienceTypes
{
    /// <summary>Not stated.</summary>
    None = 0,

    /// <summary>Preschool educator.</summary>
    PreschoolEducator = 1,

    /// <summary>Teacher.</summary>
    Teacher = 2,

    /// <summary>Head of an organisation.</summary>
    Head = 4,

    /// <summary>Deputy head.</summary>
    Deputy = 8,

    /// <summary>Methodologist.</summary>
    Methodologist = 16,

    /// <summary>Psychologist.</summary>
    Psychologist = 32,

    /// <summary>Social pedagogue.</summary>
    SocialPedagogue = 64,

    /// <summary>Class teacher.</summary>
    ClassTeacher = 128,

    /// <summary>Career guidance.</summary>
    CareerGuidance = 256,

    /// <summary>Teaching assistant.</summary>
    TeachingAssistant = 512,

    /// <summary>Teacher of special classes.</summary>
    SpecialClassTeacher = 1024,

    /// <summary>Mentor.</summary>
    Mentor = 2048,

    /// <summary>Teacher of vocational education.</summary>
    VocationalTeacher = 4096,

    /// <summary>Several people of one school together.</summary>
    SchoolTeam = 8192,
}

/// <summary>Level of education.</summary>
public enum EducationLevel
{
    /// <summary>Preschool.</summary>
    Preschool,

    /// <summary>School.</summary>
    Secondary,

    /// <summary>College and university.</summary>
    HigherAndVocational,
}

/// <summary>Languages in which a version is taught; several.</summary>
[Flags]
public enum TeachingLanguages
{
    /// <summary>Not stated: groups in every language.</summary>
    None = 0,

    /// <summary>Kazakh.</summary>
    Kk = 1,

    /// <summary>Russian.</summary>
    Ru = 2,

    /// <summary>English.</summary>
    En = 4,
}

/// <summary>What the languages of a version mean.</summary>
public static class TeachingLanguagesRules
{
    /// <summary>Whether groups are taught in a language.</summary>
    public static bool Teaches(this TeachingLanguages languages, Language language) =>
        languages == TeachingLanguages.None || languages.HasFlag((TeachingLanguages)(1 << (int)language));
}

/// <summary>What people do in a module; several.</summary>
[Flags]
public enum ActivityTypes
{
    /// <summary>Not stated.</summary>
    None = 0,

    /// <summary>Cases from practice.</summary>
    Case = 1,

    /// <summary>Planning lessons on hard topics.</summary>
    LessonPlanning = 2,

    /// <summary>Practical tasks.</summary>
    PracticalTask = 4,

    /// <summary>Assessing each other.</summary>
    PeerAssessment = 8,

    /// <summary>Teaching a piece of a lesson to a small group.</summary>
    MicroTeaching = 16,

    /// <summary>Essay.</summary>
    Essay = 32,

    /// <summary>Reflective report.</summary>
    ReflectiveReport = 64,

    /// <summary>Work with resources.</summary>
    Resources = 128,
}

/// <summary>With what a programme ends.</summary>
public enum FinalAssessment
{
    /// <summary>Nothing, or not stated.</summary>
    None,

    /// <summary>Reflective report.</summary>
    ReflectiveReport,

    /// <summary>Portfolio and presentation.</summary>
    PortfolioAndPresentation,

    /// <summary>Assessment by an independent body.</summary>
    External,
}

/// <summary>Who decides on applications for a programme; several, in the order of the values.</summary>
[Flags]
public enum ApplicationSteps
{
    /// <summary>Nobody: whoever applies has a place while there is one.</summary>
    None = 0,

    /// <summary>The school where the teacher works.</summary>
    School = 1,

    /// <summary>The education department of the region.</summary>
    Region = 2,

    /// <summary>The branch that runs the group.</summary>
    Branch = 4,
}

/// <summary>What happens in a phase.</summary>
public enum PhaseKind
{
    /// <summary>Classroom teaching.</summary>
    Classroom,

    /// <summary>Practice in the own school or preschool.</summary>
    SchoolPractice,

    /// <summary>Distance teaching.</summary>
    Distance,
}

/// <summary>A phase as it is written down.</summary>
/// <param name="Kind">What happens in it.</param>
/// <param name="Hours">Academic hours.</param>
/// <param name="Days">Working days; null where it is counted in weeks or only in hours.</param>
/// <param name="Weeks">Weeks; null where it is counted in days or only in hours.</param>
public sealed record PhaseContent(PhaseKind Kind, int Hours, int? Days = null, int? Weeks = null);

/// <summary>A module as it is written down.</summary>
/// <param name="Title">Title.</param>
/// <param name="Hours">Academic hours.</param>
/// <param name="Activities">What people do in it.</param>
/// <param name="Inclusive">Whether it prepares for teaching in an inclusive class.</param>
public sealed record ModuleContent(LocalizedText Title, int Hours, ActivityTypes Activities, bool Inclusive);

/// <summary>All that developers write into a version.</summary>
public sealed record VersionContent
{
    /// <summary>Academic hours; null: the sum of the phases.</summary>
    public int? Hours { get; init; }

    /// <summary>Format.</summary>
    public required ProgrammeFormat Format { get; init; }

    /// <summary>Whom it is for, in words.</summary>
    public required LocalizedText Audience { get; init; }

    /// <summary>Languages of teaching.</summary>
    public TeachingLanguages Languages { get; init; }

    /// <summary>With what it ends.</summary>
    public FinalAssessment FinalAssessment { get; init; }

    /// <summary>Organisation that assesses.</summary>
    public Guid? AssessingBodyId { get; init; }

    /// <summary>Who decides on applications.</summary>
    public ApplicationSteps ApplicationSteps { get; init; } = ApplicationSteps.Branch;

    /// <summary>How many people of one school come together.</summary>
    public int? TeamSize { get; init; }

    /// <summary>Least share of the sessions to attend, in per cent.</summary>
    public int MinimumAttendance { get; init; }

    /// <summary>Codes of the competences of the professional standard that it covers, one a line.</summary>
    public string Competences { get; init; } = "";

    /// <summary>What the study before the course found.</summary>
    public string? StudySummary { get; init; }

    /// <summary>Address of the study.</summary>
    public string? StudyLink { get; init; }

    /// <summary>Phases in order.</summary>
    public IReadOnlyList<PhaseContent> Phases { get; init; } = [];

    /// <summary>Modules in order.</summary>
    public IReadOnlyList<ModuleContent> Modules { get; init; } = [];

    /// <summary>Contacts of the year after the course.</summary>
    public IReadOnlyList<PlannedContact> Support { get; init; } = [];
}
