using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Categories;

/// <summary>
/// Once a day: writes down who is to be told that the own category ends, a year, half a year and three months before. Nobody is told who
/// has a case under way, whose term stands still, or who is exempt before the pension.
/// </summary>
[SystemOnly]
public sealed record WatchCategoriesCommand : ICommand<Done>;

internal sealed class WatchCategoriesHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<WatchCategoriesCommand, Result<Done>>
{
    private const string Line = "categories/notices";

    // the nearest first: whoever is close to the end is told that, not that a year is left
    private static readonly (CategoryNoticeKind Kind, int Months)[] Kinds =
    [
        (CategoryNoticeKind.EndsInThreeMonths, 3), (CategoryNoticeKind.EndsInHalfAYear, 6), (CategoryNoticeKind.EndsInAYear, 12),
    ];

    public async Task<Result<Done>> Handle(WatchCategoriesCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(Line, cancellationToken);
        var (now, today) = (time.UtcNow(), time.Today());
        var edition = await Evaluation.InForceAsync(db, today, cancellationToken);
        if (edition is null)
        {
            return Done.Value;
        }

        var rules = RuleBook.Read(edition.Json);
        var latest = today.AddYears(1);
        var ending = await (
            from record in db.Newest()
            where record.ValidUntil != null
            where record.ValidUntil >= today && record.ValidUntil <= latest
                || db.CategoryPauses.Any(p => p.PersonId == record.PersonId)
            where !db.AttestationCases.Any(c => c.PersonId == record.PersonId && c.Status != AttestationCaseStatus.Decided && c.Status != AttestationCaseStatus.Withdrawn)
            join person in db.Persons on record.PersonId equals person.Id
            select new { record.Id, record.PersonId, record.GrantedOn, record.ValidUntil, person.Iin })
            .ToListAsync(cancellationToken);
        var pauses = (await db.CategoryPauses.Select(p => new { p.PersonId, p.From, p.To }).ToListAsync(cancellationToken)).ToLookup(p => p.PersonId, p => (p.From, p.To));
        var told = (await (
            from notice in db.CategoryNotices
            where notice.Day >= today
            select new { notice.CategoryRecordId, notice.Kind, notice.Day })
            .ToListAsync(cancellationToken))
            .Select(n => (n.CategoryRecordId, n.Kind, n.Day))
            .ToHashSet();
        foreach (var one in ending)
        {
            if (CategoryTerm.Ends(one.ValidUntil, one.GrantedOn, pauses[one.PersonId], rules.Leave.Years) is not { } ends || ends < today || ends > latest
                || PensionAge.DayOf(rules, one.Iin) is { } pension && pension <= ends.AddYears(rules.Pension.YearsBefore))
            {
                continue;
            }

            var kind = Kinds.First(k => ends <= today.AddMonths(k.Months)).Kind;
            if (!told.Contains((one.Id, kind, ends)))
            {
                db.CategoryNotices.Add(new CategoryNotice { PersonId = one.PersonId, CategoryRecordId = one.Id, Kind = kind, Day = ends, WrittenAt = now });
            }
        }

        return Done.Value;
    }
}
