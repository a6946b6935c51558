using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Organisations;

/// <summary>The ministry records a quality review of a training centre.</summary>
/// <param name="ReviewId">Id that the form carries: sending it twice records one review.</param>
/// <param name="OrganisationId">The training centre.</param>
/// <param name="Document">Name and number of the document.</param>
[RequirePermission(Permission.ManageProviders)]
public sealed record RecordQualityReviewCommand(Guid ReviewId, Guid OrganisationId, DateOnly? Date, ReviewResult Result, string Document) : ICommand<Done>;

internal sealed class RecordQualityReviewValidator : AbstractValidator<RecordQualityReviewCommand>
{
    private const int Longest = 400;

    public RecordQualityReviewValidator(TimeProvider time)
    {
        RuleFor(c => c.Date).NotNull().WithErrorCode("required").Must(day => day is null || day <= time.Today()).WithErrorCode("date_in_future");
        RuleFor(c => c.Result).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Document).NotEmpty().WithErrorCode("required").MaximumLength(Longest).WithErrorCode("too_long");
    }
}

internal sealed class RecordQualityReviewHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<RecordQualityReviewCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordQualityReviewCommand request, CancellationToken cancellationToken)
    {
        var provider = await db.ProviderToChangeAsync(user, request.OrganisationId, cancellationToken);
        if (provider.Error is not null)
        {
            return provider.Error;
        }

        if (provider.Value.Reviews.All(r => r.Id != request.ReviewId))
        {
            provider.Value.Add(new QualityReview
            {
                Id = request.ReviewId,
                ProviderId = provider.Value.Id,
                Date = request.Date!.Value,
                Result = request.Result,
                Document = request.Document.Trim(),
            });
        }

        return Done.Value;
    }
}
