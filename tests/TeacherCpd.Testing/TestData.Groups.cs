using System.Globalization;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Testing;

/// <summary>Groups that stand in the catalogue, and programmes with papers.</summary>
public sealed partial class TestData
{
    /// <summary>A group that takes applications: it begins in the days to come.</summary>
    public async Task<StudyGroup> OpenGroupAsync(
        ProgrammeVersion? version = null, Language language = Language.Kk, DateOnly? startsOn = null, int capacity = 25, bool inOtherBranch = false)
    {
        var world = await WorldAsync();
        version ??= await ProgrammeAsync();
        var trainer = await PersonAsync(Role.Trainer);
        var first = startsOn ?? new DateOnly(2026, 3, 2);
        var group = new StudyGroup
        {
            Code = string.Create(CultureInfo.InvariantCulture, $"G-2026-{++counter:000}"),
            ProgrammeVersionId = version.Id,
            BranchId = (inOtherBranch ? world.OtherBranch : world.Branch).Id,
            Language = language,
            StartsOn = first,
            EndsOn = first.AddDays(18),
            TrainerId = trainer.Id,
            Capacity = capacity,
        };
        await SaveAsync(group);
        return group;
    }

    /// <summary>A programme with a version of phases and papers.</summary>
    public async Task<ProgrammeVersion> ProgrammeOfRegisterAsync(
        string code, LocalizedText title, ProgrammeVersionStatus status, string direction = "secondary", string aliases = "", params IEnumerable<ApprovalDocument> papers)
    {
        var rubric = await RubricAsync();
        var programme = new Programme { Code = code, Title = title, Direction = direction, Aliases = aliases };
        var version = new ProgrammeVersion
        {
            ProgrammeId = programme.Id,
            Number = 1,
            Status = status,
            Hours = 176,
            Format = ProgrammeFormat.Phased,
            Audience = Text("мектеп командалары"),
            RubricId = rubric.Id,
        };
        version.AddPhase(PhaseKind.Classroom, 56, 7);
        version.AddPhase(PhaseKind.SchoolPractice, 80, 20);
        version.AddPhase(PhaseKind.Classroom, 40, null);
        foreach (var paper in papers)
        {
            version.Approve(paper);
        }

        programme.Add(version);
        await SaveAsync(programme);
        return version;
    }

    /// <summary>A protocol of the Expert Council.</summary>
    public static ApprovalDocument Protocol(string number) =>
        new() { Kind = ApprovalKind.CouncilProtocol, Number = number, Date = new DateOnly(2022, 12, 5) };

    /// <summary>A letter of the Committee.</summary>
    public static ApprovalDocument Letter(string number) =>
        new() { Kind = ApprovalKind.CommitteeLetter, Number = number, Date = new DateOnly(2022, 12, 20) };
}
