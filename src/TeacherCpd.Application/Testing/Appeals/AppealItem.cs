using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Testing.Player;
using TeacherCpd.Application.Testing.Tests;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Appeals;

/// <summary>A teacher objects to a question of the own attempt. Sent twice it is one appeal.</summary>
/// <param name="AttemptId">Attempt.</param>
/// <param name="Position">Question.</param>
/// <param name="Ground">On what the appeal rests.</param>
/// <param name="Reason">Reason: without one an appeal is not looked at (order 83, paragraph 48).</param>
[RequirePermission(Permission.TakeTrialTests)]
public sealed record AppealItemCommand(Guid AttemptId, int Position, AppealGround? Ground, string? Reason) : ICommand<Done>;

/// <summary>The term for appeals is over, or the attempt runs.</summary>
public sealed record ItemAppealTermOver() : Error("item_appeal_term_over", ErrorKind.Conflict);

internal sealed class AppealItemValidator : AbstractValidator<AppealItemCommand>
{
    public AppealItemValidator()
    {
        RuleFor(c => c.Ground).NotNull().IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(ItemAppeal.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class AppealItemHandler(IAppDbContext db, CurrentUser user, TestingRules rules, TimeProvider time) : IRequestHandler<AppealItemCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AppealItemCommand request, CancellationToken cancellationToken)
    {
        var attempt = await db.FindAttemptAsync(user, request.AttemptId, cancellationToken);
        if (attempt is null)
        {
            return new NotFound();
        }

        var now = time.UtcNow();
        if (now >= attempt.EndsAt)
        {
            await db.EndAsync(attempt, now, cancellationToken);
        }

        var asked = attempt.Answers.FirstOrDefault(a => a.Position == request.Position && a.IsSeen);
        if (attempt.EndedAt is not { } endedAt || asked is null)
        {
            return new NotFound();
        }

        if (await db.ItemAppeals.AnyAsync(a => a.AttemptId == attempt.Id && a.Position == request.Position, cancellationToken))
        {
            return Done.Value;
        }

        var test = await db.TrialTests.AsNoTracking().SingleAsync(t => t.Id == attempt.TestId, cancellationToken);
        if (now >= test.AppealUntil(endedAt, rules))
        {
            return new ItemAppealTermOver();
        }

        db.ItemAppeals.Add(new ItemAppeal
        {
            AttemptId = attempt.Id,
            Position = request.Position,
            VersionId = asked.VersionId,
            PersonId = user.Me,
            Ground = request.Ground!.Value,
            Reason = request.Reason.Lines(),
            FiledAt = now,
        });
        return Done.Value;
    }
}
