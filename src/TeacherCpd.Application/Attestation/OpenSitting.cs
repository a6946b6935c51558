using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The secretary opens a sitting with the members who are there: two thirds of the composition at least.</summary>
/// <param name="Present">Members who are there.</param>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record OpenSittingCommand(Guid SittingId, IReadOnlyList<Guid> Present) : ICommand<Done>;

internal sealed class OpenSittingHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<OpenSittingCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(OpenSittingCommand request, CancellationToken cancellationToken)
    {
        var sitting = await db.SittingToHoldAsync(user, request.SittingId, cancellationToken);
        if (sitting is null)
        {
            return new NotFound();
        }

        if (sitting.Status == SittingStatus.Open)
        {
            return Done.Value;
        }

        var today = time.Today();
        var commission = await db.Commissions.Include(c => c.Members).SingleAsync(c => c.Id == sitting.CommissionId, cancellationToken);
        if (!commission.HasPowersOn(today))
        {
            return new CommissionWithoutPowers();
        }

        var edition = await Evaluation.InForceAsync(db, today, cancellationToken);
        if (edition is null)
        {
            return new NoRulesInForce();
        }

        var members = commission.Serving.Select(m => m.PersonId).ToList();
        var chairs = commission.Serving.Where(m => m.IsChair).Select(m => m.PersonId).ToList();
        var rules = RuleBook.Read(edition.Json).Commission;
        if (CommissionDecision.CheckComposition(rules, members, chairs, commission.SecretaryId) is { } wrong)
        {
            return wrong;
        }

        if (request.Present.Except(members).Any())
        {
            return new VoterNotAMember();
        }

        var number = await db.NextNumberAsync(string.Create(CultureInfo.InvariantCulture, $"sitting/{today.Year}"), cancellationToken);
        var refused = sitting.Open(
            string.Create(CultureInfo.InvariantCulture, $"OT-{today.Year}-{number:000000}"), request.Present, rules.Quorum(members.Count), time.UtcNow());
        return refused is null ? Done.Value : refused;
    }
}
