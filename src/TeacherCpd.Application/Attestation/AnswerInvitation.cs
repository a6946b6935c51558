using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>Somebody who was invited to a commission accepts, or refuses with a reason.</summary>
/// <param name="Reason">Needed for a refusal.</param>
[RequirePermission(Permission.VoteOnAttestationCases)]
public sealed record AnswerInvitationCommand(Guid CommissionId, bool Accepts, string? Reason) : ICommand<Done>;

internal sealed class AnswerInvitationValidator : AbstractValidator<AnswerInvitationCommand>
{
    public AnswerInvitationValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().When(c => !c.Accepts).WithErrorCode("required");
        RuleFor(c => c.Reason).MaximumLength(CommissionMember.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class AnswerInvitationHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time)
    : IRequestHandler<AnswerInvitationCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AnswerInvitationCommand request, CancellationToken cancellationToken)
    {
        var commission = await db.Commissions
            .Include(c => c.Members)
            .SingleOrDefaultAsync(c => c.Id == request.CommissionId && c.Members.Any(m => m.PersonId == user.Me), cancellationToken);
        if (commission is null)
        {
            return new NotFound();
        }

        // sent twice, answered once
        var goal = request.Accepts ? CommissionMemberStatus.Serving : CommissionMemberStatus.Refused;
        if (commission.Members.Single(m => m.PersonId == user.Me).Status == goal)
        {
            return Done.Value;
        }

        var now = time.UtcNow();
        if (commission.Answer(user.Me, request.Accepts, request.Reason?.Trim() ?? "", now) is { } refused)
        {
            return refused;
        }

        var seat = await db.Organisations.Where(o => o.Id == commission.OrganisationId).Select(o => new { o.Kind, o.Name }).SingleAsync(cancellationToken);
        if (request.Accepts)
        {
            await db.RecuseNewcomerAsync(commission, seat.Kind.Level(), user.Me, now, cancellationToken);
        }
        else
        {
            // of several refusals the secretary gets a mail each: the subject is the member
            var member = commission.Members.Single(m => m.PersonId == user.Me);
            db.Tell(jobs, commission.SecretaryId, AttestationNoticeKind.Refused, member.Id, seat.Name.Kk, Clock.DayOf(now), now);
        }

        return Done.Value;
    }
}
