using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Accounts;

/// <summary>An administrator gives a person one more role, over an organisation and all below it. Given twice, it is held once.</summary>
[RequirePermission(Permission.ManagePeople)]
public sealed record GiveRoleCommand(Guid PersonId, Role? Role, Guid OrganisationId) : ICommand<Done>;

internal sealed class GiveRoleValidator : AbstractValidator<GiveRoleCommand>
{
    public GiveRoleValidator() => RuleFor(c => c.Role).NotEmpty().WithErrorCode("required").IsInEnum().WithErrorCode("required");
}

internal sealed class GiveRoleHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GiveRoleCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(GiveRoleCommand request, CancellationToken cancellationToken)
    {
        var person = await db.ManagedPersonAsync(user, request.PersonId, cancellationToken);
        var place = await db.OrganisationInReachAsync(user, Permission.ManagePeople, request.OrganisationId, cancellationToken);
        if (person is null || place is null)
        {
            return new NotFound();
        }

        if (person.Id == user.Me)
        {
            return new NotOnOneself();
        }

        var role = request.Role!.Value;
        if (!role.Places().Contains(place.Kind))
        {
            return new RoleNotHere(role, place.Kind);
        }

        if (!person.Roles.Any(r => r.Role == role && r.OrganisationId == place.Id))
        {
            person.Receives(role, place.Id);
        }

        return Done.Value;
    }
}
