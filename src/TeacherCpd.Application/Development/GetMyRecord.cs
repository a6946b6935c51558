using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Development;

/// <summary>The teacher's own way: hours against the rule, courses, activities, category, and everything that is asked.</summary>
[RequirePermission(Permission.RecordDevelopment)]
public sealed record GetMyRecordQuery : IQuery<MyRecord>;

/// <summary>The teacher's own way.</summary>
/// <param name="Today">Today.</param>
/// <param name="Training">Hours and dates by the rule.</param>
/// <param name="Courses">Courses with a certificate that stands, the last first.</param>
/// <param name="Activities">Own activities but those taken back, the last first.</param>
/// <param name="Category">Category held; null for none.</param>
/// <param name="Tasks">What is asked of the teacher now, the most urgent first.</param>
/// <param name="Sessions">The next sessions of the courses, at most five.</param>
public sealed record MyRecord(
    DateOnly Today,
    MyTraining Training,
    IReadOnlyList<MyTrainedCourse> Courses,
    IReadOnlyList<MyActivity> Activities,
    HeldNow? Category,
    IReadOnlyList<TodayItem> Tasks,
    IReadOnlyList<CalendarSession> Sessions);

/// <summary>Hours and dates by the rule.</summary>
/// <param name="Years">Length of the period.</param>
/// <param name="AskedHours">Hours asked for in it.</param>
/// <param name="CourseHours">Hours of courses in the period that ends today.</param>
/// <param name="ActivityHours">Hours of activities that count in it.</param>
/// <param name="ActivitiesCount">Whether they count toward the hours asked for.</param>
public sealed record MyTraining(
    int Years, int AskedHours, int CourseHours, int ActivityHours, bool ActivitiesCount, DateOnly? SatisfiedOn, DateOnly DueOn, TrainingStanding Standing)
{
    /// <summary>Hours that count toward those asked for.</summary>
    public int Hours => CourseHours + (ActivitiesCount ? ActivityHours : 0);
}

/// <summary>A course of the teacher.</summary>
/// <param name="Counts">Whether its hours lie in the period that ends today.</param>
public sealed record MyTrainedCourse(Guid CertificateId, string Serial, LocalizedText Title, int? Hours, DateOnly On, bool Counts);

/// <summary>An activity of the teacher.</summary>
/// <param name="Counted">What counts of it in the period that ends today; null where it is not confirmed or lies before.</param>
public sealed record MyActivity(
    Guid Id, DevelopmentKind Kind, string Title, string Organiser, DateOnly From, DateOnly To, int Hours, ActivityStatus Status, string? ReturnReason, CountedHours? Counted)
{
    /// <summary>Whether it can still be corrected and taken back.</summary>
    public bool IsOpen => DevelopmentActivity.States.Allow(Status, ActivityStatus.Withdrawn);
}

/// <summary>The category that the teacher holds.</summary>
public sealed record HeldNow(string Category, DateOnly GrantedOn, DateOnly? ValidUntil);

internal sealed class GetMyRecordHandler(IAppDbContext db, CurrentUser user, TrainingRule rule, IEnumerable<ITodaySource> sources, TimeProvider time)
    : IRequestHandler<GetMyRecordQuery, Result<MyRecord>>
{
    private const int MostSessions = 5;

    public async Task<Result<MyRecord>> Handle(GetMyRecordQuery request, CancellationToken cancellationToken)
    {
        var (me, today) = (user.Me, time.Today());
        var courses = await db.Certificates
            .Where(c => c.PersonId == me && c.Kind == CertificateKind.Course && c.Status == CertificateStatus.Valid)
            .OrderByDescending(c => c.IssuedOn)
            .ThenByDescending(c => c.Serial)
            .Select(c => new MyTrainedCourse(c.Id, c.Serial, c.ProgrammeTitle, c.Hours, c.IssuedOn, false))
            .ToListAsync(cancellationToken);
        var activities = await db.DevelopmentActivities
            .Where(a => a.PersonId == me && a.Status != ActivityStatus.Withdrawn)
            .OrderByDescending(a => a.To)
            .ThenByDescending(a => a.Id)
            .Select(a => new MyActivity(a.Id, a.Kind, a.Title, a.Organiser, a.From, a.To, a.Hours, a.Status, a.ReturnReason, null))
            .ToListAsync(cancellationToken);
        var jobs = await db.Persons
            .Where(p => p.Id == me)
            .SelectMany(p => p.Employments)
            .Where(e => db.Organisations.Any(o => o.Id == e.OrganisationId && o.Kind == OrganisationKind.School))
            .ToListAsync(cancellationToken);
        var category = await db.CategoryRecords
            .Where(r => r.PersonId == me)
            .OrderByDescending(r => r.GrantedOn)
            .Select(r => new HeldNow(r.Category, r.GrantedOn, r.ValidUntil))
            .FirstOrDefaultAsync(cancellationToken);

        // of the record itself everything was just read
        var tasks = activities.Where(a => a.Status == ActivityStatus.Returned).Select(a => DevelopmentToday.Returned(a.Id, a.Title)).ToList();
        foreach (var source in sources.Where(s => s is not DevelopmentToday))
        {
            tasks.AddRange(await source.ItemsAsync(user, cancellationToken));
        }

        var record = new TrainingRecord(
            rule,
            courses.Select(c => new CourseEntry(c.On, c.Hours ?? 0)),
            activities.Where(a => a.Status == ActivityStatus.Confirmed).Select(a => new ClaimedHours(a.Id, a.Kind, a.To, a.Hours)),
            jobs.Asked(today).Select(j => j.From).DefaultIfEmpty(today).Min());
        var counted = record.ActivitiesOn(today).ToDictionary(c => c.Activity.Id);
        return new MyRecord(
            today,
            new MyTraining(
                rule.Years,
                rule.Hours,
                record.CourseHoursOn(today),
                counted.Values.Sum(c => c.Hours),
                rule.CountActivities,
                record.SatisfiedOn,
                record.DueOn,
                record.StandingOn(today)),
            courses.ConvertAll(c => c with { Counts = rule.Reaches(c.On, today) }),
            activities.ConvertAll(a => a with { Counted = counted.GetValueOrDefault(a.Id) }),
            category,
            [.. tasks.OrderBy(t => t.DueOn ?? DateOnly.MaxValue)],
            await db.SessionsOf(me, time.UtcNow()).Take(MostSessions).ToListAsync(cancellationToken));
    }
}
