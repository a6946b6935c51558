using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Organisations;

/// <summary>An administrator gives an organisation another name. What was printed keeps the old one, and lists find the organisation by it.</summary>
/// <param name="NameEn">English name; the Kazakh one is shown where there is none.</param>
[RequirePermission(Permission.ManageOrganisations)]
public sealed record RenameOrganisationCommand(
    Guid Id,
    string NameKk,
    string NameRu,
    string? NameEn,
    Settlement Settlement = Settlement.NotStated,
    Ownership Ownership = Ownership.NotStated) : ICommand<Done>;

internal sealed class RenameOrganisationValidator : AbstractValidator<RenameOrganisationCommand>
{
    public RenameOrganisationValidator()
    {
        RuleFor(c => c.Settlement).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Ownership).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.NameKk).NotEmpty().WithErrorCode("required").MaximumLength(Organisation.NameMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.NameRu).NotEmpty().WithErrorCode("required").MaximumLength(Organisation.NameMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.NameEn).MaximumLength(Organisation.NameMaxLength).WithErrorCode("too_long");
    }
}

internal sealed class RenameOrganisationHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<RenameOrganisationCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RenameOrganisationCommand request, CancellationToken cancellationToken)
    {
        var organisation = await db.OrganisationInReachAsync(user, Permission.ManageOrganisations, request.Id, cancellationToken);
        if (organisation is null)
        {
            return new NotFound();
        }

        var name = new LocalizedText(request.NameKk.Trim(), request.NameRu.Trim(), request.NameEn?.Trim() ?? "");
        db.OrganisationAliases.AddRange(organisation.FormerNames(name).Select(former => new OrganisationAlias { OrganisationId = organisation.Id, Text = former }));
        organisation.Rename(name);
        organisation.Describe(request.Settlement, request.Ownership);
        return Done.Value;
    }
}
