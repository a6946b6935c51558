using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Ratings;

/// <summary>Begins the rating of a school year by a version of a rubric; there is one a year.</summary>
/// <param name="RatingId">Id that the form carries: sending it twice begins one.</param>
[RequirePermission(Permission.ManageRatings)]
public sealed record BeginRatingCommand(Guid RatingId, Guid RubricId, int? Year) : ICommand<Guid>;

internal sealed class BeginRatingValidator : AbstractValidator<BeginRatingCommand>
{
    public BeginRatingValidator() =>
        RuleFor(c => c.Year).NotNull().WithErrorCode("required").InclusiveBetween(PlanYear.Earliest, PlanYear.Latest).WithErrorCode("out_of_range");
}

internal sealed class BeginRatingHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<BeginRatingCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(BeginRatingCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfPlanAsync(request.RubricId, cancellationToken);
        if (await db.RubricsOf(user).SingleOrDefaultAsync(r => r.Id == request.RubricId, cancellationToken) is not { } rubric)
        {
            return new NotFound();
        }

        var year = request.Year!.Value;
        if (await db.Ratings.Where(r => r.RubricId == rubric.Id && r.Year == year).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancellationToken) is { } known)
        {
            return known;
        }

        var rating = Rating.Begin(request.RatingId, rubric, year, time.UtcNow());
        if (rating.Error is { } refused)
        {
            return refused;
        }

        db.Ratings.Add(rating.Value);
        return rating.Value.Id;
    }
}
