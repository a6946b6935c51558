using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Networks;

/// <summary>The five stages of a visit to a school, in their order (2022 report, L5033 to L5064).</summary>
public enum VisitStageKind
{
    /// <summary>Data are collected and questionnaires designed.</summary>
    Preparation,

    /// <summary>Online survey, with an interim report.</summary>
    Survey,

    /// <summary>Programme of the visit and questions of the interviews.</summary>
    Programme,

    /// <summary>The visit: lessons, interviews, master classes.</summary>
    Visit,

    /// <summary>The final analytical report.</summary>
    Report,
}

/// <summary>What is counted in a visit.</summary>
public enum VisitCountKind
{
    /// <summary>Teachers who work at the school.</summary>
    TeachersOfSchool,

    /// <summary>Questionnaires designed.</summary>
    Questionnaires,

    /// <summary>Pupils who answered the survey.</summary>
    PupilsSurveyed,

    /// <summary>Teachers who answered the survey.</summary>
    TeachersSurveyed,

    /// <summary>Questions prepared for interviews.</summary>
    InterviewQuestions,

    /// <summary>Lessons observed.</summary>
    LessonsObserved,

    /// <summary>Of the lessons observed, those of a high level or above average.</summary>
    UpperLessons,

    /// <summary>Teachers whose lessons were observed.</summary>
    TeachersObserved,

    /// <summary>Teachers interviewed.</summary>
    TeachersInterviewed,

    /// <summary>Pupils interviewed.</summary>
    PupilsInterviewed,

    /// <summary>Master classes held.</summary>
    MasterClasses,

    /// <summary>Recommendations of the report.</summary>
    Recommendations,
}

/// <summary>What belongs to which stage: one table.</summary>
public static class VisitStages
{
    private static readonly Dictionary<VisitStageKind, VisitCountKind[]> Table = new()
    {
        [VisitStageKind.Preparation] = [VisitCountKind.TeachersOfSchool, VisitCountKind.Questionnaires],
        [VisitStageKind.Survey] = [VisitCountKind.PupilsSurveyed, VisitCountKind.TeachersSurveyed],
        [VisitStageKind.Programme] = [VisitCountKind.InterviewQuestions],
        [VisitStageKind.Visit] =
        [
            VisitCountKind.LessonsObserved, VisitCountKind.UpperLessons, VisitCountKind.TeachersObserved, VisitCountKind.TeachersInterviewed,
            VisitCountKind.PupilsInterviewed, VisitCountKind.MasterClasses,
        ],
        [VisitStageKind.Report] = [VisitCountKind.Recommendations],
    };

    /// <summary>The stages in their order.</summary>
    public static IReadOnlyList<VisitStageKind> All { get; } = Enum.GetValues<VisitStageKind>();

    /// <summary>What is counted in a stage.</summary>
    public static IReadOnlyList<VisitCountKind> Counts(this VisitStageKind stage) => Table[stage];
}

/// <summary>What a template says of a stage.</summary>
/// <param name="Kind">Stage.</param>
/// <param name="DueAfterDays">Days from the beginning of the visit to the day on which the stage is due; 0 to 366.</param>
/// <param name="Task">What is to be done.</param>
public sealed record VisitStagePlan(VisitStageKind Kind, int DueAfterDays, string Task);

/// <summary>How visits of a kind go: what is to be done in each of the five stages, and until when.</summary>
public sealed class VisitTemplate : Aggregate
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleLength = 200;

    /// <summary>Longest task, in characters.</summary>
    public const int TaskLength = 1000;

    /// <summary>Latest day of a stage, counted from the beginning.</summary>
    public const int LongestDays = 366;

    private readonly List<VisitTemplateStage> stages = [];

    private VisitTemplate()
    {
    }

    /// <summary>Centre or branch that uses it.</summary>
    public Guid OrganisationId { get; private init; }

    /// <summary>Title.</summary>
    public string Title { get; private init; } = "";

    /// <summary>When it was written (UTC).</summary>
    public DateTime WrittenAt { get; private init; }

    /// <summary>When it was put away (UTC); null while visits may be planned by it. Those planned before keep what it said.</summary>
    public DateTime? RetiredAt { get; private set; }

    /// <summary>Its five stages.</summary>
    public IReadOnlyCollection<VisitTemplateStage> Stages => stages;

    /// <summary>Writes a template.</summary>
    /// <param name="id">Id that the form carries.</param>
    /// <param name="organisationId">Centre or branch that uses it.</param>
    /// <param name="title">Title.</param>
    /// <param name="plans">Each of the five stages once; none is due before the one before it.</param>
    /// <param name="at">Now (UTC).</param>
    public static Result<VisitTemplate> Write(Guid id, Guid organisationId, string title, IReadOnlyCollection<VisitStagePlan> plans, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(plans);
        var inOrder = plans.OrderBy(p => p.Kind).ToList();
        if (!inOrder.Select(p => p.Kind).SequenceEqual(VisitStages.All))
        {
            return new VisitStagesIncomplete();
        }

        if (inOrder.Zip(inOrder.Skip(1)).Any(pair => pair.Second.DueAfterDays < pair.First.DueAfterDays))
        {
            return new VisitStagesOutOfOrder();
        }

        var template = new VisitTemplate { Id = id, OrganisationId = organisationId, Title = title, WrittenAt = at };
        template.stages.AddRange(inOrder.Select(p => new VisitTemplateStage { TemplateId = id, Kind = p.Kind, DueAfterDays = p.DueAfterDays, Task = p.Task }));
        return template;
    }

    /// <summary>Puts it away; to say it twice changes nothing.</summary>
    public void Retire(DateTime at) => RetiredAt ??= at;
}

/// <summary>A stage of a template.</summary>
public sealed class VisitTemplateStage : Entity
{
    /// <summary>Template.</summary>
    public Guid TemplateId { get; init; }

    /// <summary>Stage.</summary>
    public VisitStageKind Kind { get; init; }

    /// <summary>Days from the beginning of the visit to the day on which it is due.</summary>
    public int DueAfterDays { get; init; }

    /// <summary>What is to be done.</summary>
    public required string Task { get; init; }
}

/// <summary>Each of the five stages has to be there once.</summary>
public sealed record VisitStagesIncomplete() : Error("visit_stages_incomplete", ErrorKind.Invalid);

/// <summary>A stage is due before the one before it.</summary>
public sealed record VisitStagesOutOfOrder() : Error("visit_stages_out_of_order", ErrorKind.Invalid);
