using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>
/// An administrator puts another person in the place of a member by an order. The composition changes; at a sitting nobody stands
/// in for another.
/// </summary>
/// <param name="MemberId">Person whose place it is.</param>
/// <param name="PersonId">Person who is invited to it.</param>
/// <param name="Ground">Number and day of the order, and why.</param>
[RequirePermission(Permission.ManageCommissions)]
public sealed record ReplaceMemberCommand(Guid CommissionId, Guid MemberId, Guid? PersonId, string? Ground) : ICommand<Done>;

/// <summary>The member has voted on cases that are not decided: those votes would count for a commission in which the member is no more.</summary>
/// <param name="Cases">How many.</param>
public sealed record MemberHasOpenVotes(int Cases) : Error("member_has_open_votes", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Cases];
}

internal sealed class ReplaceMemberValidator : AbstractValidator<ReplaceMemberCommand>
{
    public ReplaceMemberValidator()
    {
        RuleFor(c => c.PersonId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Ground).NotEmpty().WithErrorCode("required").MaximumLength(CommissionMember.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class ReplaceMemberHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time)
    : IRequestHandler<ReplaceMemberCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReplaceMemberCommand request, CancellationToken cancellationToken)
    {
        var commission = await db.Commissions.ManagedBy(db, user).Include(c => c.Members).SingleOrDefaultAsync(c => c.Id == request.CommissionId, cancellationToken);
        if (commission is null)
        {
            return new NotFound();
        }

        var (today, now, newcomer) = (time.Today(), time.UtcNow(), request.PersonId!.Value);
        if (commission.ValidTo < today)
        {
            return new CommissionWithoutPowers();
        }

        var open = await db.AttestationCases.CountAsync(
            c => c.CommissionId == commission.Id && c.Status == AttestationCaseStatus.Voting
                && c.Votes.Any(v => v.MemberId == request.MemberId && v.CommissionId == commission.Id),
            cancellationToken);
        if (open > 0)
        {
            return new MemberHasOpenVotes(open);
        }

        if (newcomer == commission.SecretaryId)
        {
            return new SecretaryIsAMember();
        }

        var seat = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == commission.OrganisationId, cancellationToken);
        if (!await db.Persons.WithRoleOver(db, Role.CommissionMember, seat.Path).AnyAsync(p => p.Id == newcomer, cancellationToken))
        {
            return new NotChosenByRole(Role.CommissionMember, nameof(ReplaceMemberCommand.PersonId));
        }

        var wrong = await db.CheckMembersAsync([newcomer], seat, today, cancellationToken)
            ?? commission.Replace(request.MemberId, newcomer, request.Ground!.Trim(), now);
        if (wrong is not null)
        {
            return wrong;
        }

        db.Tell(jobs, newcomer, AttestationNoticeKind.Invited, commission.Id, seat.Name.Kk, commission.ValidFrom, now);
        db.Tell(jobs, request.MemberId, AttestationNoticeKind.Replaced, commission.Id, seat.Name.Kk, today, now);
        return Done.Value;
    }
}
