using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Categories;

/// <summary>The order of the head is recorded by which the term of a category stands still (paragraph 29).</summary>
/// <param name="PauseId">Id that the form carries: sending it twice enters one.</param>
/// <param name="From">First day away.</param>
/// <param name="To">Last day away; null while the person is.</param>
/// <param name="Ground">Number and day of the order.</param>
[RequirePermission(Permission.KeepCategories)]
public sealed record EnterPauseCommand(Guid PauseId, Guid PersonId, PauseKind Kind, DateOnly? From, DateOnly? To, string Ground) : ICommand<Done>;

internal sealed class EnterPauseValidator : AbstractValidator<EnterPauseCommand>
{
    public EnterPauseValidator()
    {
        RuleFor(c => c.Kind).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.From).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.To).Must((c, d) => d is null || d >= c.From).WithErrorCode("window_reversed");
        RuleFor(c => c.Ground).NotEmpty().WithErrorCode("required").MaximumLength(CategoryRecord.GroundMaxLength).WithErrorCode("too_long");
    }
}

internal sealed class EnterPauseHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<EnterPauseCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(EnterPauseCommand request, CancellationToken cancellationToken)
    {
        if (await db.KeepAsync(user, request.PersonId, time.Today(), cancellationToken) is { } refused)
        {
            return refused;
        }

        if (await db.CategoryPauses.IgnoreQueryFilters().AnyAsync(p => p.Id == request.PauseId, cancellationToken))
        {
            return Done.Value;
        }

        var pause = new CategoryPause
        {
            Id = request.PauseId,
            PersonId = request.PersonId,
            Kind = request.Kind,
            From = request.From!.Value,
            Ground = request.Ground.Trim(),
        };
        if (request.To is { } last)
        {
            pause.End(last);
        }

        db.CategoryPauses.Add(pause);
        return Done.Value;
    }
}
