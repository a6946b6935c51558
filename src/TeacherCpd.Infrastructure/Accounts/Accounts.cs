using Microsoft.AspNetCore.Identity;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Infrastructure.Accounts;

internal sealed class Accounts(AppDbContext db, IPasswordHasher<Account> hasher, ILookupNormalizer normalizer) : IAccounts
{
    public void Open(Guid personId, string iin, string password)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            PersonId = personId,
            UserName = iin,
            NormalizedUserName = normalizer.NormalizeName(iin),
            SecurityStamp = Guid.CreateVersion7().ToString("N"),
            LockoutEnabled = true,
        };
        account.PasswordHash = hasher.HashPassword(account, password);
        db.Users.Add(account);
    }
}
