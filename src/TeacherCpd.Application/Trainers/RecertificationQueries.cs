using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>Parts of queries that the use cases of recertification share.</summary>
internal static class RecertificationQueries
{
    /// <summary>The line in which campaigns are opened and closed, reports taken, sheets signed and decisions recorded.</summary>
    public const string Line = "recertification";

    /// <summary>
    /// Recertifications that somebody may assess: reports whose last day is over, of trainers with whom the person has nothing to
    /// do: not the own, and nobody who works or worked in the same organisation.
    /// </summary>
    public static IQueryable<Recertification> AssessableBy(this IAppDbContext db, Guid assessorId, DateOnly today) =>
        from recertification in db.Recertifications
        where recertification.Status == RecertificationStatus.HandedIn
        join campaign in db.RecertificationCampaigns on recertification.CampaignId equals campaign.Id
        where campaign.Status == CampaignStatus.Open && campaign.ReportsUntil < today
        join trainer in db.Trainers on recertification.TrainerId equals trainer.Id
        where trainer.PersonId != assessorId
            && !db.Persons
                .Where(p => p.Id == trainer.PersonId)
                .SelectMany(p => p.Employments)
                .Any(theirs => db.Persons.Where(p => p.Id == assessorId).SelectMany(p => p.Employments).Any(mine => mine.OrganisationId == theirs.OrganisationId))
            && !db.TrainerSheets.Any(s => s.RecertificationId == recertification.Id && s.AuthorId == assessorId)
            && db.TrainerSheets.Count(s => s.RecertificationId == recertification.Id) < TrainerSheet.Needed
        select recertification;

    /// <summary>What the assessors of recertifications signed, in the order of taking.</summary>
    public static async Task<ILookup<Guid, SignedGrade>> SignedGradesAsync(this IAppDbContext db, List<Guid> recertifications, CancellationToken cancellationToken)
    {
        var grades = await db.TrainerSheets
            .Where(s => EF.Parameter(recertifications).Contains(s.RecertificationId) && s.Grade != null)
            .OrderBy(s => s.Turn)
            .Select(s => new { s.RecertificationId, s.Id, Grade = s.Grade!.Value })
            .ToListAsync(cancellationToken);
        return grades.ToLookup(g => g.RecertificationId, g => new SignedGrade(g.Id, g.Grade));
    }

    /// <summary>Recertifications as lists show them, by number; checks and grades are added by <see cref="WithGradesAsync"/>.</summary>
    public static IQueryable<RecertificationRow> RecertificationRows(this IAppDbContext db, IQueryable<Recertification> recertifications) =>
        from recertification in recertifications
        join trainer in db.Trainers on recertification.TrainerId equals trainer.Id
        join person in db.Persons on trainer.PersonId equals person.Id
        join programme in db.Programmes on recertification.ProgrammeId equals programme.Id
        orderby recertification.Number
        select new RecertificationRow(
            recertification.Id,
            recertification.Number,
            trainer.Id,
            person.FamilyName + " " + person.GivenName,
            programme.Code,
            programme.Title,
            recertification.Status,
            recertification.IsCarriedOver,
            recertification.ProtocolNumber,
            recertification.ProtocolOn,
            null,
            new List<SignedGrade>());

    /// <summary>The rows with their checks and grades.</summary>
    public static async Task<IReadOnlyList<RecertificationRow>> WithGradesAsync(
        this IAppDbContext db, IReadOnlyList<RecertificationRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var grades = await db.SignedGradesAsync(ids, cancellationToken);
        var checks = await db.LatestChecksAsync(ids, cancellationToken);
        return [.. rows.Select(r => r with { Check = checks.GetValueOrDefault(r.Id), Grades = [.. grades[r.Id]] })];
    }

    /// <summary>The checks of the latest reports of recertifications.</summary>
    public static async Task<Dictionary<Guid, ReportCheck>> LatestChecksAsync(this IAppDbContext db, List<Guid> recertifications, CancellationToken cancellationToken)
    {
        var reports = await (
            from recertification in db.Recertifications
            where EF.Parameter(recertifications).Contains(recertification.Id)
            from report in recertification.Reports
            join check in db.ReflectiveChecks on report.Id equals check.ReportId
            select new { report.RecertificationId, ReportId = report.Id, report.ReceivedAt, CheckId = check.Id, check.Status, check.SimilarityPermille })
            .ToListAsync(cancellationToken);
        return reports
            .GroupBy(r => r.RecertificationId)
            .Select(g => g.OrderBy(r => r.ReceivedAt).ThenBy(r => r.ReportId).Last())
            .ToDictionary(r => r.RecertificationId, r => new ReportCheck(r.ReportId, r.CheckId, r.Status, r.SimilarityPermille));
    }
}

/// <summary>Numbers of recertifications.</summary>
public static class RecertificationNumbers
{
    /// <summary>The number of a recertification, for example <c>RT-2026-0017</c>.</summary>
    public static string Of(int year, int number) => string.Create(CultureInfo.InvariantCulture, $"RT-{year}-{number:0000}");
}

/// <summary>A sheet that was signed.</summary>
public sealed record SignedGrade(Guid SheetId, Grade Grade);

/// <summary>The check of a report.</summary>
/// <param name="SimilarityPermille">Its figure; null until it is done.</param>
public sealed record ReportCheck(Guid ReportId, Guid CheckId, CheckStatus Status, int? SimilarityPermille);
