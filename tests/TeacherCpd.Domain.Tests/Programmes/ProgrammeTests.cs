using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Domain.Tests.Programmes;

public sealed class ProgrammeTests
{
    private static readonly DateOnly Day = new(2026, 2, 10);
    private static readonly Guid Developer = Guid.CreateVersion7();

    [Theory]
    [InlineData(ProgrammeVersionStatus.Draft, false)]
    [InlineData(ProgrammeVersionStatus.PreCourseStudy, false)]
    [InlineData(ProgrammeVersionStatus.Pilot, true)]
    [InlineData(ProgrammeVersionStatus.Corrected, false)]
    [InlineData(ProgrammeVersionStatus.AtCouncil, false)]
    [InlineData(ProgrammeVersionStatus.Agreed, true)]
    [InlineData(ProgrammeVersionStatus.Listed, true)]
    [InlineData(ProgrammeVersionStatus.Revised, false)]
    [InlineData(ProgrammeVersionStatus.Withdrawn, false)]
    public void GroupsAreOpened_InThePilotAndOnceTheCouncilAgreed(ProgrammeVersionStatus status, bool may) =>
        Assert.Equal(may, Version(status).Status.MayOpenGroups());

    [Fact]
    public void Phases_AreNumberedAsTheyAreAdded()
    {
        var version = Version(ProgrammeVersionStatus.Draft);
        version.AddPhase(PhaseKind.Classroom, 80, 10);
        version.AddPhase(PhaseKind.SchoolPractice, 80, null);

        Assert.Equal(
            [(1, PhaseKind.Classroom, (int?)10), (2, PhaseKind.SchoolPractice, null)],
            version.Phases.Select(p => (p.Order, p.Kind, p.Days)));
    }

    [Fact]
    public void AVersion_TakesEveryStepToTheList()
    {
        var (programme, version) = Draft();
        Assert.Null(version.Revise(Content()));

        Assert.Null(version.Advance(ProgrammeVersionStatus.PreCourseStudy, null, Developer, Day));
        Assert.Null(version.Advance(ProgrammeVersionStatus.Pilot, null, Developer, Day));
        Assert.Null(version.Advance(ProgrammeVersionStatus.Corrected, "Кейс қосылды", Developer, Day));
        Assert.Null(version.Advance(ProgrammeVersionStatus.AtCouncil, null, Developer, Day));
        Assert.Null(version.Advance(ProgrammeVersionStatus.Corrected, "Кеңес ескертуі", Developer, Day.AddDays(9)));
        Assert.Null(version.Advance(ProgrammeVersionStatus.AtCouncil, null, Developer, Day));
        Assert.Null(programme.Agree(version, Paper(ApprovalKind.CouncilProtocol)));
        Assert.Null(version.List(Paper(ApprovalKind.CommitteeLetter)));

        Assert.Equal(ProgrammeVersionStatus.Listed, version.Status);
        Assert.Equal([("Кейс қосылды", Day), ("Кеңес ескертуі", Day.AddDays(9))], version.Corrections.Select(c => (c.Text, c.Date)));
        Assert.Equal(2, version.Approvals.Count);
    }

    [Fact]
    public void Nobody_AdvancesPastTheCouncilWithoutAPaper()
    {
        var version = Version(ProgrammeVersionStatus.AtCouncil);

        foreach (var to in new[] { ProgrammeVersionStatus.Agreed, ProgrammeVersionStatus.Listed, ProgrammeVersionStatus.Revised, ProgrammeVersionStatus.Withdrawn })
        {
            Assert.IsType<StepNotAllowed>(version.Advance(to, null, Developer, Day));
        }
    }

    [Fact]
    public void APilot_NeedsTheStudyAndTheCouncilHoursAndACorrectionItsText()
    {
        Assert.IsType<StudyMissing>(Version(ProgrammeVersionStatus.PreCourseStudy).Advance(ProgrammeVersionStatus.Pilot, null, Developer, Day));
        Assert.IsType<CorrectionMissing>(Version(ProgrammeVersionStatus.Pilot).Advance(ProgrammeVersionStatus.Corrected, " ", Developer, Day));
        Assert.IsType<HoursMissing>(Version(ProgrammeVersionStatus.Corrected).Advance(ProgrammeVersionStatus.AtCouncil, null, Developer, Day));
    }

    [Theory]
    [InlineData(176, null)]
    [InlineData(null, null)]
    [InlineData(170, 176)]
    public void Hours_AreTheSumOfThePhases(int? hours, int? refusedWith)
    {
        var version = Version(ProgrammeVersionStatus.Draft);

        var error = version.Revise(Content() with
        {
            Hours = hours,
            Phases = [new(PhaseKind.Classroom, 56, 7), new(PhaseKind.SchoolPractice, 80, 20), new(PhaseKind.Classroom, 40, 5)],
        });

        Assert.Equal(refusedWith is { } sum ? new HoursNotSumOfPhases(sum) : null, error);
        Assert.Equal(refusedWith is null ? 176 : null, version.Hours);
    }

    [Fact]
    public void Modules_AreNotLongerThanTheProgramme()
    {
        var title = new LocalizedText("а", "б", "c");

        Assert.Equal(
            new ModulesTooLong(90, 80),
            Version(ProgrammeVersionStatus.Draft).Revise(Content() with { Modules = [new(title, 50, ActivityTypes.Case, false), new(title, 40, ActivityTypes.None, true)] }));
    }

    [Theory]
    [InlineData(ProgrammeVersionStatus.AtCouncil)]
    [InlineData(ProgrammeVersionStatus.Agreed)]
    [InlineData(ProgrammeVersionStatus.Listed)]
    [InlineData(ProgrammeVersionStatus.Revised)]
    [InlineData(ProgrammeVersionStatus.Withdrawn)]
    public void AVersionThatTheCouncilSaw_NeverChanges(ProgrammeVersionStatus status)
    {
        var version = Version(status);

        Assert.Equal(new VersionFrozen(status), version.Revise(Content()));
        Assert.Null(version.Hours);
    }

    [Fact]
    public void ANewVersion_HasTheContentOfTheOldAndReplacesItOnceAgreed()
    {
        var (programme, first) = Draft();
        Assert.Null(first.Revise(Content() with { Support = [new PlannedContact(ContactKind.Survey, 3)] }));
        ToCouncil(first);
        Assert.Equal(new DraftIsThere(1), programme.DraftNewVersion("Сағат өзгерді", out _));
        Assert.Null(programme.Agree(first, Paper(ApprovalKind.CouncilProtocol)));

        Assert.Null(programme.DraftNewVersion("Сағат өзгерді", out var second));

        Assert.Equal((2, ProgrammeVersionStatus.Draft, "Сағат өзгерді"), (second!.Number, second.Status, second.ChangeReason));
        Assert.Equal(first.Content.Phases, second.Content.Phases);
        Assert.Equal(first.Content.Support, second.Content.Support);
        Assert.Null(second.StudySummary);
        Assert.Equal(ProgrammeVersionStatus.Agreed, first.Status);

        Assert.Null(second.Revise(Content()));
        ToCouncil(second);
        Assert.Null(programme.Agree(second, Paper(ApprovalKind.CouncilProtocol)));
        Assert.Equal((ProgrammeVersionStatus.Revised, ProgrammeVersionStatus.Agreed), (first.Status, second.Status));
        Assert.IsType<StepNotAllowed>(first.List(Paper(ApprovalKind.CommitteeLetter)));
    }

    [Fact]
    public void AWithdrawnVersion_SaysWhyAndStaysWithdrawn()
    {
        var version = Version(ProgrammeVersionStatus.Listed);

        Assert.Null(version.Withdraw("Мазмұны ескірді"));
        Assert.Equal((ProgrammeVersionStatus.Withdrawn, "Мазмұны ескірді"), (version.Status, version.WithdrawalReason));
        Assert.IsType<StepNotAllowed>(version.Withdraw("Тағы"));
        Assert.Equal("Мазмұны ескірді", version.WithdrawalReason);
    }

    [Theory]
    [InlineData(TeachingLanguages.None, Language.En, true)]
    [InlineData(TeachingLanguages.Kk | TeachingLanguages.Ru, Language.Ru, true)]
    [InlineData(TeachingLanguages.Kk | TeachingLanguages.Ru, Language.En, false)]
    public void Languages_NamedNoneMeansAny(TeachingLanguages languages, Language language, bool taught) => Assert.Equal(taught, languages.Teaches(language));

    [Fact]
    public void BeforeTheList_EverythingButTheCodeIsCorrected()
    {
        var (programme, _) = Draft();

        Assert.Null(programme.Correct(new LocalizedText("Жаңа", "Новое", "New"), AudienceTypes.Mentor, ProgrammeDirections.Subject, EducationLevel.Preschool));

        Assert.Equal(
            (new LocalizedText("Жаңа", "Новое", "New"), AudienceTypes.Mentor, ProgrammeDirections.Subject, EducationLevel.Preschool, ""),
            (programme.Title, programme.Audiences, programme.Direction, programme.Level, programme.Aliases));
    }

    [Fact]
    public void OnceListed_DirectionAndLevelStayAndTheFormerTitleIsKept()
    {
        var (programme, version) = Draft();
        version.Revise(Content());
        ToCouncil(version);
        programme.Agree(version, Paper(ApprovalKind.CouncilProtocol));
        var (former, level) = (programme.Title, programme.Level);
        Assert.False(programme.WasListed);
        version.List(Paper(ApprovalKind.CommitteeLetter));
        version.Withdraw("Ескірді");
        programme.AlsoKnownAs(["Бұрыннан"]);

        Assert.Equal(new ListedProgrammeFrozen("Direction"), programme.Correct(former, AudienceTypes.Mentor, ProgrammeDirections.Subject, null));
        Assert.Equal(new ListedProgrammeFrozen("Level"), programme.Correct(former, AudienceTypes.Mentor, programme.Direction, EducationLevel.Preschool));
        Assert.Equal((former, level), (programme.Title, programme.Level));
        Assert.Null(programme.Correct(former with { Kk = "Жаңа" }, AudienceTypes.Mentor, null, null));
        Assert.Equal(("Жаңа", $"Бұрыннан\n{former.Kk}"), (programme.Title.Kk, programme.Aliases));
        Assert.IsType<TooManySpellings>(Full());

        Error? Full()
        {
            programme.AlsoKnownAs([new string('а', Programme.AliasesMaxLength)]);
            return programme.Correct(former, AudienceTypes.Mentor, null, null);
        }
    }

    private static void ToCouncil(ProgrammeVersion version)
    {
        Assert.Null(version.Advance(ProgrammeVersionStatus.PreCourseStudy, null, Developer, Day));
        Assert.Null(version.Advance(ProgrammeVersionStatus.Pilot, null, Developer, Day));
        Assert.Null(version.Advance(ProgrammeVersionStatus.Corrected, "Түзетілді", Developer, Day));
        Assert.Null(version.Advance(ProgrammeVersionStatus.AtCouncil, null, Developer, Day));
    }

    private static (Programme Programme, ProgrammeVersion Version) Draft()
    {
        var programme = new Programme { Code = "P01", Title = new LocalizedText("а", "б", "c"), Direction = "secondary" };
        var version = Version(ProgrammeVersionStatus.Draft);
        programme.Add(version);
        return (programme, version);
    }

    private static VersionContent Content() => new()
    {
        Format = ProgrammeFormat.Classroom,
        Audience = new LocalizedText("а", "б", "c"),
        StudySummary = "214 мұғалім",
        Phases = [new(PhaseKind.Classroom, 80, 10)],
    };

    private static ApprovalDocument Paper(ApprovalKind kind) => new() { Kind = kind, Number = "№ 6", Date = Day };

    private static ProgrammeVersion Version(ProgrammeVersionStatus status) => new()
    {
        Number = 1,
        Status = status,
        Format = ProgrammeFormat.Phased,
        Audience = new LocalizedText("а", "б", "c"),
    };
}
