using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>What the trainer is authorised for, until when, and what is asked of the trainer.</summary>
[RequirePermission(Permission.BeTrainer)]
public sealed record GetMyTrainerFileQuery : IQuery<MyTrainerFile>;

/// <summary>The own page of a trainer.</summary>
/// <param name="File">Null while the person holds the role and is not in the pool.</param>
/// <param name="Tasks">Recertifications of campaigns that go on.</param>
/// <param name="Lapses">Future groups that the trainer may not teach any more.</param>
public sealed record MyTrainerFile(TrainerFile? File, IReadOnlyList<RecertificationTask> Tasks, IReadOnlyList<LapseOfMine> Lapses);

/// <summary>What a campaign asks.</summary>
/// <param name="IsCarriedOver">Whether new practice has to be told.</param>
/// <param name="MayHandIn">Whether a report is taken now.</param>
/// <param name="Check">State of the check of the latest report; null before one was handed in.</param>
/// <param name="SimilarityPermille">Its figure; null until it is done.</param>
public sealed record RecertificationTask(
    Guid Id,
    string Number,
    int Year,
    string Code,
    LocalizedText Title,
    RecertificationStatus Status,
    DateOnly ReportsUntil,
    bool IsCarriedOver,
    bool MayHandIn,
    Guid? ReportId,
    string? FileName,
    DateTime? ReceivedAt,
    CheckStatus? Check,
    int? SimilarityPermille);

/// <summary>A future group with a trainer who may not teach it.</summary>
public sealed record LapseOfMine(string GroupCode, LapseStatus Status, TrainerObstacle Obstacle, DateOnly TakeOffOn);

internal sealed class GetMyTrainerFileHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetMyTrainerFileQuery, Result<MyTrainerFile>>
{
    public async Task<Result<MyTrainerFile>> Handle(GetMyTrainerFileQuery request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var file = await db.TrainerFileAsync(db.Trainers.Where(t => t.PersonId == user.Me), today, cancellationToken);
        var lapses = await (
            from lapse in db.TrainerLapses
            where lapse.PersonId == user.Me && lapse.Status != LapseStatus.Resolved
            join g in db.Groups on lapse.GroupId equals g.Id
            orderby g.StartsOn, g.Code
            select new LapseOfMine(g.Code, lapse.Status, lapse.Obstacle, lapse.TakeOffOn))
            .ToListAsync(cancellationToken);
        return new MyTrainerFile(file, file is null ? [] : await TasksAsync(file.Id, today, cancellationToken), lapses);
    }

    private async Task<IReadOnlyList<RecertificationTask>> TasksAsync(Guid trainerId, DateOnly today, CancellationToken cancellationToken)
    {
        var found = await (
            from recertification in db.Recertifications
            where recertification.TrainerId == trainerId
            join campaign in db.RecertificationCampaigns on recertification.CampaignId equals campaign.Id
            where campaign.Status == CampaignStatus.Open
            join programme in db.Programmes on recertification.ProgrammeId equals programme.Id
            orderby programme.Code
            select new
            {
                recertification.Id,
                recertification.Number,
                campaign.Year,
                programme.Code,
                programme.Title,
                recertification.Status,
                campaign.ReportsUntil,
                recertification.IsCarriedOver,
                Report = recertification.Reports.OrderByDescending(r => r.ReceivedAt).ThenByDescending(r => r.Id).FirstOrDefault(),
            })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var reports = found.Select(f => f.Report?.Id).OfType<Guid>().ToList();
        var checks = await db.ReflectiveChecks
            .Where(c => EF.Parameter(reports).Contains(c.ReportId))
            .Select(c => new { c.ReportId, c.Status, c.SimilarityPermille })
            .ToDictionaryAsync(c => c.ReportId, cancellationToken);
        return found.ConvertAll(f =>
        {
            var check = f.Report is null ? null : checks.GetValueOrDefault(f.Report.Id);
            return new RecertificationTask(
                f.Id,
                f.Number,
                f.Year,
                f.Code,
                f.Title,
                f.Status,
                f.ReportsUntil,
                f.IsCarriedOver,
                f.Status is RecertificationStatus.AwaitingReport or RecertificationStatus.HandedIn && today <= f.ReportsUntil,
                f.Report?.Id,
                f.Report?.FileName,
                f.Report?.ReceivedAt,
                check?.Status,
                check?.SimilarityPermille);
        });
    }
}
