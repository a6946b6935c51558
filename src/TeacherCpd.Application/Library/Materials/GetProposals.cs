using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Library;

namespace TeacherCpd.Application.Library.Materials;

/// <summary>The own materials of the user, and what waits for the user as one of the council.</summary>
[SignedIn]
public sealed record GetProposalsQuery : IQuery<LibraryProposals>;

/// <summary>Materials on their way.</summary>
/// <param name="Mine">Own ones, what was changed last first.</param>
/// <param name="ForMe">Those that wait for the user's decision, the longest waiting first.</param>
/// <param name="MayPropose">Whether the user proposes materials to some section.</param>
/// <param name="MayReview">Whether the user is of the council of some section.</param>
public sealed record LibraryProposals(IReadOnlyList<ProposalRow> Mine, IReadOnlyList<ProposalRow> ForMe, bool MayPropose, bool MayReview)
{
    /// <summary>Most of a list.</summary>
    public const int Most = 200;
}

/// <summary>A material on its way.</summary>
/// <param name="Agreed">People of the council who agreed.</param>
public sealed record ProposalRow(Guid Id, int Number, LocalizedText Title, int Version, LibraryStatus Status, DateTime Since, int Agreed);

internal sealed class GetProposalsHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetProposalsQuery, Result<LibraryProposals>>
{
    public async Task<Result<LibraryProposals>> Handle(GetProposalsQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var all = await db.AllSectionsAsync(cancellationToken);
        var reviewed = all.Where(user.Reviews).Select(s => s.Id).ToList();
        var newest =
            from material in db.LibraryMaterials
            join version in db.LibraryVersions on material.Id equals version.MaterialId
            where !db.LibraryVersions.Any(later => later.MaterialId == material.Id && later.Number > version.Number)
            select new { material, version };
        var mine = await newest.Where(r => r.material.OwnerId == me)
            .OrderByDescending(r => r.version.StatusSince)
            .Take(LibraryProposals.Most)
            .Select(r => new { r.material.Id, r.material.Number, r.version.Title, Version = r.version.Number, r.version.Status, r.version.StatusSince, Agreed = r.version.Reviews.Count(v => v.Agrees) })
            .ToListAsync(cancellationToken);
        var forMe = reviewed.Count == 0 ? [] : await newest
            .Where(r => r.material.OwnerId != me && reviewed.Contains(r.material.SectionId)
                && r.version.Status == LibraryStatus.Proposed && r.version.Reviews.All(v => v.ReviewerId != me))
            .OrderBy(r => r.version.StatusSince)
            .Take(LibraryProposals.Most)
            .Select(r => new { r.material.Id, r.material.Number, r.version.Title, Version = r.version.Number, r.version.Status, r.version.StatusSince, Agreed = r.version.Reviews.Count(v => v.Agrees) })
            .ToListAsync(cancellationToken);
        return new LibraryProposals(
            [.. mine.Select(r => new ProposalRow(r.Id, r.Number, r.Title, r.Version, r.Status, r.StatusSince, r.Agreed))],
            [.. forMe.Select(r => new ProposalRow(r.Id, r.Number, r.Title, r.Version, r.Status, r.StatusSince, r.Agreed))],
            all.Exists(user.Proposes),
            reviewed.Count > 0);
    }
}
