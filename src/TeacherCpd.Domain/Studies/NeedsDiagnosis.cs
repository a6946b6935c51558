using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Studies;

/// <summary>What a teacher's needs are diagnosed in: the four competences of the observation in the base schools (2022 report, section 9, appendix B2).</summary>
public enum Competence
{
    /// <summary>Planning.</summary>
    Planning,

    /// <summary>Communication in the lesson.</summary>
    Communication,

    /// <summary>Information and communication technology.</summary>
    Technology,

    /// <summary>Assessment and analysis of achievement.</summary>
    Assessment,
}

/// <summary>Level of a competence, lowest first (the three of the survey of 1,274 teachers, 2022 report, section 9, T29).</summary>
public enum NeedLevel
{
    /// <summary>Basic.</summary>
    Basic,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>High.</summary>
    High,
}

/// <summary>A skill in which difficulties were seen, by which a question of a diagnosis is coded (2022 report, appendix B2).</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Competence">Competence to which it belongs.</param>
public sealed record Need(string Code, Competence Competence)
{
    /// <summary>Longest code, in characters.</summary>
    public const int CodeLength = 40;

    /// <summary>The bank, in the order of the report.</summary>
    public static readonly IReadOnlyList<Need> All =
    [
        new("tasks_for_aims", Competence.Planning),
        new("work_forms", Competence.Planning),
        new("formative_tasks", Competence.Planning),
        new("differentiation", Competence.Planning),
        new("timing_of_stages", Competence.Planning),
        new("homework_explained", Competence.Planning),
        new("questions_by_thinking", Competence.Communication),
        new("quality_of_dialogue", Competence.Communication),
        new("pupils_ask", Competence.Communication),
        new("joint_online_projects", Competence.Technology),
        new("quick_online_feedback", Competence.Technology),
        new("video_for_hard_topics", Competence.Technology),
        new("tasks_and_criteria", Competence.Assessment),
        new("systematic_formative", Competence.Assessment),
        new("results_used", Competence.Assessment),
        new("written_oral_feedback", Competence.Assessment),
        new("self_and_peer", Competence.Assessment),
    ];

    /// <summary>The need of a code; null where there is none.</summary>
    public static Need? Find(string? code) => All.FirstOrDefault(n => n.Code == code);
}

/// <summary>
/// From which share of the points a level begins. The report gives the three levels and how many people were on each, not where they begin:
/// the two lines are a setting.
/// </summary>
/// <param name="MediumFrom">Per cent of the points from which a level is medium, 1 to 100.</param>
/// <param name="HighFrom">Per cent from which it is high, above <paramref name="MediumFrom"/>, to 100.</param>
public sealed record LevelLines(int MediumFrom, int HighFrom)
{
    /// <summary>The level of some points.</summary>
    /// <param name="points">Points reached, from 0.</param>
    /// <param name="most">Points that could be reached, from 1.</param>
    public NeedLevel LevelOf(int points, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return 100L * points >= (long)HighFrom * most ? NeedLevel.High
            : 100L * points >= (long)MediumFrom * most ? NeedLevel.Medium
            : NeedLevel.Basic;
    }
}

/// <summary>What a person answered in a needs diagnosis and what follows; computed once, from the lines of that day. It bears the person's name.</summary>
public sealed class NeedsDiagnosis : Aggregate
{
    private readonly List<DiagnosedLevel> levels = [];

    /// <summary>Version of the questionnaire.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>Questionnaire; one diagnosis a person.</summary>
    public required Guid QuestionnaireId { get; init; }

    /// <summary>Person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>School on that day; null for who works at none.</summary>
    public Guid? SchoolId { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime AnsweredAt { get; init; }

    /// <summary>The answers, see <see cref="AnswerSet"/>.</summary>
    public required string Marks { get; init; }

    /// <summary>Level by competence, of those that were asked about.</summary>
    public IReadOnlyCollection<DiagnosedLevel> Levels => levels;

    /// <summary>Makes it from a person's answers: a level for every competence about which a question was answered.</summary>
    /// <param name="questionnaireId">Questionnaire.</param>
    /// <param name="versionId">Version of it.</param>
    /// <param name="content">What was asked.</param>
    /// <param name="answers">What was answered.</param>
    /// <param name="lines">From where levels begin.</param>
    /// <param name="personId">Person.</param>
    /// <param name="schoolId">School.</param>
    /// <param name="at">Now (UTC).</param>
    public static NeedsDiagnosis Of(
        Guid questionnaireId, Guid versionId, QuestionnaireContent content, AnswerSet answers, LevelLines lines, Guid personId, Guid? schoolId, DateTime at)
    {
        var diagnosis = new NeedsDiagnosis
        {
            QuestionnaireId = questionnaireId,
            VersionId = versionId,
            PersonId = personId,
            SchoolId = schoolId,
            AnsweredAt = at,
            Marks = answers.Packed,
        };
        foreach (var asked in content.Questions.Where(q => q.Need is not null).GroupBy(q => Need.Find(q.Need)!.Competence).OrderBy(g => g.Key))
        {
            var points = asked.Select(q => PointsOf(q, answers)).OfType<(int Points, int Most)>().ToList();
            if (points.Count > 0)
            {
                var (sum, most) = (points.Sum(p => p.Points), points.Sum(p => p.Most));
                diagnosis.levels.Add(new DiagnosedLevel
                {
                    DiagnosisId = diagnosis.Id,
                    Competence = asked.Key,
                    Points = sum,
                    Most = most,
                    Level = lines.LevelOf(sum, most),
                });
            }
        }

        return diagnosis;
    }

    // every question weighs alike: nine steps of a scale are stretched over the same points as three options
    private static (int Points, int Most)? PointsOf(Question question, AnswerSet answers)
    {
        const int Weight = 100;
        var given = answers.Of(question.Code);
        return question.Kind switch
        {
            QuestionKind.Scale when given.Count > 0 => (Weight * (given[0] - Question.ScaleFrom) / (Question.ScaleTo - Question.ScaleFrom), Weight),
            QuestionKind.One when given.Count > 0 && question.Options.Count > 1 => (Weight * given[0] / (question.Options.Count - 1), Weight),
            QuestionKind.Matrix when given.Any(g => g >= 0) && question.Options.Count > 1 =>
                (Weight * given.Where(g => g >= 0).Sum() / ((question.Options.Count - 1) * given.Count(g => g >= 0)), Weight),
            _ => null,
        };
    }
}

/// <summary>The level of one competence.</summary>
public sealed class DiagnosedLevel : Entity
{
    /// <summary>Diagnosis.</summary>
    public Guid DiagnosisId { get; init; }

    /// <summary>Competence.</summary>
    public Competence Competence { get; init; }

    /// <summary>Points reached.</summary>
    public int Points { get; init; }

    /// <summary>Points that could be reached.</summary>
    public int Most { get; init; }

    /// <summary>Level.</summary>
    public NeedLevel Level { get; init; }
}
