using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups.Lists;

namespace TeacherCpd.Domain.Tests.Groups.Lists;

public sealed class EnrolmentListTests
{
    private static readonly DateTime Now = new(2026, 2, 10, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void AnImportedList_KeepsItsOutcome_AndIsNeitherImportedAgainNorThrownAway()
    {
        var list = New();

        Assert.Null(list.Import("№ 7, 01.02.2026", new ListOutcome(3, 2, 1), Now));

        Assert.IsType<StepNotAllowed>(list.Import("№ 8, 01.02.2026", new ListOutcome(0, 0, 0), Now));
        Assert.IsType<StepNotAllowed>(list.Discard(Now));
        Assert.Equal(("№ 7, 01.02.2026", new ListOutcome(3, 2, 1), (DateTime?)Now), (list.Basis, list.Outcome, list.ClosedAt));
    }

    [Fact]
    public void AListThrownAway_IsNotImported()
    {
        var list = New();

        Assert.Null(list.Discard(Now));

        Assert.IsType<StepNotAllowed>(list.Import("№ 7, 01.02.2026", new ListOutcome(3, 2, 1), Now));
        Assert.Null(list.Basis);
    }

    private static EnrolmentList New() =>
        new() { GroupId = Guid.CreateVersion7(), OwnerId = Guid.CreateVersion7(), FileName = "тізім.csv", RowCount = 6, CreatedAt = Now };
}
