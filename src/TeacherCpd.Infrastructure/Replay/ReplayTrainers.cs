using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Infrastructure.Replay;

/// <summary>The trainers of the replay: who teaches, who is trained in which year, and the campaign of the year.</summary>
internal sealed class ReplayTrainers(ReplayWorld world, ReplayPlan plan, ReplaySteps steps)
{
    private const string Basis = "ҚР ПШО бұйрығы";
    private static readonly Guid Campaign = ReplayWorld.IdOf("campaign");

    private Dictionary<string, Guid>? programmes;
    private Guid rubric;

    /// <summary>
    /// Those who teach the groups. The source does not say which of its trainers taught: they were trained before the years that it
    /// counts, and stand in none of its tables.
    /// </summary>
    public async Task AddTeachingAsync(CancellationToken cancellationToken)
    {
        var number = 5_000;
        foreach (var code in plan.Groups.Select(g => g.Code).Distinct().Order(StringComparer.Ordinal))
        {
            for (var i = 0; i < steps.TrainersFor(code); i++)
            {
                var name = $"teaching/{code}/{i}";
                await EnterAsync(name, number++, TrainerSource.CentreStaff, cancellationToken);
                await TrainAsync(name, code, new DateOnly(2019, 12, 2), new DateOnly(2021, 9, 1), new DateOnly(2024, 12, 31), cancellationToken);
            }
        }
    }

    /// <summary>Trains those of a year of table 7 or 8, a share of them: the months of the year share the trainings.</summary>
    /// <param name="year">Year.</param>
    /// <param name="part">Part, from 0.</param>
    /// <param name="of">How many parts.</param>
    /// <param name="on">Day of the training.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task TrainAsync(int year, int part, int of, DateOnly on, CancellationToken cancellationToken)
    {
        foreach (var training in plan.Trainings.Where(t => t.Year == year).Where((_, i) => i % of == part))
        {
            var name = NameOf(training);
            await EnterAsync(name, training.Trainer, training.Source, cancellationToken);
            await TrainAsync(name, training.Code, on, on, training.EndsInYear ? new DateOnly(2022, 12, 31) : new DateOnly(2024, 12, 31), cancellationToken);
        }
    }

    /// <summary>The moderator opens the campaign, and each trainer in it hands in a reflective report.</summary>
    public async Task OpenCampaignAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        await world.SendAsync(
            world.Moderator,
            new OpenCampaignCommand(
                Campaign, 2022, rubric, new DateOnly(2022, 12, 31), new DateOnly(2022, 11, 10), new DateOnly(2023, 1, 1), new DateOnly(2023, 12, 31), Basis),
            cancellationToken);
        var due = await world.ReadAsync(db => (
            from recertification in db.Recertifications
            where recertification.CampaignId == Campaign && recertification.Status == RecertificationStatus.AwaitingReport
            join trainer in db.Trainers on recertification.TrainerId equals trainer.Id
            select new { recertification.Id, TrainerId = trainer.Id, trainer.PersonId }).ToListAsync(cancellationToken));
        var numbers = plan.Trainings.Where(t => t.EndsInYear).ToDictionary(t => TrainerOf(NameOf(t)), t => t.Trainer);
        foreach (var one in due)
        {
            var text = ReplayTexts.Reflection(numbers[one.TrainerId]);
            await world.SendAsync(
                one.PersonId,
                new HandInReflectiveReportCommand(
                    ReplayWorld.IdOf($"reflection/{numbers[one.TrainerId]}"), one.Id, null, new ReceivedReport(ReplayFiles.Of(MaterialKind.Report, text), text, 0, 0)),
                cancellationToken);
        }

        foreach (var check in await world.ReadAsync(db => db.ReflectiveChecks
            .Where(c => c.Status == Domain.Originality.CheckStatus.Queued).Select(c => c.Id).ToListAsync(cancellationToken)))
        {
            await world.SendAsSystemAsync(new RunReflectiveCheckCommand(check), cancellationToken);
        }
    }

    /// <summary>Two assessors read each report without its name.</summary>
    public async Task AssessAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        var passes = plan.Trainings.Where(t => t.EndsInYear).ToDictionary(t => TrainerOf(NameOf(t)), t => t.Passes);
        var criteria = await world.ReadAsync(db => db.Rubrics
            .Where(r => r.Id == rubric).SelectMany(r => r.Criteria).OrderBy(c => c.Order).Select(c => c.Id).ToListAsync(cancellationToken));
        foreach (var assessor in world.Assessors.Take(TrainerSheet.Needed))
        {
            while (true)
            {
                var open = await world.ReadAsync(db => db.TrainerSheets
                    .Where(s => s.AuthorId == assessor && s.SignedAt == null).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(cancellationToken));
                if (open is null)
                {
                    var taken = await world.TrySendAsync(assessor, new TakeTrainerReportCommand(), cancellationToken);
                    if (taken.Error is NoReportWaits)
                    {
                        break;
                    }

                    open = taken.Error is null ? taken.Value : throw new InvalidOperationException($"The replay breaks a rule: {taken.Error.Code}.");
                }

                var trainer = await world.ReadAsync(db => (
                    from sheet in db.TrainerSheets
                    where sheet.Id == open
                    join recertification in db.Recertifications on sheet.RecertificationId equals recertification.Id
                    select recertification.TrainerId).SingleAsync(cancellationToken));
                var level = passes[trainer] ? Grade.Satisfactory : Grade.Unsatisfactory;
                await world.SendAsync(
                    assessor,
                    new SignTrainerSheetCommand(
                        open.Value,
                        [.. criteria.Select(c => new MarkEntry(c, level, ReplayTexts.Remark(Domain.Common.Language.Kk)))],
                        ReplayTexts.Remark(Domain.Common.Language.Kk)),
                    cancellationToken);
            }
        }
    }

    /// <summary>The council certifies anew, or carries over to the next campaign.</summary>
    public async Task DecideAsync(CancellationToken cancellationToken)
    {
        var passes = plan.Trainings.Where(t => t.EndsInYear).ToDictionary(t => TrainerOf(NameOf(t)), t => t.Passes);
        var all = await world.ReadAsync(db => db.Recertifications
            .Where(r => r.CampaignId == Campaign).OrderBy(r => r.Number).Select(r => new { r.Id, r.TrainerId }).ToListAsync(cancellationToken));
        foreach (var (outcome, number) in new[] { (RecertificationStatus.Certified, "31"), (RecertificationStatus.NotRecommended, "32") })
        {
            foreach (var some in all.Where(r => passes[r.TrainerId] == (outcome == RecertificationStatus.Certified)).Select(r => r.Id).Chunk(50))
            {
                await world.SendAsync(
                    world.Moderator,
                    new RecordCouncilDecisionCommand(
                        Campaign, outcome, some, number, new DateOnly(2022, 12, 5), outcome == RecertificationStatus.Certified ? null : "Жаңа тәжірибенің нәтижесі бойынша 2023 жылы қайта қаралады."),
                    cancellationToken);
            }
        }

        if (await world.ReadAsync(db => db.RecertificationCampaigns.AnyAsync(c => c.Id == Campaign && c.Status == CampaignStatus.Open, cancellationToken)))
        {
            await world.SendAsync(world.Moderator, new CloseCampaignCommand(Campaign), cancellationToken);
        }
    }

    private static string NameOf(PlannedTraining training) => $"trainer/{training.Trainer}";

    private static Guid TrainerOf(string name) => ReplayWorld.IdOf($"{name}/pool");

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        programmes ??= await world.ReadAsync(db => db.Programmes.ToDictionaryAsync(p => p.Code, p => p.Id, cancellationToken));
        rubric = await world.ReadAsync(db => db.Rubrics.Where(r => r.PublishedAt != null).OrderBy(r => r.Code).Select(r => r.Id).FirstAsync(cancellationToken));
    }

    private async Task EnterAsync(string name, int number, TrainerSource source, CancellationToken cancellationToken)
    {
        if (await world.ReadAsync(db => db.Trainers.AnyAsync(t => t.Id == TrainerOf(name), cancellationToken)))
        {
            return;
        }

        await world.AddTrainerPersonAsync(ReplayWorld.IdOf(name), number, source == TrainerSource.CentreStaff, cancellationToken);
        await world.SendAsync(
            world.Developer,
            new RegisterTrainerCommand(TrainerOf(name), ReplayWorld.TrainerIin(number), source, world.Places["kz/pso/"].Id, TeachingLanguages.Kk | TeachingLanguages.Ru),
            cancellationToken);
        if (source.IsAttracted())
        {
            await world.SendAsync(
                world.Developer,
                new AddTrainerContractCommand(
                    ReplayWorld.IdOf($"{name}/contract"), TrainerOf(name), $"АҚ-{number}", ContractKind.PaidServices, new DateOnly(2020, 1, 6), new DateOnly(2023, 12, 29)),
                cancellationToken);
        }
    }

    private async Task TrainAsync(string name, string code, DateOnly on, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        var programme = programmes![code];
        var status = await world.ReadAsync(db => db.Trainers
            .Where(t => t.Id == TrainerOf(name))
            .SelectMany(t => t.Authorisations)
            .Where(a => a.ProgrammeId == programme)
            .Select(a => (AuthorisationStatus?)a.Status)
            .SingleOrDefaultAsync(cancellationToken));
        if (status is null)
        {
            await world.SendAsync(world.Developer, new TrainTrainerCommand(TrainerOf(name), programme, on, Basis), cancellationToken);
        }

        if (status is null or AuthorisationStatus.Trained)
        {
            await world.SendAsync(world.Developer, new CertifyTrainerCommand(TrainerOf(name), programme, from, until, Basis), cancellationToken);
        }
    }
}
