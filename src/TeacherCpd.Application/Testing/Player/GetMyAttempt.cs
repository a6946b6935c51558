using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Player;

/// <summary>The question of the own attempt that is asked now: the same on every device.</summary>
[RequirePermission(Permission.TakeTrialTests)]
public sealed record GetMyAttemptQuery(Guid AttemptId) : IQuery<AttemptView>;

/// <summary>An attempt that runs.</summary>
/// <param name="Title">Title of the test.</param>
/// <param name="Question">The question; null where the attempt has ended or its time is over.</param>
/// <param name="Total">Questions.</param>
/// <param name="EndsAt">When its time is over (UTC).</param>
/// <param name="Left">Time that is left.</param>
public sealed record AttemptView(Guid Id, LocalizedText Title, QuestionView? Question, int Total, DateTime EndsAt, TimeSpan Left);

/// <summary>A question as it is asked. It has no key.</summary>
/// <param name="Position">Position, from 1.</param>
/// <param name="Language">Language of its text.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Options">Options in the order of this attempt, each with its place in the item.</param>
public sealed record QuestionView(int Position, TestSection Section, string Subject, Language Language, ItemKind Kind, string Text, IReadOnlyList<OptionView> Options);

/// <summary>An option.</summary>
/// <param name="Place">Its place in the item, from 0: what the form sends.</param>
public sealed record OptionView(int Place, string Text);

internal sealed class GetMyAttemptHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetMyAttemptQuery, Result<AttemptView>>
{
    public async Task<Result<AttemptView>> Handle(GetMyAttemptQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var attempt = await db.TestAttempts.AsNoTracking().Include(a => a.Answers).SingleOrDefaultAsync(a => a.Id == request.AttemptId && a.PersonId == me, cancellationToken);
        if (attempt is null)
        {
            return new NotFound();
        }

        var title = await db.TrialTests.Where(t => t.Id == attempt.TestId).Select(t => t.Title).SingleAsync(cancellationToken);
        var now = time.UtcNow();
        var present = now < attempt.EndsAt ? attempt.Present : null;
        return new AttemptView(
            attempt.Id,
            title,
            present is null ? null : QuestionOf(attempt, present, ItemContent.Parse(await db.ItemVersions.Where(v => v.Id == present.VersionId).Select(v => v.Json).SingleAsync(cancellationToken))),
            attempt.Answers.Count,
            attempt.EndsAt,
            present is null ? TimeSpan.Zero : attempt.EndsAt - now);
    }

    internal static QuestionView QuestionOf(TestAttempt attempt, AttemptAnswer answer, ItemContent content)
    {
        var isRussian = attempt.Language == Language.Ru;
        return new QuestionView(
            answer.Position, answer.Section, answer.Subject, attempt.Language, content.Kind, isRussian ? content.TextRu : content.TextKk,
            [.. attempt.OrderOf(answer.Position, content.Options.Count).Select(place => new OptionView(place, isRussian ? content.Options[place].Ru : content.Options[place].Kk))]);
    }
}
