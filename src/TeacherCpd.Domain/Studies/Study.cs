using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Studies;

/// <summary>When, seen from the course, a study is made (2022 report, section 7.1, after order № 475 of 7 November 2022).</summary>
public enum StudyKind
{
    /// <summary>Before: problems, needs and expectations.</summary>
    PreCourse,

    /// <summary>During and at the end: content and effect of the course, so that the programme is corrected in time.</summary>
    Course,

    /// <summary>After: the quality of work of those who took the course.</summary>
    PostCourse,
}

/// <summary>How a study collects its data.</summary>
[Flags]
public enum StudyMethods
{
    /// <summary>None was said.</summary>
    None = 0,

    /// <summary>Questionnaires.</summary>
    Survey = 1,

    /// <summary>Observation.</summary>
    Observation = 2,

    /// <summary>Interview.</summary>
    Interview = 4,

    /// <summary>Focus group.</summary>
    FocusGroup = 8,

    /// <summary>Review of documents.</summary>
    DocumentReview = 16,
}

/// <summary>Where a study is.</summary>
public enum StudyStatus
{
    /// <summary>Protocol and questionnaires are being written.</summary>
    Planned,

    /// <summary>Questionnaires are frozen and take answers.</summary>
    Open,

    /// <summary>No more answers are taken; those who run and oversee it see the results.</summary>
    Closed,

    /// <summary>Everybody who is signed in sees the results.</summary>
    Published,
}

/// <summary>Which state of a study may follow which.</summary>
public static class StudyStates
{
    /// <summary>The table; everything not listed is refused.</summary>
    public static readonly Transitions<StudyStatus> Table = new(
        (StudyStatus.Planned, [StudyStatus.Open]),
        (StudyStatus.Open, [StudyStatus.Closed]),
        (StudyStatus.Closed, [StudyStatus.Published]));
}

/// <summary>The protocol of a study: the questions a researcher answers before beginning (2022 report, section 7.1).</summary>
/// <param name="Science">What science says about the matter.</param>
/// <param name="Indicators">Which indicators show what was done, how well, and what was achieved.</param>
/// <param name="Collection">How and at what stages data are collected.</param>
/// <param name="Analysts">Who analyses them.</param>
/// <param name="Confidentiality">How results are used and confidentiality is kept.</param>
/// <param name="ResultAccess">How one gets at the results.</param>
public sealed record StudyProtocol(string Science, string Indicators, string Collection, string Analysts, string Confidentiality, string ResultAccess)
{
    /// <summary>A protocol in which nothing is written yet.</summary>
    public static readonly StudyProtocol Empty = new("", "", "", "", "", "");

    /// <summary>Whether every question of the protocol has its answer.</summary>
    public bool IsComplete =>
        new[] { Science, Indicators, Collection, Analysts, Confidentiality, ResultAccess }.All(answer => answer.Length > 0);
}

/// <summary>All that is written about a study in the register.</summary>
/// <param name="Kind">When it is made.</param>
/// <param name="Title">Title.</param>
/// <param name="HasEnglish">Whether its questionnaires are in English too; Kazakh and Russian they always are.</param>
/// <param name="StartsOn">First planned day.</param>
/// <param name="EndsOn">Last planned day.</param>
/// <param name="Methods">How data are collected.</param>
/// <param name="Protocol">The protocol.</param>
/// <param name="Programmes">Programmes that it concerns.</param>
public sealed record StudyContent(
    StudyKind Kind, LocalizedText Title, bool HasEnglish, DateOnly StartsOn, DateOnly EndsOn, StudyMethods Methods, StudyProtocol Protocol,
    IReadOnlyList<Guid> Programmes);

/// <summary>A study of how courses work, in the register of studies.</summary>
public sealed class Study : Aggregate
{
    /// <summary>Longest title in one language, in characters.</summary>
    public const int TitleLength = 400;

    /// <summary>Longest answer to a question of the protocol, in characters.</summary>
    public const int ProtocolLength = 2000;

    private readonly List<StudyProgramme> programmes = [];
    private readonly List<NeedProposal> proposals = [];

    /// <summary>Organisation that runs it; whoever manages studies there manages this one.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>When it is made.</summary>
    public StudyKind Kind { get; private set; }

    /// <summary>Title.</summary>
    public LocalizedText Title { get; private set; } = new("", "", "");

    /// <summary>Whether its questionnaires are in English too.</summary>
    public bool HasEnglish { get; private set; }

    /// <summary>First planned day.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>Last planned day.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>How data are collected.</summary>
    public StudyMethods Methods { get; private set; }

    /// <summary>What science says about the matter.</summary>
    public string Science { get; private set; } = "";

    /// <summary>Which indicators show what was done, how well, and what was achieved.</summary>
    public string Indicators { get; private set; } = "";

    /// <summary>How and at what stages data are collected.</summary>
    public string Collection { get; private set; } = "";

    /// <summary>Who analyses them.</summary>
    public string Analysts { get; private set; } = "";

    /// <summary>How results are used and confidentiality is kept.</summary>
    public string Confidentiality { get; private set; } = "";

    /// <summary>How one gets at the results.</summary>
    public string ResultAccess { get; private set; } = "";

    /// <summary>State.</summary>
    public StudyStatus Status { get; private set; }

    /// <summary>When it began to take answers (UTC); null before.</summary>
    public DateTime? OpenedAt { get; private set; }

    /// <summary>When it stopped (UTC); null before.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>When its results were published (UTC); null before.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>Programmes that it concerns.</summary>
    public IReadOnlyCollection<StudyProgramme> Programmes => programmes;

    /// <summary>Which programme is proposed for which level of a competence; for a needs diagnosis.</summary>
    public IReadOnlyCollection<NeedProposal> Proposals => proposals;

    /// <summary>The protocol.</summary>
    public StudyProtocol Protocol => new(Science, Indicators, Collection, Analysts, Confidentiality, ResultAccess);

    /// <summary>Enters a study into the register.</summary>
    /// <param name="id">Id.</param>
    /// <param name="organisationId">Organisation that runs it.</param>
    /// <param name="content">What is written about it.</param>
    public static Study Plan(Guid id, Guid organisationId, StudyContent content)
    {
        var study = new Study { Id = id, OrganisationId = organisationId };
        study.Write(content);
        return study;
    }

    /// <summary>Writes it anew. Once it is open, kind and languages stay, since people have answered by them; the protocol may be amended until it is published.</summary>
    /// <param name="content">What is written about it.</param>
    public Error? Revise(StudyContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (Status == StudyStatus.Published)
        {
            return new StudyFixed();
        }

        if (Status != StudyStatus.Planned && (content.Kind != Kind || content.HasEnglish != HasEnglish))
        {
            return new StudyFixed();
        }

        Write(content);
        return null;
    }

    /// <summary>Begins to take answers.</summary>
    /// <param name="at">Now (UTC).</param>
    public Error? Open(DateTime at)
    {
        if (StudyStates.Table.Check(Status, StudyStatus.Open) is { } refused)
        {
            return refused;
        }

        if (!Protocol.IsComplete)
        {
            return new ProtocolIncomplete();
        }

        (Status, OpenedAt) = (StudyStatus.Open, at);
        return null;
    }

    /// <summary>Takes no more answers.</summary>
    /// <param name="at">Now (UTC).</param>
    public Error? Close(DateTime at)
    {
        var refused = StudyStates.Table.Check(Status, StudyStatus.Closed);
        if (refused is null)
        {
            (Status, ClosedAt) = (StudyStatus.Closed, at);
        }

        return refused;
    }

    /// <summary>Shows the results to everybody who is signed in.</summary>
    /// <param name="at">Now (UTC).</param>
    public Error? Publish(DateTime at)
    {
        var refused = StudyStates.Table.Check(Status, StudyStatus.Published);
        if (refused is null)
        {
            (Status, PublishedAt) = (StudyStatus.Published, at);
        }

        return refused;
    }

    /// <summary>Says which programmes are proposed for which level of which competence; what stood there before goes.</summary>
    /// <param name="rows">Rows; a row that is there twice counts once.</param>
    public void Propose(IEnumerable<(Competence Competence, NeedLevel Level, Guid ProgrammeId)> rows)
    {
        var wanted = rows.ToHashSet();
        proposals.RemoveAll(p => !wanted.Contains((p.Competence, p.Level, p.ProgrammeId)));
        proposals.AddRange(wanted
            .Where(w => !proposals.Exists(p => (p.Competence, p.Level, p.ProgrammeId) == w))
            .Select(w => new NeedProposal { StudyId = Id, Competence = w.Competence, Level = w.Level, ProgrammeId = w.ProgrammeId }));
    }

    private void Write(StudyContent content)
    {
        (Kind, Title, HasEnglish, StartsOn, EndsOn, Methods) =
            (content.Kind, content.Title, content.HasEnglish, content.StartsOn, content.EndsOn, content.Methods);
        (Science, Indicators, Collection) = (content.Protocol.Science, content.Protocol.Indicators, content.Protocol.Collection);
        (Analysts, Confidentiality, ResultAccess) = (content.Protocol.Analysts, content.Protocol.Confidentiality, content.Protocol.ResultAccess);
        programmes.RemoveAll(p => !content.Programmes.Contains(p.ProgrammeId));
        programmes.AddRange(content.Programmes.Distinct()
            .Where(id => !programmes.Exists(p => p.ProgrammeId == id))
            .Select(id => new StudyProgramme { StudyId = Id, ProgrammeId = id }));
    }
}

/// <summary>A programme that a study concerns.</summary>
public sealed class StudyProgramme : Entity
{
    /// <summary>Study.</summary>
    public Guid StudyId { get; init; }

    /// <summary>Programme.</summary>
    public Guid ProgrammeId { get; init; }
}

/// <summary>Which programme is proposed to whom a diagnosis found at a level of a competence.</summary>
public sealed class NeedProposal : Entity
{
    /// <summary>Study.</summary>
    public Guid StudyId { get; init; }

    /// <summary>Competence.</summary>
    public Competence Competence { get; init; }

    /// <summary>Level.</summary>
    public NeedLevel Level { get; init; }

    /// <summary>Programme.</summary>
    public Guid ProgrammeId { get; init; }
}

/// <summary>What is open or published does not change any more.</summary>
public sealed record StudyFixed() : Error("study_fixed", ErrorKind.Conflict);

/// <summary>The protocol has questions without an answer: a study does not begin before.</summary>
public sealed record ProtocolIncomplete() : Error("protocol_incomplete", ErrorKind.Conflict);

/// <summary>A study that is to be opened has no questionnaire, or one without a question.</summary>
public sealed record NothingToAsk() : Error("nothing_to_ask", ErrorKind.Conflict);

/// <summary>The study does not take answers: not yet, or no more.</summary>
public sealed record StudyNotOpen() : Error("study_not_open", ErrorKind.Conflict);
