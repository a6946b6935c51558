using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Groups;

/// <summary>
/// The turn of a command that gives or takes places of a group. All groups of a programme stand in one line, since they
/// share the quotas: of two hundred who come for the last places at once each decides on what those before left.
/// </summary>
internal sealed class PlaceTurn
{
    private readonly IAppDbContext db;
    private Places? places;
    private IReadOnlyList<Enrolment> givenElsewhere = [];

    private PlaceTurn(IAppDbContext db, StudyGroup group, Guid programmeId, ApplicationSteps steps, int? teamSize)
    {
        this.db = db;
        (Group, ProgrammeId, Steps, TeamSize) = (group, programmeId, steps, teamSize);
    }

    public StudyGroup Group { get; }

    public Guid ProgrammeId { get; }

    /// <summary>Who decides on applications.</summary>
    public ApplicationSteps Steps { get; }

    /// <summary>How many colleagues come together; null where each comes alone.</summary>
    public int? TeamSize { get; }

    /// <summary>Waits for the turn; null where there is no such group.</summary>
    public static async Task<PlaceTurn?> TakeAsync(IAppDbContext db, Guid groupId, CancellationToken cancellationToken)
    {
        // the programme of a group never changes, so it may be read before the turn
        var version = await (
            from g in db.Groups
            where g.Id == groupId
            join v in db.ProgrammeVersions on g.ProgrammeVersionId equals v.Id
            select new { v.ProgrammeId, v.ApplicationSteps, v.TeamSize })
            .SingleOrDefaultAsync(cancellationToken);
        if (version is null)
        {
            return null;
        }

        await db.TakeTurnAsync(Line(version.ProgrammeId), cancellationToken);
        var group = await db.Groups.SingleAsync(g => g.Id == groupId, cancellationToken);
        return new PlaceTurn(db, group, version.ProgrammeId, version.ApplicationSteps, version.TeamSize);
    }

    /// <summary>Gives what a changed quota allows to those who wait in all groups that use it, those that begin first first.</summary>
    public static async Task<Error?> PromoteAllAsync(IAppDbContext db, QuotaKey key, DateTime at, CancellationToken cancellationToken)
    {
        var (first, last) = (new DateOnly(key.Year, 1, 1), new DateOnly(key.Year, 12, 31));
        var groups = await (
            from g in db.Groups
            where g.Status == GroupStatus.Recruiting && g.StartsOn >= first && g.StartsOn <= last && g.Language == key.Language && g.Funding == key.Funding
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            where version.ProgrammeId == key.ProgrammeId && db.Enrolments.Any(e => e.GroupId == g.Id && e.Status == EnrolmentStatus.WaitingList)
            orderby g.StartsOn, g.Code
            select g.Id)
            .ToListAsync(cancellationToken);
        var given = new List<Enrolment>();
        foreach (var id in groups)
        {
            var turn = (await TakeAsync(db, id, cancellationToken))!;
            turn.givenElsewhere = [.. given];
            if (await turn.PromoteAsync(at, cancellationToken) is { } refused)
            {
                return refused;
            }

            given.AddRange(turn.places!.Accepted);
        }

        return null;
    }

    /// <summary>The line in which those stand who give places or change quotas of a programme.</summary>
    public static string Line(Guid programmeId) => $"places/{programmeId}";

    /// <summary>Places taken, without what this command gave.</summary>
    public Task<int> TakenAsync(CancellationToken cancellationToken) =>
        db.Enrolments.WithPlace().CountAsync(e => e.GroupId == Group.Id, cancellationToken);

    /// <summary>Gives places to people whose applications are approved, or puts them in line.</summary>
    public Task<Error?> GiveAsync(IReadOnlyList<Enrolment> together, DateTime at, CancellationToken cancellationToken) =>
        GiveAllAsync([together], at, cancellationToken);

    /// <summary>The same for many, one after the other.</summary>
    public async Task<Error?> GiveAllAsync(IEnumerable<IReadOnlyList<Enrolment>> inOrder, DateTime at, CancellationToken cancellationToken)
    {
        var of = await PlacesAsync(cancellationToken);
        return Begin(inOrder.Select(together => of.Give(together, at)).FirstOrDefault(error => error is not null), at);
    }

    /// <summary>
    /// Gives what somebody left to those who wait. The places are counted before the leaving is saved, so it is said whether
    /// a place became free.
    /// </summary>
    public async Task<Error?> ReleaseAsync(Enrolment left, bool hadPlace, DateTime at, CancellationToken cancellationToken, bool keepsQuota = false)
    {
        if (hadPlace)
        {
            (await PlacesAsync(cancellationToken)).Release(left, keepsQuota);
        }

        return await PromoteAsync(at, cancellationToken);
    }

    /// <summary>Gives what is free to those who wait, as long as the group takes people.</summary>
    public async Task<Error?> PromoteAsync(DateTime at, CancellationToken cancellationToken) =>
        Group.Status == GroupStatus.Recruiting ? Begin((await PlacesAsync(cancellationToken)).Promote(at), at) : null;

    /// <summary>The places of a group as they stand, and the line for them.</summary>
    /// <param name="givenElsewhere">Who received a place of the same quotas in another group and is not saved yet.</param>
    public static async Task<Places> PlacesOfAsync(
        IAppDbContext db, StudyGroup group, Guid programmeId, IReadOnlyList<Enrolment> givenElsewhere, CancellationToken cancellationToken)
    {
        var waiting = await db.Enrolments.Where(e => e.GroupId == group.Id && e.Status == EnrolmentStatus.WaitingList).ToListAsync(cancellationToken);
        var last = await db.Enrolments.Where(e => e.GroupId == group.Id).MaxAsync(e => e.WaitingNumber, cancellationToken);
        var left = await db.QuotaLeftAsync(programmeId, group, cancellationToken);
        if (left is not null)
        {
            foreach (var region in givenElsewhere.Select(e => e.RegionId ?? Guid.Empty))
            {
                left[region] = left.GetValueOrDefault(region) - 1;
            }
        }

        var taken = await db.Enrolments.WithPlace().CountAsync(e => e.GroupId == group.Id, cancellationToken);
        return new Places(group.Capacity - taken, left, waiting, last ?? 0);
    }

    private async Task<Places> PlacesAsync(CancellationToken cancellationToken) =>
        places ??= await PlacesOfAsync(db, Group, ProgrammeId, givenElsewhere, cancellationToken);

    private Error? Begin(Error? error, DateTime at)
    {
        var begun = db.Portfolios.Local.Select(p => p.EnrolmentId).ToHashSet();
        foreach (var enrolment in places!.Accepted.Where(e => !begun.Contains(e.Id)))
        {
            db.Portfolios.Add(Portfolio.Begin(enrolment.Id, at));
            if (EnrolmentNotice.OfPlace(enrolment, Steps != ApplicationSteps.None, at) is { } notice)
            {
                db.EnrolmentNotices.Add(notice);
            }
        }

        return error;
    }
}
