using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Library;

namespace TeacherCpd.Application.Library.Materials;

/// <summary>
/// The keeper says which materials of a section stay in use in a school year. What is not named is shown as not active from the first day of that
/// year on, and can be confirmed later.
/// </summary>
/// <param name="SchoolYear">School year, by the year in which it begins: this one or the next.</param>
/// <param name="MaterialIds">Materials.</param>
[RequirePermission(Permission.KeepLibrary)]
public sealed record ConfirmActiveCommand(Guid SectionId, int SchoolYear, IReadOnlyList<Guid> MaterialIds) : ICommand<int>
{
    /// <summary>Most materials at once.</summary>
    public const int Most = 500;
}

/// <summary>A school year is confirmed while it runs, or the year before.</summary>
public sealed record SchoolYearOutOfReach() : Error("library_school_year", ErrorKind.Conflict);

internal sealed class ConfirmActiveValidator : AbstractValidator<ConfirmActiveCommand>
{
    public ConfirmActiveValidator()
    {
        RuleFor(c => c.MaterialIds).NotEmpty().WithErrorCode("library_none_ticked");
        RuleFor(c => c.MaterialIds.Count).LessThanOrEqualTo(ConfirmActiveCommand.Most).OverridePropertyName(nameof(ConfirmActiveCommand.MaterialIds)).WithErrorCode("library_none_ticked");
    }
}

internal sealed class ConfirmActiveHandler(IAppDbContext db, LibraryRules rules, TimeProvider time) : IRequestHandler<ConfirmActiveCommand, Result<int>>
{
    public async Task<Result<int>> Handle(ConfirmActiveCommand request, CancellationToken cancellationToken)
    {
        var thisYear = LibraryYear.Of(time.Today(), rules.SchoolYearMonth);
        if (request.SchoolYear < thisYear || request.SchoolYear > thisYear + 1)
        {
            return new SchoolYearOutOfReach();
        }

        var materials = await db.LibraryMaterials
            .Where(m => m.SectionId == request.SectionId && EF.Parameter(request.MaterialIds).Contains(m.Id) && m.ActiveIn < request.SchoolYear)
            .Include(m => m.Versions)
            .ToListAsync(cancellationToken);

        // what was withdrawn since the page was read is left out
        return materials.Count(m => m.Confirm(request.SchoolYear) is null);
    }
}
