using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>Webinars, consultations and shared rubrics by which trainers come to a common understanding of criteria.</summary>
[RequirePermission(Permission.SeeTrainers)]
public sealed record GetStandardisationQuery(int Year) : IQuery<StandardisationView>;

/// <summary>The events of a year.</summary>
/// <param name="Counts">How many of each kind that occurs.</param>
/// <param name="Trainers">Trainers to choose from; empty where the user may record nothing.</param>
public sealed record StandardisationView(
    int Year, IReadOnlyList<StandardisationRow> Events, IReadOnlyList<StandardisationCount> Counts, IReadOnlyList<TrainerName> Trainers, bool MayRecord);

/// <summary>An event.</summary>
public sealed record StandardisationRow(Guid Id, StandardisationKind Kind, string Title, DateOnly On, string Words, string? Link, IReadOnlyList<string> TookPart);

/// <summary>How many events of a kind, and how many took part in them.</summary>
public sealed record StandardisationCount(StandardisationKind Kind, int Events, int TookPart);

/// <summary>A trainer to choose.</summary>
public sealed record TrainerName(Guid Id, string Name);

internal sealed class GetStandardisationHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetStandardisationQuery, Result<StandardisationView>>
{
    public async Task<Result<StandardisationView>> Handle(GetStandardisationQuery request, CancellationToken cancellationToken)
    {
        var (first, last) = (new DateOnly(request.Year, 1, 1), new DateOnly(request.Year, 12, 31));
        var events = await db.StandardisationEvents
            .AsNoTracking()
            .Include(e => e.Parts)
            .Where(e => e.On >= first && e.On <= last)
            .OrderByDescending(e => e.On)
            .ThenByDescending(e => e.Id)
            .ToListAsync(cancellationToken);
        var seen = await (
            from trainer in db.TrainersSeenBy(user)
            join person in db.Persons on trainer.PersonId equals person.Id
            orderby person.SortKey, trainer.Id
            select new TrainerName(trainer.Id, person.FamilyName + " " + person.GivenName))
            .ToListAsync(cancellationToken);

        // names of trainers out of reach are counted and not told
        var names = seen.ToDictionary(t => t.Id, t => t.Name);
        var mayRecord = user.Can(Permission.AuthoriseTrainers);
        return new StandardisationView(
            request.Year,
            events.ConvertAll(e => new StandardisationRow(
                e.Id, e.Kind, e.Title, e.On, e.Words, e.Link, [.. e.Parts.Select(p => names.GetValueOrDefault(p.TrainerId)).OfType<string>().Order(StringComparer.Ordinal)])),
            [.. events.GroupBy(e => e.Kind).OrderBy(g => g.Key).Select(g => new StandardisationCount(g.Key, g.Count(), g.Sum(e => e.Parts.Count)))],
            mayRecord ? seen : [],
            mayRecord);
    }
}
