using System.Text;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Trainers;

/// <summary>School coaches, and what brings trainers to a common understanding.</summary>
public sealed class CoachTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 1, 20);

    private TestApp app = null!;
    private Person coordinator = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        var world = await app.Data.WorldAsync();
        await app.Data.SaveAsync(new BranchRegion { BranchId = world.Branch.Id, RegionId = world.Region.Id });
        coordinator = await app.Data.PersonAsync(Role.Coordinator);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_list_enters_those_it_can_and_tells_the_others_by_their_row()
    {
        var (first, second) = (await app.Data.PersonAsync(Role.Teacher), await app.Data.PersonAsync(Role.Teacher));
        var elsewhere = await app.Data.PersonAsync(Role.Teacher, w => w.OtherSchool);
        var file = $"Тегі;ЖСН\nА;{first.Iin}\nБ;{second.Iin}\nВ;{elsewhere.Iin}\nГ;{TestData.NewIin(9001)}\nҒ;12\n";
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(file));
        var lines = (await app.SendAs(coordinator, new ReadCoachListQuery(content, "tizim.csv"))).Value;

        var import = (await app.SendAs(coordinator, new ImportCoachesCommand(lines, CoachDirection.Methods, Day))).Value;
        Assert.Equal((2, 0), (import.Added, import.Known));
        Assert.Equal([(4, CoachFaultKind.NotInReach), (5, CoachFaultKind.NotKnown), (6, CoachFaultKind.NoNumber)], import.Faults.Select(f => (f.Row, f.Kind)));
        var again = (await app.SendAs(coordinator, new ImportCoachesCommand(lines, CoachDirection.Methods, Day))).Value;
        Assert.Equal((0, 2), (again.Added, again.Known));
        Assert.Equal(1, (await app.SendAs(coordinator, new ImportCoachesCommand([new CoachLine(1, first.Iin)], CoachDirection.Analytical, Day))).Value.Added);

        Assert.Equal(3, (await app.SendAs(coordinator, new GetCoachesQuery(null, null, 1))).Value.Coaches.Total);
        Assert.Equal(1, (await app.SendAs(coordinator, new GetCoachesQuery(null, CoachDirection.Analytical, 1))).Value.Coaches.Total);
        Assert.Equal(0, (await app.SendAs(await app.Data.PersonAsync(Role.Coordinator, w => w.OtherBranch), new GetCoachesQuery(null, null, 1))).Value.Coaches.Total);
        Assert.IsType<Forbidden>((await app.SendAs(first, new GetCoachesQuery(null, null, 1))).Error);
    }

    [Fact]
    public async Task A_file_that_is_no_list_is_refused_at_its_field()
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("Тегі;Аты\nА;Б\n"));

        var refused = Assert.IsType<InvalidInput>((await app.SendAs(coordinator, new ReadCoachListQuery(content, "tizim.csv"))).Error);
        Assert.Equal(("File", "list_without_iin_column"), Assert.Single(refused.Faults) is var fault ? (fault.Field, fault.Code) : default);
    }

    [Fact]
    public async Task An_event_is_recorded_once_with_who_took_part()
    {
        var methodologist = await app.Data.PersonAsync(Role.ProgrammeDeveloper);
        var (first, second) = (await app.Data.PoolTrainerAsync(), await app.Data.PoolTrainerAsync(inOtherBranch: true));
        var command = new RecordStandardisationCommand(
            Guid.CreateVersion7(), StandardisationKind.Webinar, "Дереккөзге сілтеме", Day, "Келісілді.", "https://example.kz/1", [first.Trainer.Id, second.Trainer.Id]);
        Assert.Null((await app.SendAs(methodologist, command)).Error);
        Assert.Null((await app.SendAs(methodologist, command)).Error);

        var view = (await app.SendAs(methodologist, new GetStandardisationQuery(2026))).Value;
        Assert.Equal(2, Assert.Single(view.Events).TookPart.Count);
        Assert.Equal((1, 2), Assert.Single(view.Counts) is var count ? (count.Events, count.TookPart) : default);

        // a coordinator reads the names of the own branch only
        Assert.Single(Assert.Single((await app.SendAs(coordinator, new GetStandardisationQuery(2026))).Value.Events).TookPart);
        Assert.IsType<Forbidden>((await app.SendAs(coordinator, command with { EventId = Guid.CreateVersion7() })).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(methodologist, command with { EventId = Guid.CreateVersion7(), Link = "javascript:alert(1)" })).Error);
    }
}
