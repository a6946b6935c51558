namespace TeacherCpd.Application.Accounts;

/// <summary>What people sign in with.</summary>
public interface IAccounts
{
    /// <summary>Shortest password, in characters.</summary>
    const int PasswordMinLength = 10;

    /// <summary>Opens an account for a person, saved with the command. The user name is the IIN.</summary>
    void Open(Guid personId, string iin, string password);
}
