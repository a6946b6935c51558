using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Items;

/// <summary>An expert says whether tests may use the version of an item that is in review.</summary>
/// <param name="Version">Number of the version that the expert saw.</param>
/// <param name="Agrees">Whether the expert agrees; else the version is returned.</param>
/// <param name="Words">Objection, or a remark.</param>
[RequirePermission(Permission.ReviewTestItems)]
public sealed record ReviewItemCommand(Guid ItemId, int Version, bool Agrees, string? Words) : ICommand<Done>;

internal sealed class ReviewItemValidator : AbstractValidator<ReviewItemCommand>
{
    public ReviewItemValidator() => RuleFor(c => c.Words).MaximumLength(TestItem.WordsLength).WithErrorCode("too_long");
}

internal sealed class ReviewItemHandler(IAppDbContext db, CurrentUser user, TestingRules rules, TimeProvider time) : IRequestHandler<ReviewItemCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReviewItemCommand request, CancellationToken cancellationToken)
    {
        var item = await db.FindItemAsync(request.ItemId, cancellationToken);
        return item is null ? new NotFound()
            : item.Newest.Number != request.Version ? new ItemNotInReview()
            : item.Review(user.Me, request.Agrees, request.Words.Lines(), rules.Reviewers, time.UtcNow()) is { } error ? error
            : Done.Value;
    }
}
