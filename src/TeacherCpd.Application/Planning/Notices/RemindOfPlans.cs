using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Notices;

/// <summary>
/// Writes the reminders that are due: before the last day of an item, on it and after it, to everybody of the system who answers for it, each
/// once however often it runs. What was due long ago, as in a plan that is entered late, is shown on the pages and not mailed.
/// </summary>
[SystemOnly]
public sealed record RemindOfPlansCommand : ICommand<Done>;

internal sealed class RemindOfPlansHandler(IAppDbContext db, PlanningRules rules, TimeProvider time) : IRequestHandler<RemindOfPlansCommand, Result<Done>>
{
    // the next morning has its own
    private const int MostAtOnce = 5000;

    // days for which a reminder that nobody wrote, since the program stood still, is still worth writing
    private const int Grace = 7;

    public async Task<Result<Done>> Handle(RemindOfPlansCommand request, CancellationToken cancellationToken)
    {
        var (now, today) = (time.UtcNow(), time.Today());
        var (first, last) = (today.AddDays(-rules.DaysAfter - Grace), today.AddDays(rules.DaysBefore));
        var due = await (
            from item in db.PlanItems
            where PlanItemStates.Open.Contains(item.Status)
            from window in item.Windows
            where window.IsReminded && window.DoneAt == null && window.To >= first && window.To <= last
            from party in item.Responsible
            where party.PersonId != null
            orderby window.To, window.Id
            select new
            {
                ItemId = item.Id,
                WindowId = window.Id,
                window.To,
                PersonId = party.PersonId!.Value,
                Told = db.PlanNotices.Where(n => n.WindowId == window.Id && n.PersonId == party.PersonId).Select(n => n.Kind).ToList(),
            })
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        db.PlanNotices.AddRange(
            from one in due.DistinctBy(d => (d.WindowId, d.PersonId))
            let kind = rules.Due(one.To, today)
            where kind is not null && !one.Told.Contains(kind.Value)
            select new PlanNotice { ItemId = one.ItemId, WindowId = one.WindowId, PersonId = one.PersonId, Kind = kind.Value, WrittenAt = now });
        return Done.Value;
    }
}
