using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Testing.Items;
using TeacherCpd.Application.Testing.Player;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Appeals;

/// <summary>
/// An expert who neither wrote nor reviewed the item decides an appeal. Upheld, it strikes the item out for everybody: the version is retired,
/// each attempt that was asked it is scored again, and those whose result changed are told. All appeals against that version are upheld with it.
/// </summary>
/// <param name="AppealId">Appeal.</param>
/// <param name="IsUpheld">Whether the item is struck out.</param>
/// <param name="Words">Why.</param>
[RequirePermission(Permission.ReviewTestItems)]
public sealed record DecideItemAppealCommand(Guid AppealId, bool IsUpheld, string? Words) : ICommand<Done>;

internal sealed class DecideItemAppealValidator : AbstractValidator<DecideItemAppealCommand>
{
    public DecideItemAppealValidator() => RuleFor(c => c.Words).NotEmpty().WithErrorCode("required").MaximumLength(ItemAppeal.WordsLength).WithErrorCode("too_long");
}

internal sealed class DecideItemAppealHandler(IAppDbContext db, IBackgroundJobs jobs, CurrentUser user, TimeProvider time) : IRequestHandler<DecideItemAppealCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DecideItemAppealCommand request, CancellationToken cancellationToken)
    {
        var itemId = await (
            from of in db.ItemAppeals
            where of.Id == request.AppealId
            join version in db.ItemVersions on of.VersionId equals version.Id
            select (Guid?)version.ItemId)
            .SingleOrDefaultAsync(cancellationToken);
        if (itemId is null)
        {
            return new NotFound();
        }

        // whoever decides, reviews or retires this item waits for the turn
        var item = (await db.FindItemAsync(itemId.Value, cancellationToken))!;
        var (now, words) = (time.UtcNow(), request.Words.Lines());
        var appeal = await db.ItemAppeals.SingleAsync(a => a.Id == request.AppealId, cancellationToken);
        if (appeal.Decide(user.Me, request.IsUpheld, words, item, now) is { } error)
        {
            return error;
        }

        Tell(appeal.AttemptId, appeal, TestingNoticeKind.AppealDecided, appeal.PersonId, now);
        return request.IsUpheld ? await StrikeOutAsync(appeal, item, words, now, cancellationToken) : Done.Value;
    }

    private async Task<Result<Done>> StrikeOutAsync(ItemAppeal appeal, TestItem item, string words, DateTime now, CancellationToken cancellationToken)
    {
        var version = item.Versions.Single(v => v.Id == appeal.VersionId);
        if (version.Retire(words, isFaulty: true, now) is { } error)
        {
            return error;
        }

        foreach (var other in await db.ItemAppeals
            .Where(a => a.VersionId == version.Id && a.Id != appeal.Id && a.Status == ItemAppealStatus.Filed && a.PersonId != user.Me)
            .ToListAsync(cancellationToken))
        {
            if (other.Decide(user.Me, isUpheld: true, words, item, now) is null)
            {
                Tell(other.AttemptId, other, TestingNoticeKind.AppealDecided, other.PersonId, now);
            }
        }

        await db.TakeScoringTurnAsync(cancellationToken);

        // an attempt that still runs is scored at its end, by the same function, and finds the item struck out
        var attempts = await db.TestAttempts
            .Where(a => a.EndedAt != null && a.Answers.Any(x => x.VersionId == version.Id && x.IsSeen))
            .Include(a => a.Answers)
            .Include(a => a.Scores)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var items = await db.ScoredItemsAsync(attempts.SelectMany(a => a.Answers).Select(a => a.VersionId).Append(version.Id), cancellationToken);
        items[version.Id] = items[version.Id] with { IsFaulty = true };
        foreach (var attempt in attempts.Where(a => a.Rescore(appeal.Id, items, now)))
        {
            Tell(attempt.Id, appeal, TestingNoticeKind.ResultChanged, attempt.PersonId, now);
        }

        return Done.Value;
    }

    private void Tell(Guid attemptId, ItemAppeal about, TestingNoticeKind kind, Guid personId, DateTime now)
    {
        var notice = new TestingNotice { AttemptId = attemptId, AppealId = about.Id, Kind = kind, PersonId = personId, WrittenAt = now };
        db.TestingNotices.Add(notice);
        jobs.SendTestingNotice(notice.Id);
    }
}
