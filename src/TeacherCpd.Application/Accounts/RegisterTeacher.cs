using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Accounts;

/// <summary>A teacher opens an account of their own.</summary>
/// <param name="PersonId">Id that the form carries: sending it twice registers once.</param>
/// <param name="Iin">National number.</param>
/// <param name="SchoolId">Where the teacher works.</param>
/// <param name="WorksSince">First day there, as the teacher says: attestation counts the years of work from it.</param>
/// <param name="Language">Language in which the teacher wants to be written to.</param>
/// <param name="Email">Address for mail; null where there is none.</param>
[OpenToAll]
public sealed record RegisterTeacherCommand(
    Guid PersonId,
    string Iin,
    string FamilyName,
    string GivenName,
    string? Patronymic,
    Guid SchoolId,
    DateOnly? WorksSince,
    Language Language,
    string? Email,
    string Password) : ICommand<Guid>;

/// <summary>There is an account for the number.</summary>
public sealed record IinAlreadyRegistered() : Error("iin_already_registered", ErrorKind.Conflict)
{
    public override string Field => nameof(RegisterTeacherCommand.Iin);
}

internal sealed class RegisterTeacherValidator : AbstractValidator<RegisterTeacherCommand>
{
    public RegisterTeacherValidator()
    {
        RuleFor(c => c.FamilyName).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("too_long");
        RuleFor(c => c.GivenName).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("too_long");
        RuleFor(c => c.Patronymic).MaximumLength(100).WithErrorCode("too_long");
        RuleFor(c => c.SchoolId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.WorksSince).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Email).EmailAddress().WithErrorCode("email_wrong").MaximumLength(254).WithErrorCode("too_long");
        RuleFor(c => c.Password).MinimumLength(IAccounts.PasswordMinLength).WithErrorCode("password_too_short").MaximumLength(IAccounts.PasswordMaxLength).WithErrorCode("too_long");
    }
}

internal sealed class RegisterTeacherHandler(IAppDbContext db, IAccounts accounts, TimeProvider time)
    : IRequestHandler<RegisterTeacherCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(RegisterTeacherCommand request, CancellationToken cancellationToken)
    {
        var iin = Iin.Parse(request.Iin);
        if (iin.Error is { } wrong)
        {
            return new InvalidInput([new FieldFault(nameof(request.Iin), wrong.Code, wrong.Args)]);
        }

        if (WorksSince.Check(nameof(request.WorksSince), request.WorksSince!.Value, iin.Value, time.Today()) is { } refused)
        {
            return refused;
        }

        var known = await db.Persons.Where(p => p.Iin == iin.Value.Value).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancellationToken);
        if (known == request.PersonId)
        {
            return request.PersonId;
        }

        if (known is not null)
        {
            return new IinAlreadyRegistered();
        }

        var school = await db.Organisations.SingleOrDefaultAsync(o => o.Id == request.SchoolId && o.Kind == OrganisationKind.School, cancellationToken);
        if (school is null)
        {
            return new InvalidInput([new FieldFault(nameof(request.SchoolId), "required", [])]);
        }

        var person = new Person
        {
            Id = request.PersonId,
            Iin = iin.Value.Value,
            FamilyName = request.FamilyName.Trim(),
            GivenName = request.GivenName.Trim(),
            Patronymic = string.IsNullOrWhiteSpace(request.Patronymic) ? null : request.Patronymic.Trim(),
            SortKey = SortKey.Of($"{request.FamilyName} {request.GivenName} {request.Patronymic}"),
            Email = string.IsNullOrWhiteSpace(request.Email) ? null : request.Email.Trim(),
            Language = request.Language,
        };
        person.WorksAt(school.Id, Position.Teacher, request.WorksSince.Value);
        person.Receives(Role.Teacher, school.Id);
        db.Persons.Add(person);
        accounts.Open(person.Id, person.Iin, request.Password);
        return person.Id;
    }
}
