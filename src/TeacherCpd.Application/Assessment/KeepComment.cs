using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>An assessor or trainer keeps a short text to use again; nobody else sees it.</summary>
/// <param name="CommentId">Id that the form carries: sending it twice keeps one text.</param>
/// <param name="CriterionCode">Code of the criterion it is for; empty: any.</param>
/// <param name="KeptText">The text.</param>
[SignedIn]
public sealed record KeepCommentCommand(Guid CommentId, string? CriterionCode, string KeptText) : ICommand<Done>;

/// <summary>The person keeps as many texts as there is room for.</summary>
public sealed record TooManyComments() : Error("too_many_comments", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [BankComment.Most];
}

internal sealed class KeepCommentValidator : AbstractValidator<KeepCommentCommand>
{
    public KeepCommentValidator()
    {
        RuleFor(c => c.CriterionCode).MaximumLength(Rubric.CodeLength).WithErrorCode("too_long");
        RuleFor(c => c.KeptText).NotEmpty().WithErrorCode("required").MaximumLength(BankComment.TextLength).WithErrorCode("too_long");
    }
}

internal sealed class KeepCommentHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<KeepCommentCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(KeepCommentCommand request, CancellationToken cancellationToken)
    {
        if (!user.Can(Permission.AssessPortfolios) && !user.Can(Permission.GiveFeedback))
        {
            return new Forbidden();
        }

        var bank = await db.BankAsync(user.Me, cancellationToken);
        var text = request.KeptText.Trim();
        var code = string.IsNullOrWhiteSpace(request.CriterionCode) ? null : request.CriterionCode;
        if (bank.Any(c => c.Id == request.CommentId || (c.Text == text && c.CriterionCode == code)))
        {
            return Done.Value;
        }

        if (bank.Count >= BankComment.Most)
        {
            return new TooManyComments();
        }

        db.BankComments.Add(new BankComment
        {
            Id = request.CommentId,
            OwnerId = user.Me,
            CriterionCode = code,
            Text = text,
        });
        return Done.Value;
    }
}

/// <summary>A kept text as it is shown to its owner.</summary>
/// <param name="Id">Id.</param>
/// <param name="CriterionCode">Code of the criterion it is for; null: any.</param>
/// <param name="Text">The text.</param>
public sealed record KeptComment(Guid Id, string? CriterionCode, string Text);

/// <summary>Reads what a person keeps.</summary>
internal static class CommentBank
{
    /// <summary>The texts of a person, the oldest first.</summary>
    public static async Task<IReadOnlyList<KeptComment>> BankAsync(this IAppDbContext db, Guid ownerId, CancellationToken cancellationToken) =>
        await db.BankComments
            .Where(c => c.OwnerId == ownerId)
            .OrderBy(c => c.Id)
            .Select(c => new KeptComment(c.Id, c.CriterionCode, c.Text))
            .ToListAsync(cancellationToken);
}
