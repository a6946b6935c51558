using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.OwnEvidence;

/// <summary>A person takes a record of the product over as evidence, and so allows its use.</summary>
/// <param name="Origin">Kind of record.</param>
/// <param name="OriginId">The record.</param>
/// <param name="Language">Language in which its title is kept.</param>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record TakeOverEvidenceCommand(EvidenceOrigin Origin, Guid OriginId, Language Language) : ICommand<Guid>;

internal sealed class TakeOverEvidenceValidator : AbstractValidator<TakeOverEvidenceCommand>
{
    public TakeOverEvidenceValidator()
    {
        RuleFor(c => c.Origin).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Language).IsInEnum().WithErrorCode("required");
    }
}

internal sealed class TakeOverEvidenceHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<TakeOverEvidenceCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(TakeOverEvidenceCommand request, CancellationToken cancellationToken)
    {
        var taken = await db.EvidenceItems
            .Where(i => i.PersonId == user.Me && i.Origin == request.Origin && i.OriginId == request.OriginId)
            .Select(i => (Guid?)i.Id)
            .SingleOrDefaultAsync(cancellationToken);
        if (taken is { } there)
        {
            return there;
        }

        var proposals = await db.ProposalsAsync(user.Me, cancellationToken);
        if (proposals.FirstOrDefault(p => p.Origin == request.Origin && p.OriginId == request.OriginId) is not { } proposal)
        {
            return new NotFound();
        }

        var title = proposal.Title.In(request.Language);
        var item = EvidenceItem.TakeOver(
            user.Me,
            new EvidenceFacts(proposal.Kind, title.Length > EvidenceFacts.TitleMaxLength ? title[..EvidenceFacts.TitleMaxLength] : title, proposal.On, null),
            proposal.Origin,
            proposal.OriginId,
            proposal.Reference,
            proposal.File,
            time.UtcNow());
        db.EvidenceItems.Add(item);
        return item.Id;
    }
}
