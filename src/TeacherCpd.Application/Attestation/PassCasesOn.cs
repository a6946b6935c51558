using AutoMapper;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>
/// An administrator passes the cases that wait for a commission on to another one, before or after its powers end: no case is left
/// without somebody who decides it. What was at the vote is put to it anew.
/// </summary>
/// <param name="FromId">Commission whose cases they are.</param>
/// <param name="ToId">Commission that decides them from now on.</param>
[RequirePermission(Permission.ManageCommissions)]
public sealed record PassCasesOnCommand(Guid FromId, Guid? ToId) : ICommand<int>;

/// <summary>The commission cannot decide these cases: it has no powers, is not complete, or does not stand over their organisations at the level needed.</summary>
/// <param name="Number">First case that it cannot decide; empty where it can decide none.</param>
public sealed record CannotTakeOver(string Number) : Error("cannot_take_over", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Number];

    public override string Field => nameof(PassCasesOnCommand.ToId);
}

internal sealed class PassCasesOnValidator : AbstractValidator<PassCasesOnCommand>
{
    public PassCasesOnValidator()
    {
        RuleFor(c => c.ToId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.ToId).NotEqual(c => c.FromId).WithErrorCode("required");
    }
}

internal sealed class PassCasesOnHandler(IAppDbContext db, IMapper mapper, CurrentUser user, IBackgroundJobs jobs, TimeProvider time)
    : IRequestHandler<PassCasesOnCommand, Result<int>>
{
    public async Task<Result<int>> Handle(PassCasesOnCommand request, CancellationToken cancellationToken)
    {
        var managed = db.Commissions.ManagedBy(db, user);
        var from = await managed.SingleOrDefaultAsync(c => c.Id == request.FromId, cancellationToken);
        var to = await managed.Include(c => c.Members).SingleOrDefaultAsync(c => c.Id == request.ToId, cancellationToken);
        if (from is null || to is null)
        {
            return new NotFound();
        }

        var (today, now) = (time.Today(), time.UtcNow());
        var seat = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == to.OrganisationId, cancellationToken);
        var members = to.Serving.Select(m => m.PersonId).ToList();
        var chairs = to.Serving.Where(m => m.IsChair).Select(m => m.PersonId).ToList();
        if (!to.HasPowersOn(today))
        {
            return new CannotTakeOver("");
        }

        var open = await db.AttestationCases
            .OpenAt(from.Id)
            .Include(c => c.Scores)
            .Include(c => c.Votes)
            .Include(c => c.Recusals)
            .OrderBy(c => c.Number)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var paths = await db.Organisations
            .Where(o => db.AttestationCases.OpenAt(from.Id).Any(c => c.OrganisationId == o.Id))
            .Select(o => new { o.Id, o.Path })
            .ToDictionaryAsync(o => o.Id, o => o.Path, cancellationToken);
        foreach (var waiting in open)
        {
            var evaluation = await Evaluation.OfCaseAsync(db, mapper, waiting, today, cancellationToken);
            if (!paths[waiting.OrganisationId].StartsWith(seat.Path, StringComparison.Ordinal)
                || seat.Kind.Level() < evaluation.Answer.CommissionLevel
                || chairs.Contains(waiting.PersonId)
                || (seat.Kind.Level() == CommissionLevel.Organisation && members.Contains(waiting.PersonId))
                || CommissionDecision.CheckComposition(evaluation.Rules.Commission, members, chairs, to.SecretaryId) is not null)
            {
                return new CannotTakeOver(waiting.Number);
            }

            if (waiting.PassOn(to.Id) is { } refused)
            {
                return refused;
            }

            await db.RecuseAsync(waiting, members, seat.Kind.Level(), now, cancellationToken);
        }

        if (open.Count > 0 && to.SecretaryId != from.SecretaryId)
        {
            // the subject is the first case: one that was passed on to and fro is told once
            if (!await db.AttestationNotices.AnyAsync(
                n => n.SubjectId == open[0].Id && n.Kind == AttestationNoticeKind.CasesPassedOn && n.RecipientId == to.SecretaryId, cancellationToken))
            {
                db.Tell(jobs, to.SecretaryId, AttestationNoticeKind.CasesPassedOn, open[0].Id, seat.Name.Kk, today, now);
            }
        }

        return open.Count;
    }
}
