using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Library;

namespace TeacherCpd.Application.Library.Materials;

/// <summary>The keeper takes what is published out of the library; it stays reachable for keepers, the council and who proposed it.</summary>
/// <param name="Words">Why.</param>
[RequirePermission(Permission.KeepLibrary)]
public sealed record WithdrawLibraryMaterialCommand(Guid MaterialId, string? Words) : ICommand<Done>;

internal sealed class WithdrawLibraryMaterialValidator : AbstractValidator<WithdrawLibraryMaterialCommand>
{
    public WithdrawLibraryMaterialValidator()
    {
        RuleFor(c => c.Words).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Words).MaximumLength(LibraryMaterial.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class WithdrawLibraryMaterialHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<WithdrawLibraryMaterialCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(WithdrawLibraryMaterialCommand request, CancellationToken cancellationToken) =>
        await db.FindLibraryMaterialAsync(request.MaterialId, cancellationToken) is not { } material ? new NotFound()
        : material.Withdraw(request.Words.Lines(), time.UtcNow()) is { } error ? error
        : Done.Value;
}
