using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Organisations;

/// <summary>An administrator adds an organisation below another.</summary>
/// <param name="OrganisationId">Id that the form carries: sending it twice adds one organisation.</param>
/// <param name="AboveId">Organisation below which it will stand.</param>
/// <param name="Code">Code; another than those of its neighbours.</param>
/// <param name="NameEn">English name; the Kazakh one is shown where there is none.</param>
/// <param name="Settlement">Town or village; for schools.</param>
/// <param name="Ownership">Whose it is; for schools.</param>
[RequirePermission(Permission.ManageOrganisations)]
public sealed record AddOrganisationCommand(
    Guid OrganisationId,
    Guid AboveId,
    OrganisationKind Kind,
    string Code,
    string NameKk,
    string NameRu,
    string? NameEn,
    Settlement Settlement = Settlement.NotStated,
    Ownership Ownership = Ownership.NotStated) : ICommand<Guid>;

/// <summary>No organisation of the kind stands below the one above.</summary>
/// <param name="Asked">Kind asked for.</param>
/// <param name="Above">Kind of the one above.</param>
public sealed record KindNotHere(OrganisationKind Asked, OrganisationKind Above) : Error("organisation_kind_not_here", ErrorKind.Invalid)
{
    public override IReadOnlyList<object?> Args => [Asked, Above];

    public override string Field => nameof(AddOrganisationCommand.Kind);
}

/// <summary>A neighbour has the code.</summary>
/// <param name="Name">Name of the neighbour.</param>
public sealed record OrganisationCodeTaken(LocalizedText Name) : Error("organisation_code_taken", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Name];

    public override string Field => nameof(AddOrganisationCommand.Code);
}

/// <summary>So many organisations stand above this one that their codes together are too long.</summary>
/// <param name="Left">Characters that are left for the code.</param>
public sealed record OrganisationPathTooLong(int Left) : Error("organisation_path_too_long", ErrorKind.Invalid)
{
    public override IReadOnlyList<object?> Args => [Left];

    public override string Field => nameof(AddOrganisationCommand.Code);
}

internal sealed class AddOrganisationValidator : AbstractValidator<AddOrganisationCommand>
{
    public AddOrganisationValidator()
    {
        RuleFor(c => c.Kind).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Settlement).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Ownership).IsInEnum().WithErrorCode("required");

        // the code becomes part of a path that queries compare by its beginning: no slash and no wildcard
        RuleFor(c => c.Code).Cascade(CascadeMode.Stop)
            .NotEmpty().WithErrorCode("required")
            .MaximumLength(Organisation.CodeMaxLength).WithErrorCode("too_long")
            .Matches("^[A-Za-z0-9-]+$").WithErrorCode("organisation_code_wrong");
        RuleFor(c => c.NameKk).NotEmpty().WithErrorCode("required").MaximumLength(Organisation.NameMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.NameRu).NotEmpty().WithErrorCode("required").MaximumLength(Organisation.NameMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.NameEn).MaximumLength(Organisation.NameMaxLength).WithErrorCode("too_long");
    }
}

internal sealed class AddOrganisationHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<AddOrganisationCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddOrganisationCommand request, CancellationToken cancellationToken)
    {
        var above = await db.OrganisationInReachAsync(user, Permission.ManageOrganisations, request.AboveId, cancellationToken);
        if (above is null)
        {
            return new NotFound();
        }

        if (await db.Organisations.AnyAsync(o => o.Id == request.OrganisationId, cancellationToken))
        {
            return request.OrganisationId;
        }

        if (!above.Kind.KindsBelow().Contains(request.Kind))
        {
            return new KindNotHere(request.Kind, above.Kind);
        }

        // SQLite compares paths without regard to case, so "S1" and "s1" are one code
        var neighbours = await db.Organisations
            .Where(o => o.ParentId == above.Id)
            .Select(o => new { o.Code, o.Name })
            .ToListAsync(cancellationToken);
        if (neighbours.Find(n => n.Code.Equals(request.Code, StringComparison.OrdinalIgnoreCase)) is { } holder)
        {
            return new OrganisationCodeTaken(holder.Name);
        }

        var left = Organisation.PathMaxLength - above.Path.Length - 1;
        if (request.Code.Length > left)
        {
            return new OrganisationPathTooLong(left);
        }

        db.Organisations.Add(above.Under(
            request.Kind,
            request.Code,
            new LocalizedText(request.NameKk.Trim(), request.NameRu.Trim(), request.NameEn?.Trim() ?? ""),
            request.OrganisationId).Describe(request.Settlement, request.Ownership));
        return request.OrganisationId;
    }
}
