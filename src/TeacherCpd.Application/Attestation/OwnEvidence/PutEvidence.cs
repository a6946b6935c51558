using AutoMapper;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.OwnEvidence;

/// <summary>The candidate puts an own item to a criterion of the case.</summary>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record PutEvidenceCommand(Guid CaseId, Guid ItemId, string? Criterion) : ICommand<Done>;

internal sealed class PutEvidenceValidator : AbstractValidator<PutEvidenceCommand>
{
    public PutEvidenceValidator() => RuleFor(c => c.Criterion).NotEmpty().WithErrorCode("required");
}

internal sealed class PutEvidenceHandler(IAppDbContext db, IMapper mapper, CurrentUser user, TimeProvider time) : IRequestHandler<PutEvidenceCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(PutEvidenceCommand request, CancellationToken cancellationToken)
    {
        var own = await db.OwnCaseForEvidenceAsync(user.Me, request.CaseId, cancellationToken);
        var item = await db.EvidenceItems.SingleOrDefaultAsync(i => i.Id == request.ItemId && i.PersonId == user.Me, cancellationToken);
        if (own is null || item is null)
        {
            return new NotFound();
        }

        var evaluation = await Evaluation.OfCaseAsync(db, mapper, own, time.Today(), cancellationToken);
        if (!evaluation.Criteria.Contains(request.Criterion))
        {
            return new InvalidInput([new FieldFault(nameof(request.Criterion), "criterion_not_of_sheet", [request.Criterion])]);
        }

        return own.PutEvidence(item, request.Criterion!, time.UtcNow()) is { } refused ? refused : Done.Value;
    }
}
