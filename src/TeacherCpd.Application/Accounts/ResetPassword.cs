using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Accounts;

/// <summary>
/// An administrator gives a person a new password for once: whoever is signed in with the old one is signed out, and the
/// person has to choose their own.
/// </summary>
[RequirePermission(Permission.ManagePeople)]
public sealed record ResetPasswordCommand(Guid PersonId) : ICommand<OneTimePassword>;

/// <summary>A password to hand over, shown this once.</summary>
public sealed record OneTimePassword(string Password);

/// <summary>
/// The person holds a role beyond the reach of the user. With a new password the user could act in that role, so only an
/// administrator who reaches all of them gives one.
/// </summary>
public sealed record PersonReachesBeyond() : Error("person_reaches_beyond", ErrorKind.Conflict);

internal sealed class ResetPasswordHandler(IAppDbContext db, IAccounts accounts, IOneTimePasswords passwords, CurrentUser user, TimeProvider time)
    : IRequestHandler<ResetPasswordCommand, Result<OneTimePassword>>
{
    public async Task<Result<OneTimePassword>> Handle(ResetPasswordCommand request, CancellationToken cancellationToken)
    {
        var person = await db.ManagedPersonAsync(user, request.PersonId, cancellationToken);
        if (person is null)
        {
            return new NotFound();
        }

        if (person.Id == user.Me)
        {
            return new NotOnOneself();
        }

        var paths = await db.PathsAsync(person.Roles.Select(r => r.OrganisationId), cancellationToken);
        if (paths.Values.Any(path => !user.Covers(Permission.ManagePeople, path)))
        {
            return new PersonReachesBeyond();
        }

        var password = passwords.Next();
        person.ReceivesOneTimePassword(time.UtcNow());

        // whoever got hold of the old one may have made tokens with it
        (await db.ApiTokens.Where(t => t.PersonId == person.Id && t.RevokedAt == null).ToListAsync(cancellationToken)).ForEach(t => t.Revoke(time.UtcNow()));
        await accounts.ReplacePasswordAsync(person.Id, person.Iin, password, cancellationToken);
        return new OneTimePassword(password);
    }
}
