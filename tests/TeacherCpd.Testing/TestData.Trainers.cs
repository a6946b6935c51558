using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Testing;

/// <summary>
/// Trainers of the pool. Whoever is made with the role is staff of the centre and certified for every programme of the test, so that
/// a test about something else has groups that may be opened; a test about authorisations takes them away.
/// </summary>
public sealed partial class TestData
{
    private readonly List<Guid> pool = [];
    private readonly List<Guid> taught = [];

    /// <summary>First day of the certifications that trainers are made with.</summary>
    public static readonly DateOnly CertifiedFrom = new(2020, 1, 1);

    /// <summary>Their last day.</summary>
    public static readonly DateOnly CertifiedUntil = new(2029, 12, 31);

    private StepGround Ground => new(CertifiedFrom, "№ 1", null, Now);

    /// <summary>Somebody in the pool, certified for nothing.</summary>
    public async Task<(Person Person, Trainer Trainer)> PoolTrainerAsync(
        TrainerSource source = TrainerSource.CentreStaff, bool inOtherBranch = false, TeachingLanguages languages = TeachingLanguages.Kk)
    {
        var world = await WorldAsync();
        var person = await PersonAsync(Role.Teacher);
        await ChangeAsync(async db =>
        {
            var tracked = await db.Persons.Include(p => p.Roles).SingleAsync(p => p.Id == person.Id);
            tracked.Receives(Role.Trainer, (inOtherBranch ? world.OtherBranch : world.Branch).Id);
        });
        var trainer = Trainer.Register(Guid.CreateVersion7(), person.Id, source, (inOtherBranch ? world.OtherBranch : world.Branch).Id, languages, Now);
        await SaveAsync(trainer);
        return (person, trainer);
    }

    /// <summary>Changes a trainer past the use cases.</summary>
    public Task ChangeTrainerAsync(Guid trainerId, Action<Trainer> change) => ChangeAsync(async db =>
        change(await db.Trainers.Include(t => t.Authorisations).ThenInclude(a => a.Steps).Include(t => t.Contracts).SingleAsync(t => t.Id == trainerId)));

    /// <summary>Trains and certifies somebody of the pool for a programme.</summary>
    public Task CertifyAsync(Guid trainerId, Guid programmeId, DateOnly from, DateOnly until) => ChangeTrainerAsync(trainerId, trainer =>
    {
        if (trainer.For(programmeId) is null)
        {
            trainer.Train(programmeId, Ground);
        }

        trainer.For(programmeId)!.Certify(from, until, Ground);
    });

    private async Task EnterTrainerAsync(Person person, Organisation place)
    {
        var trainer = Trainer.Register(Guid.CreateVersion7(), person.Id, TrainerSource.CentreStaff, place.Id, TeachingLanguages.Kk | TeachingLanguages.Ru, Now);
        pool.Add(trainer.Id);
        taught.ForEach(programme => Certify(trainer, programme));
        await SaveAsync(trainer);
    }

    private async Task CertifyForAsync(Guid programmeId)
    {
        taught.Add(programmeId);
        if (pool.Count > 0)
        {
            await ChangeAsync(async db => (await db.Trainers.Include(t => t.Authorisations).Where(t => pool.Contains(t.Id)).ToListAsync())
                .ForEach(trainer => Certify(trainer, programmeId)));
        }
    }

    private void Certify(Trainer trainer, Guid programme)
    {
        trainer.Train(programme, Ground);
        trainer.For(programme)!.Certify(CertifiedFrom, CertifiedUntil, Ground);
    }
}
