using System.Text.Json.Nodes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>A member who is at the sitting votes on a case, once.</summary>
/// <param name="Conforms">Conforms to the claimed category, or does not.</param>
/// <param name="Reason">Needed for "does not conform".</param>
/// <param name="Lower">Where it does not conform: whether a category below the present one is to be given; else the present one is kept.</param>
[RequirePermission(Permission.VoteOnAttestationCases)]
public sealed record CastVoteCommand(Guid CaseId, bool Conforms, string? Reason, bool Lower = false) : ICommand<Done>;

internal sealed class CastVoteValidator : AbstractValidator<CastVoteCommand>
{
    private const int MostLetters = 2000;

    public CastVoteValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().When(c => !c.Conforms).WithErrorCode("required");
        RuleFor(c => c.Reason).MaximumLength(MostLetters).WithErrorCode("too_long");
    }
}

internal sealed class CastVoteHandler(IAppDbContext db, CurrentUser user, CaseChain chain, TimeProvider time) : IRequestHandler<CastVoteCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CastVoteCommand request, CancellationToken cancellationToken)
    {
        var found = await db.AttestationCases
            .OfCommissionsOf(db, user.Me)
            .Include(c => c.Votes)
            .Include(c => c.Recusals)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == request.CaseId, cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        if (found.PersonId == user.Me)
        {
            return new OwnCase();
        }

        // the same vote sent twice is one vote; another one is refused by the case
        if (found.CountedVotes.Any(v => v.MemberId == user.Me && v.Conforms == request.Conforms && v.Lower == (request.Lower && !request.Conforms)))
        {
            return Done.Value;
        }

        if (found.Status != AttestationCaseStatus.Voting)
        {
            return new StepNotAllowed(found.Status.ToString(), nameof(AttestationCaseStatus.Voting));
        }

        var now = time.UtcNow();
        var commission = await db.Commissions.Include(c => c.Members).SingleAsync(c => c.Id == found.CommissionId, cancellationToken);
        if (!commission.HasPowersOn(Clock.DayOf(now)))
        {
            return new CommissionWithoutPowers();
        }

        var json = await db.RuleSets.Where(r => r.Id == found.RuleSetId).Select(r => r.Json).SingleAsync(cancellationToken);
        var sitting = await db.DecidingSittingAsync(found.Id, commission, RuleBook.Read(json).Commission, cancellationToken);
        if (sitting.Error is { } outside)
        {
            return outside;
        }

        if (!sitting.Value.PresentNow.Contains(user.Me))
        {
            return new NotPresent();
        }

        var reason = request.Reason?.Trim() ?? "";
        if (found.Vote(user.Me, request.Conforms, reason, now, request.Lower, sitting.Value.Id) is { } error)
        {
            return error;
        }

        var vote = found.CountedVotes.Single(v => v.MemberId == user.Me);
        var member = await db.Persons.Where(p => p.Id == user.Me).Select(p => p.FamilyName + " " + p.GivenName).SingleAsync(cancellationToken);
        await chain.AppendAsync(
            found,
            ChainKind.Vote,
            vote.Id,
            now,
            new JsonObject
            {
                ["member"] = member,
                ["memberId"] = user.Me.ToString(),
                ["sitting"] = sitting.Value.Number,
                ["claimed"] = found.ClaimedCategory,
                ["conforms"] = vote.Conforms,
                ["lower"] = vote.Lower,
                ["reason"] = reason,
            },
            cancellationToken);
        return Done.Value;
    }
}
