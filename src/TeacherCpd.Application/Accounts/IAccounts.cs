namespace TeacherCpd.Application.Accounts;

/// <summary>What people sign in with.</summary>
public interface IAccounts
{
    /// <summary>Shortest password, in characters.</summary>
    const int PasswordMinLength = 10;

    /// <summary>Longest password, in characters.</summary>
    const int PasswordMaxLength = 200;

    /// <summary>Opens an account for a person, saved with the command. The user name is the IIN.</summary>
    /// <param name="password">Password; null for who signs in through an outside provider.</param>
    void Open(Guid personId, string iin, string? password);

    /// <summary>
    /// Gives an account another password, or opens one where the person has none. Whoever is signed in with it is signed
    /// out, and one that was locked is open again.
    /// </summary>
    Task ReplacePasswordAsync(Guid personId, string iin, string password, CancellationToken cancellationToken);

    /// <summary>Those of some people who have an account.</summary>
    Task<IReadOnlyList<Guid>> WithAccountAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellationToken);

    /// <summary>Whether a password is that of the person.</summary>
    Task<bool> IsPasswordAsync(Guid personId, string password, CancellationToken cancellationToken);
}
