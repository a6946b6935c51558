using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Domain.Programmes;

/// <summary>A version of a programme. Once agreed it does not change; a change makes a new version.</summary>
public sealed class ProgrammeVersion : Entity
{
    /// <summary>Most academic hours.</summary>
    public const int MostHours = 2000;

    /// <summary>Longest reason, correction or summary, in characters.</summary>
    public const int TextMaxLength = 4000;

    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<ProgrammeVersionStatus> States = new(
        (ProgrammeVersionStatus.Draft, [ProgrammeVersionStatus.PreCourseStudy, ProgrammeVersionStatus.Withdrawn]),
        (ProgrammeVersionStatus.PreCourseStudy, [ProgrammeVersionStatus.Pilot, ProgrammeVersionStatus.Withdrawn]),
        (ProgrammeVersionStatus.Pilot, [ProgrammeVersionStatus.Corrected, ProgrammeVersionStatus.Withdrawn]),
        (ProgrammeVersionStatus.Corrected, [ProgrammeVersionStatus.AtCouncil, ProgrammeVersionStatus.Withdrawn]),
        (ProgrammeVersionStatus.AtCouncil, [ProgrammeVersionStatus.Agreed, ProgrammeVersionStatus.Corrected, ProgrammeVersionStatus.Withdrawn]),
        (ProgrammeVersionStatus.Agreed, [ProgrammeVersionStatus.Listed, ProgrammeVersionStatus.Revised, ProgrammeVersionStatus.Withdrawn]),
        (ProgrammeVersionStatus.Listed, [ProgrammeVersionStatus.Revised, ProgrammeVersionStatus.Withdrawn]));

    private readonly List<ProgrammePhase> phases = [];
    private readonly List<ProgrammeModule> modules = [];
    private readonly List<ProgrammeContact> support = [];
    private readonly List<ProgrammeCorrection> corrections = [];
    private readonly List<ApprovalDocument> approvals = [];
    private ProgrammeVersionStatus status;
    private int? hours;
    private ProgrammeFormat format;
    private LocalizedText audience = null!;
    private ApplicationSteps applicationSteps = ApplicationSteps.Branch;
    private int? teamSize;
    private int minimumAttendance;
    private TeachingLanguages languages;
    private FinalAssessment finalAssessment;
    private Guid? assessingBodyId;

    /// <summary>Programme.</summary>
    public Guid ProgrammeId { get; init; }

    /// <summary>Number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>State.</summary>
    public required ProgrammeVersionStatus Status { get => status; init => status = value; }

    /// <summary>Academic hours, 1 to 2000; null where the source is silent.</summary>
    public int? Hours { get => hours; init => hours = value; }

    /// <summary>Format.</summary>
    public required ProgrammeFormat Format { get => format; init => format = value; }

    /// <summary>Whom it is for.</summary>
    public required LocalizedText Audience { get => audience; init => audience = value; }

    /// <summary>Who decides on an application, in this order: school, education department, branch. None: a place is given at once.</summary>
    public ApplicationSteps ApplicationSteps { get => applicationSteps; init => applicationSteps = value; }

    /// <summary>How many people of one school come together, 2 to 10; null where each comes alone.</summary>
    public int? TeamSize { get => teamSize; init => teamSize = value; }

    /// <summary>Least share of the sessions that a person has to attend to be admitted to assessment, 0 to 100 per cent.</summary>
    public int MinimumAttendance { get => minimumAttendance; init => minimumAttendance = value; }

    /// <summary>Year in which it was developed; null: the year of its protocol.</summary>
    public int? DevelopedIn { get; init; }

    /// <summary>Why it was made from the version before it; null for the first.</summary>
    public string? ChangeReason { get; init; }

    /// <summary>Languages of teaching.</summary>
    public TeachingLanguages Languages { get => languages; init => languages = value; }

    /// <summary>With what it ends.</summary>
    public FinalAssessment FinalAssessment { get => finalAssessment; init => finalAssessment = value; }

    /// <summary>Organisation that assesses; null where none is named.</summary>
    public Guid? AssessingBodyId { get => assessingBodyId; init => assessingBodyId = value; }

    /// <summary>Codes of the competences of the professional standard that it covers, one a line.</summary>
    public string Competences { get; private set; } = "";

    /// <summary>What the study before the course found.</summary>
    public string? StudySummary { get; private set; }

    /// <summary>Address of the study.</summary>
    public string? StudyLink { get; private set; }

    /// <summary>Why it was withdrawn.</summary>
    public string? WithdrawalReason { get; private set; }

    /// <summary>Phases in order; empty where the source names none.</summary>
    public IReadOnlyCollection<ProgrammePhase> Phases => phases;

    /// <summary>Modules in order; empty where the source names none.</summary>
    public IReadOnlyCollection<ProgrammeModule> Modules => modules;

    /// <summary>Contacts of the year after the course; empty: those that the settings name.</summary>
    public IReadOnlyCollection<ProgrammeContact> Support => support;

    /// <summary>What was corrected after the pilot and after the council gave it back.</summary>
    public IReadOnlyCollection<ProgrammeCorrection> Corrections => corrections;

    /// <summary>Protocols and letters; one may serve several versions.</summary>
    public IReadOnlyCollection<ApprovalDocument> Approvals => approvals;

    /// <summary>All that its developers wrote.</summary>
    public VersionContent Content => new()
    {
        Hours = hours,
        Format = format,
        Audience = audience,
        Languages = Languages,
        FinalAssessment = FinalAssessment,
        AssessingBodyId = AssessingBodyId,
        ApplicationSteps = applicationSteps,
        TeamSize = teamSize,
        MinimumAttendance = minimumAttendance,
        Competences = Competences,
        StudySummary = StudySummary,
        StudyLink = StudyLink,
        Phases = [.. phases.OrderBy(p => p.Order).Select(p => p.Content)],
        Modules = [.. modules.OrderBy(m => m.Order).Select(m => m.Content)],
        Support = [.. support.OrderBy(c => c.Month).ThenBy(c => c.Kind).Select(c => new PlannedContact(c.Kind, c.Month))],
    };

    /// <summary>Adds a phase at the end.</summary>
    public void AddPhase(PhaseKind kind, int hours, int? days, int? weeks = null) =>
        phases.Add(new ProgrammePhase { VersionId = Id, Order = phases.Count + 1, Kind = kind, Hours = hours, Days = days, Weeks = weeks });

    /// <summary>Records a protocol or letter of the past, without a step.</summary>
    public void Approve(ApprovalDocument document) => approvals.Add(document);

    /// <summary>Writes the content anew. Refused at the council and ever after; hours are the sum of the phases.</summary>
    public Error? Revise(VersionContent content)
    {
        if (!status.MayBeEdited())
        {
            return new VersionFrozen(status);
        }

        var sum = content.Phases.Sum(p => p.Hours);
        var total = content.Hours ?? (sum > 0 ? sum : null);
        if (content.Phases.Count > 0 && total != sum)
        {
            return new HoursNotSumOfPhases(sum);
        }

        if (content.Modules.Sum(m => m.Hours) is var taught && total is { } all && taught > all)
        {
            return new ModulesTooLong(taught, all);
        }

        Write(content with { Hours = total });
        return null;
    }

    /// <summary>A step of the developers: study, pilot, correction, council. What was corrected has to be said.</summary>
    /// <param name="to">State asked for.</param>
    /// <param name="note">What was corrected; only for a correction.</param>
    /// <param name="by">Who takes the step.</param>
    /// <param name="day">Day.</param>
    public Error? Advance(ProgrammeVersionStatus to, string? note, Guid by, DateOnly day)
    {
        if (to is < ProgrammeVersionStatus.PreCourseStudy or > ProgrammeVersionStatus.AtCouncil)
        {
            return new StepNotAllowed(status.ToString(), to.ToString());
        }

        Error? missing = to switch
        {
            ProgrammeVersionStatus.Pilot when string.IsNullOrWhiteSpace(StudySummary) => new StudyMissing(),
            ProgrammeVersionStatus.Corrected when string.IsNullOrWhiteSpace(note) => new CorrectionMissing(),
            ProgrammeVersionStatus.AtCouncil when hours is null => new HoursMissing(),
            _ => null,
        };
        var error = States.Check(status, to) ?? missing;
        if (error is null)
        {
            status = to;
            if (to == ProgrammeVersionStatus.Corrected)
            {
                corrections.Add(new ProgrammeCorrection { VersionId = Id, Date = day, Text = note!.Trim(), PersonId = by });
            }
        }

        return error;
    }

    /// <summary>Enters it in the list by a letter of the Committee.</summary>
    public Error? List(ApprovalDocument letter) => Move(ProgrammeVersionStatus.Listed, letter);

    /// <summary>Takes it out of the offer. Groups that run finish.</summary>
    public Error? Withdraw(string reason)
    {
        var error = Move(ProgrammeVersionStatus.Withdrawn, null);
        WithdrawalReason = error is null ? reason : WithdrawalReason;
        return error;
    }

    internal Error? Agree(ApprovalDocument protocol) => Move(ProgrammeVersionStatus.Agreed, protocol);

    internal void Replace() => Move(ProgrammeVersionStatus.Revised, null);

    /// <summary>A draft with the same content and the next number.</summary>
    internal ProgrammeVersion Copy(string reason)
    {
        var copy = new ProgrammeVersion
        {
            ProgrammeId = ProgrammeId,
            Number = Number + 1,
            Status = ProgrammeVersionStatus.Draft,
            Format = format,
            Audience = audience,
            ChangeReason = reason,
        };

        // the study before the course is made anew
        copy.Write(Content with { StudySummary = null, StudyLink = null });
        return copy;
    }

    private void Write(VersionContent content)
    {
        hours = content.Hours;
        format = content.Format;
        audience = content.Audience;
        languages = content.Languages;
        finalAssessment = content.FinalAssessment;
        assessingBodyId = content.AssessingBodyId;
        applicationSteps = content.ApplicationSteps;
        teamSize = content.TeamSize;
        minimumAttendance = content.MinimumAttendance;
        Competences = content.Competences;
        StudySummary = content.StudySummary;
        StudyLink = content.StudyLink;

        // rows that stay as they are do not show in the audit
        var before = Content;
        if (!before.Phases.SequenceEqual(content.Phases))
        {
            phases.Clear();
            foreach (var phase in content.Phases)
            {
                AddPhase(phase.Kind, phase.Hours, phase.Days, phase.Weeks);
            }
        }

        if (!before.Modules.SequenceEqual(content.Modules))
        {
            modules.Clear();
            modules.AddRange(content.Modules.Select((m, i) => ProgrammeModule.Of(Id, i + 1, m)));
        }

        var contacts = content.Support.Distinct().OrderBy(c => c.Month).ThenBy(c => c.Kind).ToList();
        if (!before.Support.SequenceEqual(contacts))
        {
            support.Clear();
            support.AddRange(contacts.Select(c => new ProgrammeContact { VersionId = Id, Kind = c.Kind, Month = c.Month }));
        }
    }

    private StepNotAllowed? Move(ProgrammeVersionStatus to, ApprovalDocument? paper)
    {
        var error = States.Check(status, to);
        if (error is null)
        {
            status = to;
            if (paper is not null)
            {
                approvals.Add(paper);
            }
        }

        return error;
    }
}
