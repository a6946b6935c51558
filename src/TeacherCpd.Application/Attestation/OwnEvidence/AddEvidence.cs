using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Attestation.OwnEvidence;

/// <summary>A person adds evidence with a file.</summary>
/// <param name="ItemId">Id that the form carries: sending it twice adds one item.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Title">What it is called.</param>
/// <param name="On">Day of it.</param>
/// <param name="Level">Level; null where it has none.</param>
/// <param name="Consents">Whether the person allows its use.</param>
/// <param name="File">A file of the store, as it was received.</param>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record AddEvidenceCommand(
    Guid ItemId, EvidenceKind? Kind, string? Title, DateOnly? On, EvidenceLevel? Level, bool Consents, EvidenceFile? File) : ICommand<Guid>;

internal sealed class AddEvidenceValidator : AbstractValidator<AddEvidenceCommand>
{
    // a working life back
    private static readonly DateOnly Earliest = new(1970, 1, 1);

    public AddEvidenceValidator()
    {
        RuleFor(c => c.ItemId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Kind).NotNull().WithErrorCode("required").IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Title).NotEmpty().WithErrorCode("required").MaximumLength(EvidenceFacts.TitleMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.On).NotNull().WithErrorCode("required").GreaterThanOrEqualTo(Earliest).WithErrorCode("activity_too_early");
        RuleFor(c => c.Level).IsInEnum().WithErrorCode("required");
    }
}

internal sealed class AddEvidenceHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<AddEvidenceCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddEvidenceCommand request, CancellationToken cancellationToken)
    {
        var owner = await db.EvidenceItems.Where(i => i.Id == request.ItemId).Select(i => (Guid?)i.PersonId).SingleOrDefaultAsync(cancellationToken);
        if (owner is not null)
        {
            return owner == user.Me ? request.ItemId : new NotFound();
        }

        var item = EvidenceItem.Add(
            request.ItemId,
            user.Me,
            new EvidenceFacts(request.Kind!.Value, request.Title!.Trim(), request.On!.Value, request.Level),
            request.File,
            request.Consents,
            time.UtcNow(),
            time.Today());
        if (item.Error is { } refused)
        {
            return refused;
        }

        db.EvidenceItems.Add(item.Value);
        return item.Value.Id;
    }
}
