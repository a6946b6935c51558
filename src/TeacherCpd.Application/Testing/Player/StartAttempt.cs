using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Testing.Items;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Player;

/// <summary>Starts the own attempt at a trial test; one that was started before goes on.</summary>
/// <param name="TestId">Test.</param>
/// <param name="Language">Language of the items: Kazakh or Russian (order 83, paragraph 44).</param>
/// <param name="NeedsMoreTime">Whether the person has impaired sight, hearing or movement, and so more time (paragraph 40). For a trial nobody asks for a paper.</param>
[RequirePermission(Permission.TakeTrialTests)]
public sealed record StartAttemptCommand(Guid TestId, Language Language, bool NeedsMoreTime) : ICommand<Guid>;

/// <summary>Whoever works with the bank knows its keys.</summary>
public sealed record SeesTheBank() : Error("sees_the_bank", ErrorKind.Conflict);

internal sealed class StartAttemptValidator : AbstractValidator<StartAttemptCommand>
{
    public StartAttemptValidator() => RuleFor(c => c.Language).Must(l => l is Language.Kk or Language.Ru).WithErrorCode("required");
}

internal sealed class StartAttemptHandler(IAppDbContext db, CurrentUser user, TestingRules rules, TimeProvider time) : IRequestHandler<StartAttemptCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(StartAttemptCommand request, CancellationToken cancellationToken)
    {
        if (user.SeesBank())
        {
            return new SeesTheBank();
        }

        var me = user.Me;
        await db.TakeTurnAsync(FormattableString.Invariant($"attempt/{request.TestId}/{me}"), cancellationToken);
        var test = await db.TrialTests.AsNoTracking().Include(t => t.Sections).SingleOrDefaultAsync(t => t.Id == request.TestId && t.Status != TrialTestStatus.Draft, cancellationToken);
        if (test is null)
        {
            return new NotFound();
        }

        var before = await db.TestAttempts.Where(a => a.TestId == test.Id && a.PersonId == me).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancellationToken);
        if (before is { } known)
        {
            return known;
        }

        if (!test.IsOpenOn(time.Today()))
        {
            return new TrialTestNotOpen();
        }

        // ids tell the order in which items came into the bank: it does not change
        var bank = (await db.ItemVersions
            .Where(v => v.Status == ItemStatus.Approved)
            .OrderBy(v => v.Id)
            .Select(v => new { v.Id, v.Section, v.Subject })
            .ToListAsync(cancellationToken))
            .ToLookup(v => (v.Section, v.Subject), v => v.Id);
        var now = time.UtcNow();
        var attempt = TestAttempt.Start(
            test.Id,
            me,
            request.Language,
            RandomNumberGenerator.GetInt32(int.MaxValue),
            now,
            now.AddMinutes(test.Minutes + (request.NeedsMoreTime ? rules.ExtraMinutes : 0)),
            test.Sections.OrderBy(s => s.Place).Select(s => (s, (IReadOnlyList<Guid>)[.. bank[(s.Section, s.Subject)]])));
        if (attempt.Answers.Count == 0)
        {
            return new TooFewItems();
        }

        db.TestAttempts.Add(attempt);
        return attempt.Id;
    }
}
