using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>
/// The trainer of the group or a coordinator in scope confirms a passage or dismisses it, with a reason. The figure after review
/// is counted anew in every round and version that holds this report; the machine's own figure stays.
/// </summary>
/// <param name="CheckId">Check whose report was read.</param>
/// <param name="PassageId">Passage of it.</param>
/// <param name="Judgement">What is said; null: nothing was chosen.</param>
/// <param name="Reason">Why.</param>
[SignedIn]
public sealed record ReviewPassageCommand(Guid CheckId, Guid PassageId, PassageJudgement? Judgement, string Reason) : ICommand<Done>;

internal sealed class ReviewPassageValidator : AbstractValidator<ReviewPassageCommand>
{
    public ReviewPassageValidator()
    {
        RuleFor(c => c.Judgement).NotNull().WithErrorCode("required").IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(PassageReview.ReasonLength).WithErrorCode("too_long");
    }
}

internal sealed class ReviewPassageHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<ReviewPassageCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReviewPassageCommand request, CancellationToken cancellationToken)
    {
        var found = await db.OriginalityChecks
            .AsNoTracking()
            .Where(c => c.Id == request.CheckId)
            .Select(c => new { c.VersionId, c.MaterialId, Passage = c.Passages.SingleOrDefault(p => p.Id == request.PassageId) })
            .SingleOrDefaultAsync(cancellationToken);
        var work = found?.Passage is null ? null : await db.WorkPlaces().AsNoTracking().SingleAsync(w => w.VersionId == found.VersionId, cancellationToken);
        if (work?.IsJudgedBy(user) != true)
        {
            return new NotFound();
        }

        var review = new PassageReview
        {
            MaterialId = found!.MaterialId,
            SourceMaterialId = found.Passage!.SourceMaterialId,
            Start = found.Passage.Start,
            Length = found.Passage.Length,
            Judgement = request.Judgement!.Value,
            Reason = request.Reason.Trim(),
            At = time.UtcNow(),
            By = user.Me,
        };
        var reviews = await db.PassageReviews.AsNoTracking().Where(r => r.MaterialId == found.MaterialId).ToListAsync(cancellationToken);
        db.PassageReviews.Add(review);
        foreach (var check in await db.OriginalityChecks
            .Include(c => c.Passages)
            .Where(c => c.MaterialId == found.MaterialId && c.Status == CheckStatus.Done)
            .ToListAsync(cancellationToken))
        {
            check.CountAnew([.. reviews, review]);
        }

        return Done.Value;
    }
}
