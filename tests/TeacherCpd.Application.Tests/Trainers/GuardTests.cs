using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Trainers;

/// <summary>Nobody is set on a group without an authorisation on all its days and, where attracted, a contract.</summary>
public sealed class GuardTests : IAsyncLifetime
{
    private static readonly DateOnly First = new(2026, 3, 2);
    private static readonly DateOnly Last = new(2026, 3, 20);

    private TestApp app = null!;
    private World world = null!;
    private Person coordinator = null!;
    private ProgrammeVersion version = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        world = await app.Data.WorldAsync();
        coordinator = await app.Data.PersonAsync(Role.Coordinator);
        version = await app.Data.ProgrammeAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_group_is_opened_with_a_certified_trainer_only()
    {
        var (person, trainer) = await app.Data.PoolTrainerAsync();

        Assert.Equal(TrainerObstacle.NotTrained, Assert.IsType<TrainerMayNotTeach>((await OpenAsync(person)).Error).Obstacle);
        await app.Data.CertifyAsync(trainer.Id, version.ProgrammeId, First.AddDays(1), Last);
        Assert.Equal((TrainerObstacle.BeginsLate, First.AddDays(1)), Assert.IsType<TrainerMayNotTeach>((await OpenAsync(person)).Error) is var late ? (late.Obstacle, late.Day!.Value) : default);
        await app.Data.CertifyAsync(trainer.Id, version.ProgrammeId, First, Last);
        Assert.Null((await OpenAsync(person)).Error);
        Assert.Equal(1, await app.LookAsync(db => db.Groups.CountAsync()));
    }

    [Fact]
    public async Task An_attracted_trainer_needs_a_contract_too()
    {
        var (person, trainer) = await app.Data.PoolTrainerAsync(TrainerSource.GeneralSchools);
        await app.Data.CertifyAsync(trainer.Id, version.ProgrammeId, First, Last);

        Assert.Equal(TrainerObstacle.NoContract, Assert.IsType<TrainerMayNotTeach>((await OpenAsync(person)).Error).Obstacle);
        Assert.Null((await app.SendAs(coordinator, new AddTrainerContractCommand(Guid.CreateVersion7(), trainer.Id, "АҚ-1", ContractKind.PaidServices, First, Last))).Error);
        Assert.Null((await OpenAsync(person)).Error);
    }

    [Fact]
    public async Task A_group_keeps_its_trainer_while_only_the_venue_changes_and_other_days_are_asked_anew()
    {
        var (person, trainer) = await app.Data.PoolTrainerAsync();
        await app.Data.CertifyAsync(trainer.Id, version.ProgrammeId, First, Last);
        var id = (await OpenAsync(person)).Value;
        await app.Data.ChangeTrainerAsync(trainer.Id, t => t.For(version.ProgrammeId)!.Suspend(new StepGround(First, "x", null, app.Time.GetUtcNow().UtcDateTime)));

        Assert.Null((await EditAsync(id, p => p with { Venue = "№ 3" })).Error);
        Assert.Equal(TrainerObstacle.Suspended, Assert.IsType<TrainerMayNotTeach>((await EditAsync(id, p => p with { EndsOn = Last.AddDays(-1) })).Error).Obstacle);
        var other = await app.Data.PoolTrainerAsync();
        Assert.Equal(TrainerObstacle.NotTrained, Assert.IsType<TrainerMayNotTeach>((await EditAsync(id, p => p with { TrainerId = other.Person.Id })).Error).Obstacle);
        await app.Data.CertifyAsync(other.Trainer.Id, version.ProgrammeId, First, Last);
        Assert.Null((await EditAsync(id, p => p with { TrainerId = other.Person.Id })).Error);
    }

    [Fact]
    public async Task The_trainer_of_a_single_session_is_asked_for_its_day()
    {
        var group = await app.Data.OpenGroupAsync(version);
        var (person, trainer) = await app.Data.PoolTrainerAsync();
        await app.Data.CertifyAsync(trainer.Id, version.ProgrammeId, group.StartsOn, group.StartsOn.AddDays(1));
        var stamp = (await app.SendAs(coordinator, new GetTimetableQuery(group.Id))).Value.Stamp;

        var refused = Assert.IsType<InvalidInput>((await app.SendAs(coordinator, new SaveTimetableCommand(group.Id, stamp, [Row(0), Row(2)], false))).Error);
        Assert.Equal(("Rows[1].TrainerId", "trainer_may_not_teach"), Assert.Single(refused.Faults) is var fault ? (fault.Field, fault.Code) : default);
        Assert.Null((await app.SendAs(coordinator, new SaveTimetableCommand(group.Id, stamp, [Row(0), Row(1)], false))).Error);

        SessionRow Row(int day) => new(null, 1, PhaseKind.Classroom, group.StartsOn.AddDays(day), new TimeOnly(9, 0), new TimeOnly(11, 0), person.Id, null, null);
    }

    [Fact]
    public async Task Proposals_go_by_language_calendar_region_and_load()
    {
        var far = await CertifiedAsync(inOtherBranch: true, TeachingLanguages.Kk);
        var busy = await CertifiedAsync(false, TeachingLanguages.Kk);
        var silent = await CertifiedAsync(false, TeachingLanguages.Ru);
        var loaded = await CertifiedAsync(false, TeachingLanguages.Kk);
        var free = await CertifiedAsync(false, TeachingLanguages.Kk);
        await app.Data.PoolTrainerAsync();
        await app.Data.SaveAsync(Group(busy, First, "B"), Group(loaded, new DateOnly(2026, 9, 1), "L"));
        var untrained = await app.Data.PoolTrainerAsync(TrainerSource.Preschools);

        var found = (await app.SendAs(coordinator, new FindTrainersQuery(version.Id, world.Branch.Id, Language.Kk, First, Last, untrained.Person.Id))).Value;

        Assert.Equal([TrainerObstacle.NotTrained, TrainerObstacle.NoContract], found.Obstacles.Select(o => o.Kind));
        Assert.Equal([free.Id, loaded.Id, far.Id, busy.Id, silent.Id], found.Proposals.Select(p => p.PersonId));
        Assert.Equal(["B"], found.Proposals.Single(p => p.PersonId == busy.Id).Clashes);
        Assert.False(found.Proposals.Single(p => p.PersonId == far.Id).IsNear);
        Assert.IsType<NotFound>((await app.SendAs(coordinator, new FindTrainersQuery(version.Id, world.OtherBranch.Id, Language.Kk, First, Last, null))).Error);
    }

    private StudyGroup Group(Person trainer, DateOnly first, string code) => new()
    {
        Code = code,
        ProgrammeVersionId = version.Id,
        BranchId = world.Branch.Id,
        Language = Language.Kk,
        StartsOn = first,
        EndsOn = first.AddDays(10),
        TrainerId = trainer.Id,
        Capacity = 20,
    };

    private async Task<Person> CertifiedAsync(bool inOtherBranch, TeachingLanguages languages)
    {
        var (person, trainer) = await app.Data.PoolTrainerAsync(TrainerSource.CentreStaff, inOtherBranch, languages);
        await app.Data.CertifyAsync(trainer.Id, version.ProgrammeId, First, Last);
        return person;
    }

    private async Task<Result<Guid>> OpenAsync(Person trainer) =>
        await app.SendAs(coordinator, new OpenGroupCommand(Guid.CreateVersion7(), version.Id, world.Branch.Id, Language.Kk, First, Last, trainer.Id, 25));

    private async Task<Result<Done>> EditAsync(Guid id, Func<GroupPlan, GroupPlan> change)
    {
        var form = (await app.SendAs(coordinator, new GetGroupEditFormQuery(id))).Value;
        return await app.SendAs(coordinator, new EditGroupCommand(id, form.Revision, change(form.Plan)));
    }
}
