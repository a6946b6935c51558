using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Accounts;

/// <summary>Whoever sets the system up makes its first administrator.</summary>
[SystemOnly]
public sealed record CreateAdministratorCommand(string Iin, string FamilyName, string GivenName, string Password) : ICommand<Guid>;

/// <summary>There are no organisations yet: the reference data come first.</summary>
public sealed record ReferenceDataMissing() : Error("reference_data_missing", ErrorKind.Conflict);

internal sealed class CreateAdministratorValidator : AbstractValidator<CreateAdministratorCommand>
{
    public CreateAdministratorValidator()
    {
        RuleFor(c => c.FamilyName).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("too_long");
        RuleFor(c => c.GivenName).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("too_long");
        RuleFor(c => c.Password).MinimumLength(IAccounts.PasswordMinLength).WithErrorCode("password_too_short").MaximumLength(IAccounts.PasswordMaxLength).WithErrorCode("too_long");
    }
}

internal sealed class CreateAdministratorHandler(IAppDbContext db, IAccounts accounts, TimeProvider time)
    : IRequestHandler<CreateAdministratorCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(CreateAdministratorCommand request, CancellationToken cancellationToken)
    {
        var iin = Iin.Parse(request.Iin);
        if (iin.Error is { } wrong)
        {
            return new InvalidInput([new FieldFault(nameof(request.Iin), wrong.Code, wrong.Args)]);
        }

        if (await db.Persons.AnyAsync(p => p.Iin == iin.Value.Value, cancellationToken))
        {
            return new IinAlreadyRegistered();
        }

        var ministry = await db.Organisations.SingleOrDefaultAsync(o => o.Kind == OrganisationKind.Ministry, cancellationToken);
        if (ministry is null)
        {
            return new ReferenceDataMissing();
        }

        var person = new Person
        {
            Iin = iin.Value.Value,
            FamilyName = request.FamilyName.Trim(),
            GivenName = request.GivenName.Trim(),
            SortKey = SortKey.Of($"{request.FamilyName} {request.GivenName}"),
            Language = Language.Kk,
        };
        person.WorksAt(ministry.Id, Position.Staff, time.Today());
        person.Receives(Role.Administrator, ministry.Id);
        db.Persons.Add(person);
        accounts.Open(person.Id, person.Iin, request.Password);
        return person.Id;
    }
}
