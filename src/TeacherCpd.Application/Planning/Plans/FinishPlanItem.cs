using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Plans;

/// <summary>Whoever answers for an item, or keeps its plan, attaches the form of completion: so the item, or one of its times, is done.</summary>
/// <param name="ProofId">Id that the form carries: sending it twice attaches one.</param>
/// <param name="WindowId">Which of its times; null for the item as a whole.</param>
/// <param name="Words">The document: kind, number and date, or where it lies.</param>
/// <param name="Link">Address of the document; may be empty.</param>
[SignedIn]
public sealed record FinishPlanItemCommand(Guid ProofId, Guid ItemId, Guid? WindowId, string? Words, string? Link) : ICommand<Done>;

internal sealed class FinishPlanItemValidator : AbstractValidator<FinishPlanItemCommand>
{
    public FinishPlanItemValidator()
    {
        RuleFor(c => c.Words).NotEmpty().WithErrorCode("required").MaximumLength(PlanItem.WordsLength).WithErrorCode("too_long");
        RuleFor(c => c.Link).MaximumLength(PlanItem.LinkLength).WithErrorCode("too_long").Must(Links.AreWeb).WithErrorCode("link_wrong");
    }
}

internal sealed class FinishPlanItemHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<FinishPlanItemCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(FinishPlanItemCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfPlanAsync(request.ItemId, cancellationToken);
        if (await db.ItemInHandAsync(user, request.ItemId, cancellationToken) is not var (item, _, _))
        {
            return new NotFound();
        }

        var proof = new PlanProof
        {
            Id = request.ProofId,
            ItemId = item.Id,
            Words = request.Words.Lines(),
            Link = request.Link.OrNothing(),
            ById = user.Me,
            At = time.UtcNow(),
        };
        return item.Finish(request.WindowId, proof) is { } refused ? refused : Done.Value;
    }
}
