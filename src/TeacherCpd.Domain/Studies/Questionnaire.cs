using System.Security.Cryptography;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Domain.Studies;

/// <summary>Whom a questionnaire asks (2022 report, section 7.1).</summary>
public enum Respondent
{
    /// <summary>Teachers.</summary>
    Teacher,

    /// <summary>Heads of schools.</summary>
    Head,

    /// <summary>Pupils.</summary>
    Pupil,

    /// <summary>Parents.</summary>
    Parent,

    /// <summary>Staff of education departments.</summary>
    Officer,
}

/// <summary>What a questionnaire is for.</summary>
public enum QuestionnaireKind
{
    /// <summary>Anonymous: nobody learns who answered what.</summary>
    Survey,

    /// <summary>Of a person: the level of the own competences follows from it. Asked by list only.</summary>
    Diagnosis,
}

/// <summary>The questionnaire of a study for one audience, in versions. Answers belong to the version that was shown.</summary>
public sealed class Questionnaire : Aggregate
{
    /// <summary>Length of <see cref="Token"/>.</summary>
    public const int TokenLength = 26;

    private readonly List<QuestionnaireVersion> versions = [];

    /// <summary>Study.</summary>
    public required Guid StudyId { get; init; }

    /// <summary>Whom it asks.</summary>
    public required Respondent Audience { get; init; }

    /// <summary>What it is for.</summary>
    public required QuestionnaireKind Kind { get; init; }

    /// <summary>The unguessable part of its open address; a diagnosis has it too but is not opened by it.</summary>
    [Secret]
    public required string Token { get; init; }

    /// <summary>Versions.</summary>
    public IReadOnlyCollection<QuestionnaireVersion> Versions => versions;

    /// <summary>The version that takes answers: the newest that is frozen; null before the study opens.</summary>
    public QuestionnaireVersion? Current => versions.Where(v => v.FrozenAt is not null).MaxBy(v => v.Number);

    /// <summary>The version that is being written; null where none is.</summary>
    public QuestionnaireVersion? Draft => versions.Find(v => v.FrozenAt is null);

    /// <summary>A questionnaire with an empty first version.</summary>
    /// <param name="id">Id.</param>
    /// <param name="studyId">Study.</param>
    /// <param name="audience">Whom it asks.</param>
    /// <param name="kind">What it is for.</param>
    public static Questionnaire Begin(Guid id, Guid studyId, Respondent audience, QuestionnaireKind kind)
    {
        var questionnaire = new Questionnaire
        {
            Id = id,
            StudyId = studyId,
            Audience = audience,
            Kind = kind,
            Token = RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", TokenLength),
        };
        questionnaire.versions.Add(new QuestionnaireVersion { QuestionnaireId = id, Number = 1 });
        return questionnaire;
    }

    /// <summary>Writes the questions of the draft.</summary>
    /// <param name="content">The questions.</param>
    public Error? Write(QuestionnaireContent content)
    {
        if (Draft is not { } draft)
        {
            return new QuestionnaireFrozen();
        }

        draft.Content = content;
        return null;
    }

    /// <summary>Begins the next version with the questions of the last.</summary>
    public Error? DraftNext()
    {
        if (Draft is not null || Current is not { } current)
        {
            return new QuestionnaireDraftThere();
        }

        versions.Add(new QuestionnaireVersion { QuestionnaireId = Id, Number = current.Number + 1, Content = current.Content });
        return null;
    }

    /// <summary>Freezes the draft: from now on it takes the answers, and its questions stay.</summary>
    /// <param name="at">Now (UTC).</param>
    public Error? Freeze(DateTime at)
    {
        if (Draft is not { } draft)
        {
            return new QuestionnaireFrozen();
        }

        if (draft.Content.Questions.Count == 0)
        {
            return new NothingToAsk();
        }

        draft.FrozenAt = at;
        return null;
    }
}

/// <summary>A version of a questionnaire.</summary>
public sealed class QuestionnaireVersion : Entity
{
    private QuestionnaireContent? content;

    /// <summary>Questionnaire.</summary>
    public Guid QuestionnaireId { get; init; }

    /// <summary>Number, from 1.</summary>
    public int Number { get; init; }

    /// <summary>The questions as they are kept, see <see cref="QuestionnaireContent"/>.</summary>
    public string Json { get; private set; } = QuestionnaireContent.Empty.ToJson();

    /// <summary>When it was frozen (UTC); null while it is written.</summary>
    public DateTime? FrozenAt { get; internal set; }

    /// <summary>The questions.</summary>
    public QuestionnaireContent Content
    {
        get => content ??= QuestionnaireContent.Parse(Json);
        internal set => (content, Json) = (value, value.ToJson());
    }
}

/// <summary>
/// One anonymous answer. It says nothing of who gave it and when beyond the day; its id follows from the token of the form, so that the same
/// form sent twice is one answer. It is not audited: the audit knows who and when.
/// </summary>
public sealed class AnswerSheet : INotAudited
{
    /// <summary>Id, made from the token of the form by a hash; not sorted by time.</summary>
    public required Guid Id { get; init; }

    /// <summary>Version of the questionnaire.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Whether it came by the open link; else by invitation.</summary>
    public required bool IsByLink { get; init; }

    /// <summary>Language of the form.</summary>
    public required Language Language { get; init; }

    /// <summary>Region; null where it was not said.</summary>
    public Guid? RegionId { get; init; }

    /// <summary>Programme; null where it was not said.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>The marks, see <see cref="AnswerSet"/>.</summary>
    public required string Marks { get; init; }

    /// <summary>The id of a form's answer.</summary>
    /// <param name="versionId">Version that the form showed.</param>
    /// <param name="formId">Token of the form, which carries a time and is kept nowhere.</param>
    public static Guid IdOf(Guid versionId, Guid formId)
    {
        Span<byte> both = stackalloc byte[32];
        versionId.TryWriteBytes(both);
        formId.TryWriteBytes(both[16..]);
        return new Guid(SHA256.HashData(both)[..16]);
    }
}

/// <summary>Own words to one question. They stand apart from the marks and from other words of the same person.</summary>
public sealed class OpenAnswer : INotAudited
{
    /// <summary>Id by chance: the order of the ids is no order of time.</summary>
    public Guid Id { get; init; } = ChanceId.New();

    /// <summary>Version of the questionnaire.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>Code of the question.</summary>
    public required string Question { get; init; }

    /// <summary>The words; emptied when they are struck out.</summary>
    public required string Words { get; set; }

    /// <summary>Whether they were struck out because they name or show somebody.</summary>
    public bool IsStruck { get; set; }
}

/// <summary>That whoever runs a study struck words out; audited, so that nobody silences others unseen. The words are not here.</summary>
public sealed class AnswerStrike : Entity
{
    /// <summary>Version of the questionnaire.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>Code of the question.</summary>
    public required string Question { get; init; }

    /// <summary>Answer of which the words were struck out.</summary>
    public required Guid AnswerId { get; init; }
}

/// <summary>
/// Somebody is asked. That they answered is one word here, what they answered is a sheet elsewhere, and no key, moment or order leads from one
/// to the other. Who invited whom is in the audit with the mail; this row is not audited, or the audit would tell the moment of the answer.
/// </summary>
public sealed class StudyInvitation : INotAudited
{
    /// <summary>Id by chance.</summary>
    public Guid Id { get; init; } = ChanceId.New();

    /// <summary>Questionnaire; a person is invited once.</summary>
    public required Guid QuestionnaireId { get; init; }

    /// <summary>Person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Programme of the group by which the person is asked; null when asked by school.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>Day on which they were invited.</summary>
    public required DateOnly InvitedOn { get; init; }

    /// <summary>Whether they answered.</summary>
    public bool IsAnswered { get; private set; }
}

/// <summary>A mail that asks a person to answer: the invitation, then reminders while there is no answer.</summary>
public sealed class StudyNotice : Mailing
{
    /// <summary>Person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Questionnaire.</summary>
    public required Guid QuestionnaireId { get; init; }

    /// <summary>0 for the invitation, from 1 for reminders.</summary>
    public required int Number { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public required DateTime WrittenAt { get; init; }
}

/// <summary>The version takes answers or took some: its questions stay, a changed one belongs to a new version.</summary>
public sealed record QuestionnaireFrozen() : Error("questionnaire_frozen", ErrorKind.Conflict);

/// <summary>There is a draft already, or nothing frozen to begin the next version from.</summary>
public sealed record QuestionnaireDraftThere() : Error("questionnaire_draft_there", ErrorKind.Conflict);

/// <summary>The study has a questionnaire for this audience and purpose.</summary>
public sealed record QuestionnaireThere() : Error("questionnaire_there", ErrorKind.Conflict);

/// <summary>The person answered before; what was answered then stands.</summary>
public sealed record AnsweredBefore() : Error("answered_before", ErrorKind.Conflict);
