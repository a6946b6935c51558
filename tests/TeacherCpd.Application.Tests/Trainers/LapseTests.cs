using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Trainers;

/// <summary>A trainer who lapses is taken off groups that have not begun: after a warning, never before.</summary>
public sealed class LapseTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person coordinator = null!;
    private Person methodologist = null!;
    private ProgrammeVersion version = null!;
    private StudyGroup group = null!;
    private Guid trainerId;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        coordinator = await app.Data.PersonAsync(Role.Coordinator);
        methodologist = await app.Data.PersonAsync(Role.ProgrammeDeveloper);
        version = await app.Data.ProgrammeAsync();
        group = await app.Data.OpenGroupAsync(version, startsOn: new DateOnly(2026, 4, 1));
        await app.Data.SessionAsync(group, new DateTime(2026, 4, 1, 4, 0, 0, DateTimeKind.Utc), trainer: await app.LookAsync(db => db.Persons.SingleAsync(p => p.Id == group.TrainerId)));
        trainerId = await app.LookAsync(db => db.Trainers.Where(t => t.PersonId == group.TrainerId).Select(t => t.Id).SingleAsync());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Nobody_is_warned_while_all_may_teach()
    {
        await WatchAsync();

        Assert.Equal(0, await app.LookAsync(db => db.TrainerLapses.CountAsync()));
    }

    [Fact]
    public async Task First_a_warning_to_trainer_and_coordinator_then_taken_off_then_another()
    {
        await SuspendAsync();
        await WatchAsync();
        await WatchAsync();

        var row = Assert.Single(await ListAsync());
        Assert.Equal((LapseStatus.Warned, TrainerObstacle.Suspended, new DateOnly(2026, 2, 24)), (row.Status, row.Obstacle, row.TakeOffOn));
        Assert.Equal(new[] { coordinator.Id, group.TrainerId }.Order(), (await ToldAsync(TrainerNoticeKind.LapseWarning)).Order());
        app.Time.Advance(TimeSpan.FromDays(13));
        await WatchAsync();
        Assert.Equal(LapseStatus.Warned, Assert.Single(await ListAsync()).Status);

        app.Time.Advance(TimeSpan.FromDays(1));
        await WatchAsync();
        Assert.Equal(LapseStatus.TakenOff, Assert.Single(await ListAsync()).Status);
        Assert.Equal(2, (await ToldAsync(TrainerNoticeKind.TakenOff)).Count);
        Assert.Null(await app.LookAsync(db => db.Sessions.Select(s => s.TrainerId).SingleAsync()));
        await app.Data.EnrolmentAsync(group);
        Assert.IsType<GroupWithoutTrainer>((await app.SendAs(coordinator, new StartGroupCommand(group.Id))).Error);

        // the same trainer cannot be set again while suspended, another can
        var form = (await app.SendAs(coordinator, new GetGroupEditFormQuery(group.Id))).Value;
        Assert.True(form.TrainerTakenOff);
        Assert.IsType<TrainerMayNotTeach>((await app.SendAs(coordinator, new EditGroupCommand(group.Id, form.Revision, form.Plan))).Error);
        var other = await app.Data.PersonAsync(Role.Trainer);
        Assert.Null((await app.SendAs(coordinator, new EditGroupCommand(group.Id, form.Revision, form.Plan with { TrainerId = other.Id }))).Error);
        Assert.Empty(await ListAsync());
        Assert.Null((await app.SendAs(coordinator, new StartGroupCommand(group.Id))).Error);
    }

    [Fact]
    public async Task Whoever_is_authorised_again_in_time_stays()
    {
        await SuspendAsync();
        await WatchAsync();
        Assert.Null((await app.SendAs(methodologist, new LiftSuspensionCommand(trainerId, version.ProgrammeId, "Оралды"))).Error);
        app.Time.Advance(TimeSpan.FromDays(20));

        await WatchAsync();

        Assert.Empty(await ListAsync());
        Assert.Null(await app.LookAsync(db => db.Groups.Where(g => g.Id == group.Id).Select(g => g.TrainerTakenOffAt).SingleAsync()));
    }

    [Fact]
    public async Task The_term_ends_a_day_before_the_group_begins()
    {
        app.Time.Advance(TimeSpan.FromDays(45));
        await SuspendAsync();
        await WatchAsync();

        Assert.Equal((new DateOnly(2026, 3, 27), new DateOnly(2026, 3, 31)), (app.Time.Today(), Assert.Single(await ListAsync()).TakeOffOn));
    }

    [Fact]
    public async Task A_group_that_began_keeps_its_trainer()
    {
        await SuspendAsync();
        await WatchAsync();
        await app.Data.EnrolmentAsync(group);
        Assert.Null((await app.SendAs(coordinator, new StartGroupCommand(group.Id))).Error);
        app.Time.Advance(TimeSpan.FromDays(20));

        await WatchAsync();

        Assert.Equal(LapseStatus.Resolved, await app.LookAsync(db => db.TrainerLapses.Select(l => l.Status).SingleAsync()));
        Assert.Null(await app.LookAsync(db => db.Groups.Where(g => g.Id == group.Id).Select(g => g.TrainerTakenOffAt).SingleAsync()));
    }

    [Fact]
    public async Task Another_branch_reads_nothing_of_it()
    {
        await SuspendAsync();
        await WatchAsync();

        Assert.Empty((await app.SendAs(await app.Data.PersonAsync(Role.Coordinator, w => w.OtherBranch), new GetTrainerLapsesQuery())).Value);
    }

    private async Task SuspendAsync() =>
        Assert.Null((await app.SendAs(methodologist, new SuspendTrainerCommand(trainerId, version.ProgrammeId, "Демалыс"))).Error);

    private async Task WatchAsync() => Assert.Null((await app.SendAsSystem(new WatchTrainersCommand())).Error);

    private async Task<IReadOnlyList<TrainerLapseRow>> ListAsync() => (await app.SendAs(coordinator, new GetTrainerLapsesQuery())).Value;

    private Task<List<Guid>> ToldAsync(TrainerNoticeKind kind) => app.LookAsync(db => db.TrainerNotices.Where(n => n.Kind == kind).Select(n => n.RecipientId).ToListAsync());
}
