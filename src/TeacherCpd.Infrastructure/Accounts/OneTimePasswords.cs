using System.Security.Cryptography;
using TeacherCpd.Application.Accounts;

namespace TeacherCpd.Infrastructure.Accounts;

/// <summary>Sixteen letters and digits in four groups, 80 bits; none looks like another when it is copied by hand.</summary>
internal sealed class OneTimePasswords : IOneTimePasswords
{
    private const string Alphabet = "23456789abcdefghijkmnpqrstuvwxyz";
    private const int Groups = 4;
    private const int GroupLength = 4;

    public string Next() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));
}
