using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Library;

namespace TeacherCpd.Application.Library.Materials;

/// <summary>
/// A material: for those who read its section what is published; for who proposed it, the council and the keepers all versions with what was said.
/// </summary>
[OpenToAll]
public sealed record GetLibraryMaterialQuery(Guid MaterialId) : IQuery<LibraryMaterialView>;

/// <summary>A material.</summary>
/// <param name="Versions">Versions that the user may see, the newest first; at least one.</param>
/// <param name="IsActive">Whether it is confirmed for this school year.</param>
/// <param name="ActiveIn">Last school year for which it was confirmed; 0 before it is published.</param>
/// <param name="Needed">People of the council who have to agree.</param>
/// <param name="MayEdit">Whether the user may write in the draft, and propose it.</param>
/// <param name="MayRevise">Whether the user may begin a next version.</param>
/// <param name="MayReview">Whether the user may decide now.</param>
/// <param name="MayWithdraw">Whether the user may take it out.</param>
public sealed record LibraryMaterialView(
    Guid Id, int Number, LibrarySectionRow Section, IReadOnlyList<LibraryVersionView> Versions, bool IsActive, int ActiveIn, int Needed,
    bool MayEdit, bool MayRevise, bool MayReview, bool MayWithdraw);

/// <summary>A version.</summary>
/// <param name="Reviews">What the council said; empty for readers.</param>
public sealed record LibraryVersionView(
    int Number, DateTime WrittenAt, LibraryStatus Status, DateTime StatusSince, LibraryWriting Writing, string WithdrawnWhy, IReadOnlyList<LibraryReviewView> Reviews);

/// <summary>What one of the council said.</summary>
public sealed record LibraryReviewView(string Reviewer, bool Agrees, string Words, DateTime At);

internal sealed class GetLibraryMaterialHandler(IAppDbContext db, CurrentUser user, LibraryRules rules, TimeProvider time)
    : IRequestHandler<GetLibraryMaterialQuery, Result<LibraryMaterialView>>
{
    public async Task<Result<LibraryMaterialView>> Handle(GetLibraryMaterialQuery request, CancellationToken cancellationToken)
    {
        var material = await db.LibraryMaterials.AsNoTracking()
            .Include(m => m.Versions).ThenInclude(v => v.Reviews)
            .AsSplitQuery()
            .SingleOrDefaultAsync(m => m.Id == request.MaterialId, cancellationToken);
        if (material is null || await db.SectionAsync(material.SectionId, cancellationToken) is not { } section)
        {
            return new NotFound();
        }

        var (isOwner, reviews, keeps) = (user.PersonId == material.OwnerId, user.Reviews(section), user.Can(Permission.KeepLibrary));
        var shown = material.Versions
            .Where(v => isOwner || ((reviews || keeps) && v.Status != LibraryStatus.Draft) || (v.Status == LibraryStatus.Published && user.Reads(section)))
            .OrderByDescending(v => v.Number)
            .ToList();
        if (shown.Count == 0)
        {
            return new NotFound();
        }

        var seesReviews = isOwner || reviews || keeps;
        var people = seesReviews ? shown.SelectMany(v => v.Reviews).Select(r => r.ReviewerId).Distinct().ToList() : [];
        var names = people.Count == 0
            ? []
            : await db.Persons.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FamilyName + " " + p.GivenName, cancellationToken);
        var newest = material.Newest;
        return new LibraryMaterialView(
            material.Id,
            material.Number,
            new LibrarySectionRow(section.Id, section.Kind, section.Name, section.About),
            [.. shown.Select(v => new LibraryVersionView(
                v.Number, v.WrittenAt, v.Status, v.StatusSince, v.Writing, v.WithdrawnWhy,
                seesReviews ? [.. v.Reviews.OrderBy(r => r.At).Select(r => new LibraryReviewView(names[r.ReviewerId], r.Agrees, r.Words, r.At))] : []))],
            material.ActiveIn >= LibraryYear.Of(time.Today(), rules.SchoolYearMonth),
            material.ActiveIn,
            rules.Reviewers,
            isOwner && newest.Status == LibraryStatus.Draft && user.Proposes(section),
            isOwner && newest.Status is not (LibraryStatus.Draft or LibraryStatus.Proposed) && user.Can(Permission.ProposeMaterials),
            reviews && !isOwner && newest.Status == LibraryStatus.Proposed && newest.Reviews.All(r => r.ReviewerId != user.PersonId),
            keeps && material.Current is not null);
    }
}
