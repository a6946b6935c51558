using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Library;

namespace TeacherCpd.Application.Library.Use;

/// <summary>Counts a visit, a view or a download. Of the person only the region is looked at, and nothing of it is kept.</summary>
/// <param name="Number">Number of the material; 0 for a visit of the library.</param>
/// <param name="Use">What was done.</param>
[OpenToAll]
public sealed record CountLibraryUseCommand(int Number, LibraryUse Use) : ICommand<Done>;

internal sealed class CountLibraryUseHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<CountLibraryUseCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CountLibraryUseCommand request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var month = (today.Year * 100) + today.Month;
        var region = await db.RegionCodeOfAsync(user.PersonId, today, cancellationToken);

        // counted by the database, so that two at once are two; the first of a month adds the row, and of two firsts one is tried again
        var counted = await db.LibraryCounts
            .Where(c => c.Number == request.Number && c.Region == region && c.Month == month && c.Use == request.Use)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Count, x => x.Count + 1), cancellationToken);
        if (counted == 0)
        {
            db.LibraryCounts.Add(new LibraryCount { Number = request.Number, Region = region, Month = month, Use = request.Use, Count = 1 });
        }

        return Done.Value;
    }
}
