namespace TeacherCpd.Application.Accounts;

/// <summary>Makes passwords that somebody else hands over; whoever receives one has to choose their own.</summary>
public interface IOneTimePasswords
{
    /// <summary>A password that nobody guesses and that can be read aloud.</summary>
    string Next();
}
