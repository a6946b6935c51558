using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Trainers;

/// <summary>The register of trainers: who enters whom, who sees whom, and what a trainer's page tells.</summary>
public sealed class PoolTests : IAsyncLifetime
{
    private TestApp app = null!;
    private World world = null!;
    private Person coordinator = null!;
    private Person methodologist = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        world = await app.Data.WorldAsync();
        coordinator = await app.Data.PersonAsync(Role.Coordinator);
        methodologist = await app.Data.PersonAsync(Role.ProgrammeDeveloper);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_teacher_is_entered_and_receives_the_role_once()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        var command = new RegisterTrainerCommand(Guid.CreateVersion7(), teacher.Iin, TrainerSource.GeneralSchools, world.Branch.Id, TeachingLanguages.Kk);

        Assert.Null((await app.SendAs(coordinator, command)).Error);
        Assert.Null((await app.SendAs(coordinator, command)).Error);

        Assert.Equal(1, await app.LookAsync(db => db.Trainers.CountAsync(t => t.PersonId == teacher.Id)));
        Assert.Equal(1, await app.LookAsync(db => db.Persons.Where(p => p.Id == teacher.Id).SelectMany(p => p.Roles).CountAsync(r => r.Role == Role.Trainer)));
        Assert.IsType<AlreadyInPool>((await app.SendAs(coordinator, command with { TrainerId = Guid.CreateVersion7() })).Error);
    }

    [Fact]
    public async Task Nobody_is_entered_into_another_branch_or_without_being_known_or_by_themselves()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        var command = new RegisterTrainerCommand(Guid.CreateVersion7(), teacher.Iin, TrainerSource.GeneralSchools, world.OtherBranch.Id, TeachingLanguages.Kk);

        Assert.IsType<NotFound>((await app.SendAs(coordinator, command)).Error);
        Assert.IsType<PersonNotKnown>((await app.SendAs(coordinator, command with { BranchId = world.Branch.Id, Iin = TestData.NewIin(9001) })).Error);
        Assert.IsType<NotOnOneself>((await app.SendAs(coordinator, command with { BranchId = world.Branch.Id, Iin = coordinator.Iin })).Error);
        Assert.IsType<Forbidden>((await app.SendAs(teacher, command)).Error);
    }

    [Fact]
    public async Task A_coordinator_sees_the_trainers_of_the_branch_and_the_methodologist_those_of_the_centre()
    {
        var here = await app.Data.PoolTrainerAsync();
        var there = await app.Data.PoolTrainerAsync(inOtherBranch: true);

        Assert.Equal([here.Trainer.Id], await SeenAsync(coordinator));
        Assert.Equal(new[] { here.Trainer.Id, there.Trainer.Id }.Order(), (await SeenAsync(methodologist)).Order());
        Assert.IsType<NotFound>((await app.SendAs(coordinator, new GetTrainerQuery(there.Trainer.Id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(here.Person, new GetTrainersQuery(null, null, null, null, null, 1))).Error);
    }

    [Fact]
    public async Task The_register_is_searched_by_name_source_programme_and_state()
    {
        var version = await app.Data.ProgrammeAsync();
        var certified = await app.Data.PoolTrainerAsync(TrainerSource.Preschools);
        var trained = await app.Data.PoolTrainerAsync();
        await app.Data.CertifyAsync(certified.Trainer.Id, version.ProgrammeId, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
        Assert.Null((await app.SendAs(methodologist, new TrainTrainerCommand(trained.Trainer.Id, version.ProgrammeId, new DateOnly(2026, 1, 5), "№ 3"))).Error);

        Assert.Equal([certified.Trainer.Id], await SeenAsync(methodologist, source: TrainerSource.Preschools));
        Assert.Equal(2, (await SeenAsync(methodologist, programme: version.ProgrammeId)).Count);
        Assert.Equal([trained.Trainer.Id], await SeenAsync(methodologist, programme: version.ProgrammeId, status: AuthorisationStatus.Trained));
        Assert.Contains(certified.Trainer.Id, await SeenAsync(methodologist, text: certified.Person.FamilyName[..4]));
        Assert.Empty(await SeenAsync(methodologist, text: "Ъъъ"));
        Assert.Empty(await SeenAsync(methodologist, text: "%"));
    }

    [Fact]
    public async Task Only_a_methodologist_authorises_and_the_page_tells_every_step()
    {
        var version = await app.Data.ProgrammeAsync();
        var (person, trainer) = await app.Data.PoolTrainerAsync();
        var train = new TrainTrainerCommand(trainer.Id, version.ProgrammeId, new DateOnly(2026, 1, 5), "№ 3");
        Assert.IsType<Forbidden>((await app.SendAs(coordinator, train)).Error);
        Assert.Null((await app.SendAs(methodologist, train)).Error);
        Assert.IsType<AlreadyTrained>((await app.SendAs(methodologist, train)).Error);
        Assert.Null((await app.SendAs(methodologist, new CertifyTrainerCommand(trainer.Id, version.ProgrammeId, new DateOnly(2026, 2, 1), new DateOnly(2027, 1, 31), "№ 4"))).Error);
        Assert.Null((await app.SendAs(methodologist, new SuspendTrainerCommand(trainer.Id, version.ProgrammeId, "Демалыс"))).Error);

        var mine = (await app.SendAs(person, new GetMyTrainerFileQuery())).Value.File!;
        var authorisation = Assert.Single(mine.Authorisations);
        Assert.Equal((AuthorisationStatus.Suspended, TrainerObstacle.Suspended), (authorisation.Status, authorisation.Obstacle!.Kind));
        Assert.Equal(["№ 3", "№ 4", "Демалыс"], authorisation.Steps.Select(s => s.Basis));

        Assert.Null((await app.SendAs(methodologist, new LiftSuspensionCommand(trainer.Id, version.ProgrammeId, "Оралды"))).Error);
        Assert.Null(Assert.Single((await app.SendAs(methodologist, new GetTrainerQuery(trainer.Id))).Value.File.Authorisations).Obstacle);
    }

    [Fact]
    public async Task Contracts_and_notes_are_recorded_once_and_read_by_the_trainer()
    {
        var (person, trainer) = await app.Data.PoolTrainerAsync(TrainerSource.GeneralSchools);
        var contract = new AddTrainerContractCommand(Guid.CreateVersion7(), trainer.Id, "АҚ-1", ContractKind.PaidServices, new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30));
        var note = new AddTrainerNoteCommand(Guid.CreateVersion7(), trainer.Id, TrainerNoteKind.Observation, new DateOnly(2026, 2, 9), "Мақсат анық.");
        for (var i = 0; i < 2; i++)
        {
            Assert.Null((await app.SendAs(coordinator, contract)).Error);
            Assert.Null((await app.SendAs(coordinator, note)).Error);
        }

        Assert.IsType<InvalidInput>((await app.SendAs(coordinator, contract with { ContractId = Guid.CreateVersion7(), ValidUntil = new DateOnly(2025, 1, 1) })).Error);
        var mine = (await app.SendAs(person, new GetMyTrainerFileQuery())).Value.File!;
        Assert.True(Assert.Single(mine.Contracts).Holds);
        Assert.Equal("Мақсат анық.", Assert.Single(mine.Notes).Words);
    }

    [Fact]
    public async Task The_load_is_counted_from_the_groups()
    {
        var trainer = await app.Data.PersonAsync(Role.Trainer);
        var group = await app.Data.GroupAsync(trainer: trainer);
        await app.Data.EnrolmentAsync(group);
        await app.Data.EnrolmentAsync(group, status: Domain.Groups.EnrolmentStatus.Recommended);

        var taught = Assert.Single((await app.SendAs(trainer, new GetMyTrainerFileQuery())).Value.File!.Taught);
        Assert.Equal((2, 1), (taught.People, taught.Recommended));
    }

    private async Task<IReadOnlyList<Guid>> SeenAsync(
        Person by, string? text = null, TrainerSource? source = null, Guid? programme = null, AuthorisationStatus? status = null) =>
        [.. (await app.SendAs(by, new GetTrainersQuery(text, null, source, programme, status, 1))).Value.Trainers.Items.Select(t => t.Id)];
}
