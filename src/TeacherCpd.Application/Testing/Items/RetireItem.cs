using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Items;

/// <summary>Takes the version of an item that is in use out of use. Attempts that have it keep it.</summary>
[RequirePermission(Permission.WriteTestItems)]
public sealed record RetireItemCommand(Guid ItemId, string? Words) : ICommand<Done>;

internal sealed class RetireItemValidator : AbstractValidator<RetireItemCommand>
{
    public RetireItemValidator() => RuleFor(c => c.Words).NotEmpty().WithErrorCode("required").MaximumLength(TestItem.WordsLength).WithErrorCode("too_long");
}

internal sealed class RetireItemHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<RetireItemCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RetireItemCommand request, CancellationToken cancellationToken) =>
        await db.FindItemAsync(request.ItemId, cancellationToken) is not { } item ? new NotFound()
        : item.Retire(request.Words.Lines(), time.UtcNow()) is { } error ? error
        : Done.Value;
}
