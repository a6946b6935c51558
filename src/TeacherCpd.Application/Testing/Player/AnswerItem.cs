using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Player;

/// <summary>Answers the question of the own attempt that is asked now, or skips it without return.</summary>
/// <param name="AttemptId">Attempt.</param>
/// <param name="Position">Question that the form showed: one that was dealt with meanwhile stays as it is.</param>
/// <param name="Chosen">Places of the options chosen in the item, from 0; nothing is looked at where it is skipped.</param>
/// <param name="Skips">Whether it is skipped.</param>
[RequirePermission(Permission.TakeTrialTests)]
public sealed record AnswerItemCommand(Guid AttemptId, int Position, IReadOnlyList<int> Chosen, bool Skips) : ICommand<AnswerReceipt>;

/// <summary>What became of an answer that was sent.</summary>
public enum AnswerReceipt
{
    /// <summary>Kept; the next question follows.</summary>
    Kept,

    /// <summary>Kept; it was the last, and the attempt has ended.</summary>
    Last,

    /// <summary>The question was dealt with before: with the same form, in another tab or on another device. That stands.</summary>
    DealtWith,

    /// <summary>It came after the end: it is not kept, what came in time is.</summary>
    TooLate,
}

internal sealed class AnswerItemHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<AnswerItemCommand, Result<AnswerReceipt>>
{
    public async Task<Result<AnswerReceipt>> Handle(AnswerItemCommand request, CancellationToken cancellationToken)
    {
        var attempt = await db.FindAttemptAsync(user, request.AttemptId, cancellationToken);
        if (attempt is null)
        {
            return new NotFound();
        }

        var before = attempt.Answers.FirstOrDefault(a => a.Position == request.Position);
        if (before is not null && before.Outcome != AnswerOutcome.Waiting && before.Outcome == (request.Skips ? AnswerOutcome.Skipped : AnswerOutcome.Answered)
            && (request.Skips || before.Choice.ToHashSet().SetEquals(request.Chosen)))
        {
            // the same form a second time
            return attempt.EndedAt is null ? AnswerReceipt.Kept : AnswerReceipt.Last;
        }

        var now = time.UtcNow();
        if (attempt.EndedAt is not null || now >= attempt.EndsAt)
        {
            await db.EndAsync(attempt, now, cancellationToken);
            return AnswerReceipt.TooLate;
        }

        var present = attempt.Present!;
        if (present.Position != request.Position)
        {
            return AnswerReceipt.DealtWith;
        }

        if (!request.Skips)
        {
            var item = (await db.ScoredItemsAsync([present.VersionId], cancellationToken)).Values.Single();
            if (!item.Content.Offers(request.Chosen))
            {
                return new InvalidInput([new FieldFault(nameof(request.Chosen), request.Chosen.Count == 0 ? "choose_or_skip" : "option_not_offered", [])]);
            }
        }

        if (attempt.Give(request.Skips ? [] : request.Chosen, now) is { } error)
        {
            return error;
        }

        if (attempt.Present is not null)
        {
            return AnswerReceipt.Kept;
        }

        await db.EndAsync(attempt, now, cancellationToken);
        return AnswerReceipt.Last;
    }
}
