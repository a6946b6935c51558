using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Items;

/// <summary>An item with all its versions, what experts said, and its statistics; for those who write and review items.</summary>
[SignedIn]
public sealed record GetItemQuery(Guid ItemId) : IQuery<ItemView>;

/// <summary>An item.</summary>
/// <param name="Versions">Versions, the newest first.</param>
/// <param name="Needed">Experts who have to agree.</param>
/// <param name="MayEdit">Whether the user may write in the draft, and hand it to the experts.</param>
/// <param name="MayRevise">Whether the user may begin a next version.</param>
/// <param name="MayRetire">Whether the user may take it out of use.</param>
/// <param name="MayReview">Whether the user may review it now.</param>
public sealed record ItemView(Guid Id, int Number, IReadOnlyList<ItemVersionView> Versions, int Needed, bool MayEdit, bool MayRevise, bool MayRetire, bool MayReview);

/// <summary>A version.</summary>
/// <param name="Statistics">Statistics; null where nobody was asked it.</param>
public sealed record ItemVersionView(
    int Number, string Author, DateTime WrittenAt, ItemStatus Status, DateTime StatusSince, ItemWriting Writing, string RetiredWhy, bool IsFaulty,
    IReadOnlyList<ItemReviewView> Reviews, ItemStatistics? Statistics);

/// <summary>What an expert said.</summary>
public sealed record ItemReviewView(string Reviewer, bool Agrees, string Words, DateTime At);

internal sealed class GetItemHandler(IAppDbContext db, CurrentUser user, TestingRules rules) : IRequestHandler<GetItemQuery, Result<ItemView>>
{
    public async Task<Result<ItemView>> Handle(GetItemQuery request, CancellationToken cancellationToken)
    {
        if (!user.SeesBank())
        {
            return new Forbidden();
        }

        var item = await db.TestItems.AsNoTracking()
            .Include(i => i.Versions).ThenInclude(v => v.Reviews)
            .AsSplitQuery()
            .SingleOrDefaultAsync(i => i.Id == request.ItemId, cancellationToken);
        if (item is null)
        {
            return new NotFound();
        }

        var people = item.Versions.Select(v => v.AuthorId).Concat(item.Versions.SelectMany(v => v.Reviews).Select(r => r.ReviewerId)).Distinct().ToList();
        var names = await db.Persons.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FamilyName + " " + p.GivenName, cancellationToken);
        var ids = item.Versions.Select(v => v.Id).ToList();
        var answers = (await db.AttemptAnswers
            .Where(a => a.IsSeen && ids.Contains(a.VersionId))
            .Select(a => new { a.VersionId, a.IsRight, a.Rest, a.Chosen })
            .ToListAsync(cancellationToken))
            .ToLookup(a => a.VersionId, a => new ItemResponse(a.IsRight, a.Rest, AttemptAnswer.PlacesIn(a.Chosen)));
        var newest = item.Newest;
        var (me, writes) = (user.Me, user.Can(Permission.WriteTestItems));
        return new ItemView(
            item.Id,
            item.Number,
            [.. item.Versions.OrderByDescending(v => v.Number).Select(v => new ItemVersionView(
                v.Number, names[v.AuthorId], v.WrittenAt, v.Status, v.StatusSince, v.Writing, v.RetiredWhy, v.IsFaulty,
                [.. v.Reviews.OrderBy(r => r.At).Select(r => new ItemReviewView(names[r.ReviewerId], r.Agrees, r.Words, r.At))],
                answers.Contains(v.Id) ? ItemStatistics.Of(v.Content, [.. answers[v.Id]]) : null))],
            rules.Reviewers,
            writes && newest.Status == ItemStatus.Draft && newest.AuthorId == me,
            writes && newest.Status is not (ItemStatus.Draft or ItemStatus.InReview),
            writes && item.Current is not null,
            user.Can(Permission.ReviewTestItems) && newest.Status == ItemStatus.InReview && !item.IsWrittenBy(me) && newest.Reviews.All(r => r.ReviewerId != me));
    }
}
