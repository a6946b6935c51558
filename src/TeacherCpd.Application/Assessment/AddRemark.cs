using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>An assessor or trainer ties words to a passage of the text and to a criterion of the own open sheet.</summary>
/// <param name="RemarkId">Id that the form carries: sending it twice makes one remark.</param>
/// <param name="SheetId">Own sheet.</param>
/// <param name="CriterionId">Criterion of the sheet.</param>
/// <param name="MaterialId">Material in which the passage was marked; null: the first in which it stands.</param>
/// <param name="Quote">The passage as it is read.</param>
/// <param name="Near">Place at which it was marked, in UTF-16 units of the text as it is read; 0: the first.</param>
/// <param name="Words">What is said about it.</param>
[SignedIn]
public sealed record AddRemarkCommand(Guid RemarkId, Guid SheetId, Guid CriterionId, Guid? MaterialId, string Quote, int Near, string Words) : ICommand<Done>;

/// <summary>The quote does not stand in the text.</summary>
public sealed record QuoteNotFound() : Error("quote_not_found", ErrorKind.Invalid)
{
    public override string Field => nameof(AddRemarkCommand.Quote);
}

/// <summary>The sheet has as many remarks as it may.</summary>
public sealed record TooManyRemarks() : Error("too_many_remarks", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [PassageRemark.Most];
}

internal sealed class AddRemarkValidator : AbstractValidator<AddRemarkCommand>
{
    public AddRemarkValidator()
    {
        RuleFor(c => c.Quote).NotEmpty().WithErrorCode("required").MaximumLength(PassageRemark.QuoteLength).WithErrorCode("too_long");
        RuleFor(c => c.Words).NotEmpty().WithErrorCode("required").MaximumLength(PassageRemark.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class AddRemarkHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<AddRemarkCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AddRemarkCommand request, CancellationToken cancellationToken)
    {
        var sheet = await db.SheetToRemarkOnAsync(user, request.SheetId, cancellationToken);
        if (sheet is null)
        {
            return new NotFound();
        }

        var criteria = sheet.ToMark((await db.SheetRubricAsync(sheet.RubricId, cancellationToken)).Criteria);
        if (criteria.All(c => c.Id != request.CriterionId))
        {
            return new NotFound();
        }

        if (sheet.SignedAt is not null)
        {
            return new SheetAlreadySigned();
        }

        var made = await db.PassageRemarks.Where(r => r.SheetId == sheet.Id).Select(r => r.Id).ToListAsync(cancellationToken);
        if (made.Contains(request.RemarkId))
        {
            return Done.Value;
        }

        if (made.Count >= PassageRemark.Most)
        {
            return new TooManyRemarks();
        }

        var texts = await (
            from version in db.PortfolioVersions
            where version.Id == sheet.PortfolioVersionId
            from material in version.Materials
            join text in db.PortfolioTexts on material.Id equals text.MaterialId
            where request.MaterialId == null || material.Id == request.MaterialId
            select new { material.Id, material.Kind, material.Part, text.Text }).ToListAsync(cancellationToken);
        var hide = sheet.Role == SheetRole.Feedback ? null : await db.HiderAsync(sheet.PortfolioVersionId, cancellationToken);
        foreach (var text in texts.OrderBy(t => t.Kind).ThenBy(t => t.Part))
        {
            if (new ShownText(text.Text, hide?.Invoke(text.Text) ?? []).Find(request.Quote, request.Near) is not { } range)
            {
                continue;
            }

            if (range.Length > PassageRemark.QuoteLength)
            {
                return new QuoteNotFound();
            }

            db.PassageRemarks.Add(new PassageRemark
            {
                Id = request.RemarkId,
                SheetId = sheet.Id,
                CriterionId = request.CriterionId,
                MaterialId = text.Id,
                Start = range.Start,
                Length = range.Length,
                Quote = text.Text.Substring(range.Start, range.Length),
                Words = request.Words.Trim(),
                MadeAt = time.UtcNow(),
            });
            return Done.Value;
        }

        return new QuoteNotFound();
    }
}
