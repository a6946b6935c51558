using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>The first day of an edition in force is said, where its source names none. Until then it counts from always.</summary>
/// <param name="Id">Edition.</param>
/// <param name="ValidFrom">First day; today at the latest.</param>
[RequirePermission(Permission.ManageRules)]
public sealed record DateEditionCommand(Guid Id, DateOnly? ValidFrom) : ICommand<Done>;

internal sealed class DateEditionValidator : AbstractValidator<DateEditionCommand>
{
    public DateEditionValidator(TimeProvider time)
    {
        RuleFor(c => c.ValidFrom).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.ValidFrom).Must(d => d is null || d <= time.Today()).WithErrorCode("date_in_future");
    }
}

internal sealed class DateEditionHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<DateEditionCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DateEditionCommand request, CancellationToken cancellationToken)
    {
        var found = await db.EditionToManageAsync(user, request.Id, cancellationToken);
        return (found.Error ?? found.Value.Date(request.ValidFrom!.Value)) is { } refused ? refused : Done.Value;
    }
}
