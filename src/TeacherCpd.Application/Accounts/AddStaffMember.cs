using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Accounts;

/// <summary>
/// An administrator adds somebody who works in an organisation, with a role over it and an account. Whoever is known
/// already, from another organisation or by registering, keeps name and password and only gains workplace and role.
/// </summary>
/// <param name="PersonId">Id that the form carries: sending it twice adds one person.</param>
/// <param name="OrganisationId">Where the person works and over which the role reaches.</param>
[RequirePermission(Permission.ManagePeople)]
public sealed record AddStaffMemberCommand(
    Guid PersonId,
    string Iin,
    string FamilyName,
    string GivenName,
    string? Patronymic,
    string? Email,
    Language Language,
    Guid OrganisationId,
    Position Position,
    DateOnly? WorksSince,
    Role? Role) : ICommand<AddedStaffMember>;

/// <summary>Who was added.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="OneTimePassword">Password to hand over, shown this once; null for a person who had an account before.</param>
public sealed record AddedStaffMember(Guid PersonId, string? OneTimePassword);

/// <summary>The IIN is that of a person with another name: one of the two is mistyped.</summary>
public sealed record IinOfAnotherName() : Error("iin_of_another_name", ErrorKind.Conflict)
{
    public override string Field => nameof(AddStaffMemberCommand.Iin);
}

internal sealed class AddStaffMemberValidator : AbstractValidator<AddStaffMemberCommand>
{
    public AddStaffMemberValidator()
    {
        RuleFor(c => c.FamilyName).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("too_long");
        RuleFor(c => c.GivenName).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("too_long");
        RuleFor(c => c.Patronymic).MaximumLength(100).WithErrorCode("too_long");
        RuleFor(c => c.Email).EmailAddress().WithErrorCode("email_wrong").MaximumLength(254).WithErrorCode("too_long");
        RuleFor(c => c.Language).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Position).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.WorksSince).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Role).NotEmpty().WithErrorCode("required").IsInEnum().WithErrorCode("required");
    }
}

internal sealed class AddStaffMemberHandler(IAppDbContext db, IAccounts accounts, IOneTimePasswords passwords, CurrentUser user, TimeProvider time)
    : IRequestHandler<AddStaffMemberCommand, Result<AddedStaffMember>>
{
    public async Task<Result<AddedStaffMember>> Handle(AddStaffMemberCommand request, CancellationToken cancellationToken)
    {
        var place = await db.OrganisationInReachAsync(user, Permission.ManagePeople, request.OrganisationId, cancellationToken);
        if (place is null)
        {
            return new NotFound();
        }

        var iin = Iin.Parse(request.Iin);
        if (iin.Error is { } wrong)
        {
            return new InvalidInput([new FieldFault(nameof(request.Iin), wrong.Code, wrong.Args)]);
        }

        var (since, role) = (request.WorksSince!.Value, request.Role!.Value);
        if (WorksSince.Check(nameof(request.WorksSince), since, iin.Value, time.Today()) is { } refused)
        {
            return refused;
        }

        if (!role.Places().Contains(place.Kind))
        {
            return new RoleNotHere(role, place.Kind);
        }

        var known = await db.Persons
            .Include(p => p.Roles)
            .Include(p => p.Employments)
            .AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Iin == iin.Value.Value, cancellationToken);
        if (known?.Id == request.PersonId)
        {
            return new AddedStaffMember(known.Id, null);
        }

        if (known?.Id == user.Me)
        {
            return new NotOnOneself();
        }

        // the name shows that the administrator means this person, and not one whose number was typed by mistake
        if (known is not null && SortKey.Of($"{known.FamilyName} {known.GivenName}") != SortKey.Of($"{request.FamilyName} {request.GivenName}"))
        {
            return new IinOfAnotherName();
        }

        var person = known ?? NewPerson(request, iin.Value);
        if (!person.Employments.Any(e => e.OrganisationId == place.Id && e.To is null))
        {
            person.WorksAt(place.Id, request.Position, since);
        }

        if (!person.Roles.Any(r => r.Role == role && r.OrganisationId == place.Id))
        {
            person.Receives(role, place.Id);
        }

        if (known is not null)
        {
            return new AddedStaffMember(person.Id, null);
        }

        var password = passwords.Next();
        person.ReceivesOneTimePassword(time.UtcNow());
        db.Persons.Add(person);
        accounts.Open(person.Id, person.Iin, password);
        return new AddedStaffMember(person.Id, password);
    }

    private static Person NewPerson(AddStaffMemberCommand request, Iin iin) => new()
    {
        Id = request.PersonId,
        Iin = iin.Value,
        FamilyName = request.FamilyName.Trim(),
        GivenName = request.GivenName.Trim(),
        Patronymic = string.IsNullOrWhiteSpace(request.Patronymic) ? null : request.Patronymic.Trim(),
        SortKey = SortKey.Of($"{request.FamilyName} {request.GivenName} {request.Patronymic}"),
        Email = string.IsNullOrWhiteSpace(request.Email) ? null : request.Email.Trim(),
        Language = request.Language,
    };
}
