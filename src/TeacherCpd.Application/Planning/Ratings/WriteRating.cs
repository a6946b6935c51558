using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Ratings;

/// <summary>Writes the points of an organisation by hand; those of the same name are replaced.</summary>
/// <param name="Points">Points as they are typed, one for each block in its order; blank is not zero.</param>
/// <param name="Total">The total as it is stated; may be blank.</param>
[RequirePermission(Permission.ManageRatings)]
public sealed record WriteRatingCommand(Guid RatingId, string? Name, int? Learners, IReadOnlyList<string?> Points, string? Total) : ICommand<Done>;

internal sealed class WriteRatingValidator : AbstractValidator<WriteRatingCommand>
{
    public WriteRatingValidator()
    {
        RuleFor(c => c.Name).NotEmpty().WithErrorCode("required").MaximumLength(RatingRubric.NameLength).WithErrorCode("too_long");
        RuleFor(c => c.Learners).InclusiveBetween(0, 100_000).WithErrorCode("out_of_range");
        RuleFor(c => c.Points).Must(p => p.All(x => RatingRules.TryRead(x ?? "", out _))).WithErrorCode("points_wrong");
        RuleFor(c => c.Total).Must(t => RatingRules.TryRead(t ?? "", out _)).WithErrorCode("points_wrong");
    }
}

internal sealed class WriteRatingHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<WriteRatingCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(WriteRatingCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfPlanAsync(request.RatingId, cancellationToken);
        if (await db.RatingInReachAsync(user, request.RatingId, cancellationToken) is not var (rating, rubric) || request.Points.Count != rubric.Blocks.Count)
        {
            return new NotFound();
        }

        var stated = new StatedRating(request.Name!.Trim(), request.Learners, [.. request.Points.Select(Tenths)], Tenths(request.Total));
        return rating.Write(stated, [.. rubric.Blocks.OrderBy(b => b.Position)]) is { } refused ? refused : Done.Value;
    }

    private static int? Tenths(string? text) => RatingRules.TryRead(text ?? "", out var tenths) ? tenths : null;
}
