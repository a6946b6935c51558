using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>The ministry's windows, fee and essay topics for a session of a year are written down, or corrected.</summary>
[RequirePermission(Permission.ManageRules)]
public sealed record SaveYearlyTermsCommand(
    int Year,
    int Session,
    DateOnly? ApplyFrom,
    DateOnly? ApplyTo,
    DateOnly? TestFrom,
    DateOnly? TestTo,
    int? TestFee,
    string? EssayTopics,
    string? Source) : ICommand<Done>;

internal sealed class SaveYearlyTermsValidator : AbstractValidator<SaveYearlyTermsCommand>
{
    private const int FirstYear = 2025;
    private const int LastYear = 2100;
    private const int TopicsMaxLength = 4000;

    public SaveYearlyTermsValidator()
    {
        RuleFor(c => c.Year).InclusiveBetween(FirstYear, LastYear).WithErrorCode("year_out_of_range");
        RuleFor(c => c.Session).InclusiveBetween(1, Domain.Attestation.YearlyTerms.Sessions).WithErrorCode("session_unknown");
        RuleFor(c => c.ApplyFrom).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.ApplyTo).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.ApplyTo).Must((c, to) => to is null || to >= c.ApplyFrom).WithErrorCode("window_reversed");
        RuleFor(c => c.TestTo).Must((c, to) => to is null == c.TestFrom is null && (to is null || to >= c.TestFrom)).WithErrorCode("window_reversed");
        RuleFor(c => c.TestFee).GreaterThanOrEqualTo(0).WithErrorCode("fee_negative");
        RuleFor(c => c.EssayTopics).MaximumLength(TopicsMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.Source).NotEmpty().WithErrorCode("required").MaximumLength(CategoryRecord.GroundMaxLength).WithErrorCode("too_long");
    }
}

internal sealed class SaveYearlyTermsHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<SaveYearlyTermsCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SaveYearlyTermsCommand request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.ManageRules))
        {
            return new Forbidden();
        }

        await db.TakeTurnAsync(EditionQueries.Line, cancellationToken);
        var terms = await db.YearlyTerms.SingleOrDefaultAsync(t => t.Year == request.Year && t.Session == request.Session, cancellationToken);
        if (terms is null)
        {
            terms = new YearlyTerms
            {
                Year = request.Year,
                Session = request.Session,
                ApplyFrom = request.ApplyFrom!.Value,
                ApplyTo = request.ApplyTo!.Value,
                Source = request.Source!.Trim(),
            };
            db.YearlyTerms.Add(terms);
        }

        (terms.ApplyFrom, terms.ApplyTo) = (request.ApplyFrom!.Value, request.ApplyTo!.Value);
        (terms.TestFrom, terms.TestTo) = (request.TestFrom, request.TestTo);
        (terms.TestFee, terms.EssayTopics, terms.Source) = (request.TestFee, request.EssayTopics.OrNothing(), request.Source!.Trim());
        return Done.Value;
    }
}
