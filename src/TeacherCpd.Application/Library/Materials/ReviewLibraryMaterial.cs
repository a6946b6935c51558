using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Library;

namespace TeacherCpd.Application.Library.Materials;

/// <summary>One of the council decides on the proposed version of a material, with the reason.</summary>
/// <param name="Version">Number of the version that the reviewer saw.</param>
/// <param name="Agrees">Whether the reviewer agrees that it is published; else it is returned.</param>
/// <param name="Words">Reason.</param>
[RequirePermission(Permission.ReviewMaterials)]
public sealed record ReviewLibraryMaterialCommand(Guid MaterialId, int Version, bool Agrees, string? Words) : ICommand<Done>;

internal sealed class ReviewLibraryMaterialValidator : AbstractValidator<ReviewLibraryMaterialCommand>
{
    public ReviewLibraryMaterialValidator() => RuleFor(c => c.Words).MaximumLength(LibraryMaterial.WordsLength).WithErrorCode("too_long");
}

internal sealed class ReviewLibraryMaterialHandler(IAppDbContext db, CurrentUser user, LibraryRules rules, TimeProvider time)
    : IRequestHandler<ReviewLibraryMaterialCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReviewLibraryMaterialCommand request, CancellationToken cancellationToken)
    {
        var material = await db.FindLibraryMaterialAsync(request.MaterialId, cancellationToken);
        if (material is null)
        {
            return new NotFound();
        }

        if (await db.SectionAsync(material.SectionId, cancellationToken) is not { } section || !user.Reviews(section))
        {
            return new Forbidden();
        }

        var schoolYear = LibraryYear.Of(time.Today(), rules.SchoolYearMonth);
        return material.Newest.Number != request.Version ? new MaterialNotProposed()
            : material.Review(user.Me, request.Agrees, request.Words.Lines(), rules.Reviewers, schoolYear, time.UtcNow()) is { } error ? error
            : Done.Value;
    }
}
