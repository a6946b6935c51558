using System.Globalization;
using System.Text.Json.Nodes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The secretary draws up the order that puts the decisions of a closed sitting in force, once.</summary>
/// <param name="SignedBy">Head of the attesting body who signs it.</param>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record IssueOrderCommand(Guid SittingId, string? SignedBy) : ICommand<Guid>;

/// <summary>The sitting is not closed, or gave nobody a category: there is nothing to order.</summary>
public sealed record NothingToOrder() : Error("nothing_to_order", ErrorKind.Conflict);

internal sealed class IssueOrderValidator : AbstractValidator<IssueOrderCommand>
{
    public IssueOrderValidator() => RuleFor(c => c.SignedBy).NotEmpty().WithErrorCode("required").MaximumLength(AttestationOrder.NameLength).WithErrorCode("too_long");
}

internal sealed class IssueOrderHandler(IAppDbContext db, CurrentUser user, CaseChain chain, TimeProvider time) : IRequestHandler<IssueOrderCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(IssueOrderCommand request, CancellationToken cancellationToken)
    {
        var sitting = await db.SittingToHoldAsync(user, request.SittingId, cancellationToken);
        if (sitting is null)
        {
            return new NotFound();
        }

        // sent twice, issued once
        if (await db.AttestationOrders.Where(o => o.SittingId == sitting.Id).Select(o => (Guid?)o.Id).SingleOrDefaultAsync(cancellationToken) is { } issued)
        {
            return issued;
        }

        var given = await (
            from protocol in db.Protocols
            join attestationCase in db.AttestationCases on protocol.CaseId equals attestationCase.Id
            where protocol.SittingId == sitting.Id && protocol.GrantedCategory != null
            orderby protocol.Number
            select new { Case = attestationCase, protocol.Number, protocol.GrantedCategory }).ToListAsync(cancellationToken);
        if (sitting.Status != SittingStatus.Closed || given.Count == 0)
        {
            return new NothingToOrder();
        }

        var now = time.UtcNow();
        var on = Clock.DayOf(now);
        var number = await db.NextNumberAsync(string.Create(CultureInfo.InvariantCulture, $"attestation-order/{on.Year}"), cancellationToken);
        var order = new AttestationOrder
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"BQ-{on.Year}-{number:000000}"),
            SittingId = sitting.Id,
            On = on,
            SignedBy = request.SignedBy!.Trim(),
        };
        db.AttestationOrders.Add(order);
        foreach (var row in given)
        {
            await chain.AppendAsync(
                row.Case,
                ChainKind.Order,
                order.Id,
                now,
                new JsonObject { ["number"] = order.Number, ["signedBy"] = order.SignedBy, ["protocol"] = row.Number, ["granted"] = row.GrantedCategory },
                cancellationToken);
        }

        return order.Id;
    }
}
