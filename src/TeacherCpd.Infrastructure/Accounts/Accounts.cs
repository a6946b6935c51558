using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Infrastructure.Accounts;

internal sealed class Accounts(AppDbContext db, IPasswordHasher<Account> hasher, ILookupNormalizer normalizer) : IAccounts
{
    public void Open(Guid personId, string iin, string? password)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            PersonId = personId,
            UserName = iin,
            NormalizedUserName = normalizer.NormalizeName(iin),
            SecurityStamp = NewStamp(),
            LockoutEnabled = true,
        };
        account.PasswordHash = password is null ? null : hasher.HashPassword(account, password);
        db.Users.Add(account);
    }

    public async Task ReplacePasswordAsync(Guid personId, string iin, string password, CancellationToken cancellationToken)
    {
        var account = await db.Users.SingleOrDefaultAsync(a => a.PersonId == personId, cancellationToken);
        if (account is null)
        {
            Open(personId, iin, password);
            return;
        }

        account.PasswordHash = hasher.HashPassword(account, password);
        account.SecurityStamp = NewStamp();
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
    }

    public async Task<IReadOnlyList<Guid>> WithAccountAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellationToken) =>
        await db.Users.Where(a => EF.Parameter(people).Contains(a.PersonId)).Select(a => a.PersonId).ToListAsync(cancellationToken);

    public async Task<bool> IsPasswordAsync(Guid personId, string password, CancellationToken cancellationToken)
    {
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.PersonId == personId, cancellationToken);
        return account?.PasswordHash is { } hash && hasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed;
    }

    private static string NewStamp() => Guid.CreateVersion7().ToString("N");
}
