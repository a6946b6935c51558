using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Application.Networks.Visits;

/// <summary>A visit, for whoever plans it or carries out one of its stages.</summary>
/// <param name="VisitId">Visit.</param>
[SignedIn]
public sealed record GetVisitQuery(Guid VisitId) : IQuery<VisitView>;

/// <summary>A visit.</summary>
/// <param name="Stages">Its five stages in their order.</param>
/// <param name="Visitors">People to whom stages can be entrusted; for whoever plans the visit.</param>
/// <param name="Coordinators">How many coordinators of the school will be told of the report.</param>
/// <param name="MayManage">Whether the user plans the visit.</param>
public sealed record VisitView(
    Guid Id,
    string Title,
    LocalizedText School,
    DateOnly StartsOn,
    SchoolVisitStatus Status,
    DateTime? EndedAt,
    string? CancelledWhy,
    IReadOnlyList<VisitStageView> Stages,
    IReadOnlyList<VisitPerson> Visitors,
    int Coordinators,
    bool MayManage,
    DateOnly Today);

/// <summary>A stage.</summary>
/// <param name="Counts">What is counted in it, with the number where it was counted.</param>
/// <param name="IsNext">Whether it is the first that is open.</param>
/// <param name="MayWrite">Whether the user can close or correct it now.</param>
public sealed record VisitStageView(
    VisitStageKind Kind,
    string Task,
    DateOnly DueOn,
    VisitPerson Responsible,
    IReadOnlyList<(VisitCountKind Kind, int? Number)> Counts,
    string? Outcome,
    DateTime? ClosedAt,
    bool IsNext,
    bool MayWrite);

/// <summary>Somebody who carries out stages.</summary>
public sealed record VisitPerson(Guid Id, string Name);

internal sealed class GetVisitHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetVisitQuery, Result<VisitView>>
{
    private const int MostVisitors = 300;

    public async Task<Result<VisitView>> Handle(GetVisitQuery request, CancellationToken cancellationToken)
    {
        var visit = await db.VisitsInHand(user).AsNoTracking().Whole().SingleOrDefaultAsync(v => v.Id == request.VisitId, cancellationToken);
        if (visit is null)
        {
            return new NotFound();
        }

        List<Guid> ids = [visit.OrganisationId, visit.SchoolId];
        var places = await db.Organisations.Where(o => EF.Parameter(ids).Contains(o.Id)).Select(o => new { o.Id, o.Name, o.Path }).ToDictionaryAsync(o => o.Id, cancellationToken);
        var mayManage = user.Covers(Permission.ManageVisits, places[visit.OrganisationId].Path);
        var responsible = visit.Stages.Select(s => s.ResponsibleId).Distinct().ToList();
        var names = await db.Persons
            .Where(p => EF.Parameter(responsible).Contains(p.Id))
            .Select(p => new VisitPerson(p.Id, p.FamilyName + " " + p.GivenName))
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var (today, current, isRunning) = (time.Today(), visit.Current?.Kind, visit.Status == SchoolVisitStatus.Running);
        return new VisitView(
            visit.Id,
            visit.Title,
            places[visit.SchoolId].Name,
            visit.StartsOn,
            visit.Status,
            visit.EndedAt,
            visit.CancelledWhy,
            [
                .. visit.Stages.OrderBy(s => s.Kind).Select(s => new VisitStageView(
                    s.Kind,
                    s.Task,
                    s.DueOn,
                    names[s.ResponsibleId],
                    [.. s.Kind.Counts().Select(k => (k, s.Counts.FirstOrDefault(c => c.Kind == k)?.Number))],
                    s.Outcome,
                    s.ClosedAt,
                    isRunning && s.Kind == current,
                    isRunning && (s.Kind == current || s.ClosedAt is not null) && (mayManage || s.ResponsibleId == user.Me))),
            ],
            mayManage && isRunning
                ? await db.VisitorsOf(places[visit.OrganisationId].Path, today)
                    .OrderBy(p => p.SortKey)
                    .ThenBy(p => p.Id)
                    .Take(MostVisitors)
                    .Select(p => new VisitPerson(p.Id, p.FamilyName + " " + p.GivenName))
                    .ToListAsync(cancellationToken)
                : [],
            await db.CoordinatorsOf(visit.SchoolId).CountAsync(cancellationToken),
            mayManage,
            today);
    }
}
