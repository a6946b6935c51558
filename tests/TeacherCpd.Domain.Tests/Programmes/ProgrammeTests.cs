using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Domain.Tests.Programmes;

public sealed class ProgrammeTests
{
    [Theory]
    [InlineData(ProgrammeVersionStatus.Draft, false)]
    [InlineData(ProgrammeVersionStatus.AtCouncil, false)]
    [InlineData(ProgrammeVersionStatus.Agreed, true)]
    [InlineData(ProgrammeVersionStatus.Listed, true)]
    [InlineData(ProgrammeVersionStatus.Withdrawn, false)]
    public void GroupsAreOpened_OnceTheCouncilAgreed(ProgrammeVersionStatus status, bool may) =>
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

    private static ProgrammeVersion Version(ProgrammeVersionStatus status) => new()
    {
        Number = 1,
        Status = status,
        Format = ProgrammeFormat.Phased,
        Audience = new LocalizedText("а", "б", "c"),
        RubricId = Guid.CreateVersion7(),
    };
}
