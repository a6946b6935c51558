using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Categories;

/// <summary>A category is entered that no case of this system led to: brought along, given or kept without attestation, or lowered by a sanction.</summary>
/// <param name="RecordId">Id that the form carries: sending it twice enters one.</param>
/// <param name="ValidUntil">Last day as the order says; null takes the term of the rules in force on the day of the award.</param>
/// <param name="Paragraph">Paragraph by which it was given, where no attestation was.</param>
/// <param name="Ground">Number and day of the order or protocol.</param>
/// <param name="GivenBy">Commission or body that gave it.</param>
[RequirePermission(Permission.KeepCategories)]
public sealed record EnterCategoryCommand(
    Guid RecordId,
    Guid PersonId,
    string Category,
    DateOnly? GrantedOn,
    DateOnly? ValidUntil,
    CategoryBasis Basis,
    string? Paragraph,
    string Ground,
    string? GivenBy) : ICommand<Done>;

/// <summary>The rules know no such category.</summary>
public sealed record CategoryUnknown() : Error("category_unknown", ErrorKind.Invalid)
{
    public override string Field => nameof(EnterCategoryCommand.Category);
}

/// <summary>The person has a category of that day already.</summary>
/// <param name="On">Day.</param>
public sealed record CategoryOfThatDay(DateOnly On) : Error("category_of_that_day", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [On];

    public override string Field => nameof(EnterCategoryCommand.GrantedOn);
}

internal sealed class EnterCategoryValidator : AbstractValidator<EnterCategoryCommand>
{
    private const int ParagraphMaxLength = 20;

    public EnterCategoryValidator(TimeProvider time)
    {
        RuleFor(c => c.Category).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.GrantedOn).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.GrantedOn).Must(d => d is null || d <= time.Today()).WithErrorCode("date_in_future");
        RuleFor(c => c.ValidUntil).Must((c, d) => d is null || d >= c.GrantedOn).WithErrorCode("window_reversed");
        RuleFor(c => c.Basis).IsInEnum().NotEqual(CategoryBasis.Commission).WithErrorCode("required");
        RuleFor(c => c.Paragraph).NotEmpty().When(c => c.Basis == CategoryBasis.WithoutAttestation).WithErrorCode("required");
        RuleFor(c => c.Paragraph).MaximumLength(ParagraphMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.Ground).NotEmpty().WithErrorCode("required").MaximumLength(CategoryRecord.GroundMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.GivenBy).MaximumLength(CategoryRecord.GroundMaxLength).WithErrorCode("too_long");
    }
}

internal sealed class EnterCategoryHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<EnterCategoryCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(EnterCategoryCommand request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        if (await db.KeepAsync(user, request.PersonId, today, cancellationToken) is { } refused)
        {
            return refused;
        }

        if (await db.CategoryRecords.IgnoreQueryFilters().AnyAsync(r => r.Id == request.RecordId, cancellationToken))
        {
            return Done.Value;
        }

        var granted = request.GrantedOn!.Value;
        var edition = await Evaluation.InForceAsync(db, granted, cancellationToken) ?? await Evaluation.InForceAsync(db, today, cancellationToken);
        if (edition is null)
        {
            return new NoRulesInForce();
        }

        var rules = RuleBook.Read(edition.Json);
        var equal = rules.Legacy.HeadEquals.GetValueOrDefault(request.Category, request.Category);
        var ladder = rules.Ladders.Values.OrderBy(l => l.Ladder).FirstOrDefault(l => l.Rank(equal) >= 0);
        if (ladder is null && !rules.Legacy.Order.Contains(request.Category))
        {
            return new CategoryUnknown();
        }

        if (await db.CategoryRecords.AnyAsync(r => r.PersonId == request.PersonId && r.GrantedOn == granted, cancellationToken))
        {
            return new CategoryOfThatDay(granted);
        }

        db.CategoryRecords.Add(new CategoryRecord
        {
            Id = request.RecordId,
            PersonId = request.PersonId,
            Category = request.Category,
            GrantedOn = granted,
            ValidUntil = CategoryRecord.IsLowestStep(request.Category) ? null : request.ValidUntil ?? rules.ValidUntil(ladder?.Ladder ?? Ladder.Teacher, granted),
            Ground = request.Ground.Trim(),
            Basis = request.Basis,
            Paragraph = request.Paragraph.OrNothing(),
            GivenBy = request.GivenBy.OrNothing(),
        });
        return Done.Value;
    }
}
