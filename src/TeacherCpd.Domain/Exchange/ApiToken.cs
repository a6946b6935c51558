using System.Security.Cryptography;
using System.Text;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Exchange;

/// <summary>What a program may do with a token. A token never does more than the person who made it may do at that moment.</summary>
public enum ApiScope
{
    /// <summary>Read the person's own record.</summary>
    OwnRecord,

    /// <summary>Read the records of the people and organisations that the person exchanges.</summary>
    ReadRegister,

    /// <summary>Send files, confirm differences, take imports back, ask for exports.</summary>
    WriteRegister,

    /// <summary>Register addresses that are told of changes, and see what was told.</summary>
    Webhooks,
}

/// <summary>Scopes as tokens of others write them.</summary>
public static class ApiScopes
{
    /// <summary>The word for a scope in claims, settings and documents.</summary>
    public static string Word(this ApiScope scope) => scope switch
    {
        ApiScope.OwnRecord => "record:own",
        ApiScope.ReadRegister => "register:read",
        ApiScope.WriteRegister => "register:write",
        ApiScope.Webhooks => "webhooks",
    };

    /// <summary>The scopes that some words name; words that name none are passed over.</summary>
    public static IReadOnlyList<ApiScope> Of(IEnumerable<string> words)
    {
        var wanted = words.ToHashSet(StringComparer.Ordinal);
        return [.. Enum.GetValues<ApiScope>().Where(scope => wanted.Contains(scope.Word()))];
    }
}

/// <summary>
/// Lets a program act for a person, within some scopes, until a day. The token itself is shown once and not kept: only its hash is.
/// </summary>
public sealed class ApiToken : Aggregate
{
    /// <summary>What every token begins with, so that scanners for secrets find it where it does not belong.</summary>
    public const string Prefix = "tcpd_";

    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 100;

    /// <summary>Most tokens of a person that work at once.</summary>
    public const int MostOfAPerson = 20;

    /// <summary>Longest life, in days.</summary>
    public const int MostDays = 365;

    private const int SecretBytes = 32;

    /// <summary>Who made it, and for whom it acts.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Name of the program that uses it, as the person calls it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the token in small hexadecimal digits. The token has 256 random bits: nothing slower is needed.</summary>
    [Secret]
    public required string Hash { get; init; }

    /// <summary>Names of <see cref="ApiScope"/>, parted by commas.</summary>
    public required string ScopeNames { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Last day on which it works.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>Day on which it was used last; null: never.</summary>
    public DateOnly? UsedOn { get; private set; }

    /// <summary>When it was taken back (UTC); null while it is not.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Scopes.</summary>
    public IReadOnlyList<ApiScope> Scopes => [.. ScopeNames.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ApiScope>)];

    /// <summary>Whether it works on a day.</summary>
    public bool WorksOn(DateOnly day) => RevokedAt is null && day <= LastDay;

    /// <summary>Makes a token. The second value is the token itself, to be shown once.</summary>
    /// <param name="id">Id.</param>
    /// <param name="personId">Who makes it.</param>
    /// <param name="name">Name of the program.</param>
    /// <param name="scopes">What it may do.</param>
    /// <param name="at">Now (UTC).</param>
    /// <param name="today">Today.</param>
    /// <param name="days">Days for which it works, 1 to <see cref="MostDays"/>; today is the first.</param>
    public static (ApiToken Token, string Secret) Make(Guid id, Guid personId, string name, IEnumerable<ApiScope> scopes, DateTime at, DateOnly today, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        var secret = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        return (
            new ApiToken
            {
                Id = id,
                PersonId = personId,
                Name = name,
                Hash = HashOf(secret),
                ScopeNames = string.Join(',', scopes.Distinct().Order()),
                CreatedAt = at,
                LastDay = today.AddDays(days - 1),
            },
            secret);
    }

    /// <summary>The hash by which a token is found.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>It was used on a day.</summary>
    public void Use(DateOnly day) => UsedOn = day;

    /// <summary>Takes it back at once. What was taken back stays so.</summary>
    public void Revoke(DateTime at) => RevokedAt ??= at;
}

/// <summary>
/// The answer to a writing request of a program, kept so that the same request sent again is answered the same and does its work once. The row
/// is there before the work is done.
/// </summary>
public sealed class ApiReply : Entity, INotAudited
{
    /// <summary>Longest key, in characters.</summary>
    public const int KeyMaxLength = 200;

    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(2);

    /// <summary>After this time without an answer the work is taken to be broken off, and the request may be worked on again.</summary>
    public static readonly TimeSpan WorkedOnFor = TimeSpan.FromMinutes(2);

    /// <summary>Whose request.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Key that the program chose, unique for the person.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 over method, address and body: the same key means the same request.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>When the request came, or was taken up again (UTC).</summary>
    public required DateTime At { get; set; }

    /// <summary>Status of the answer; null while it is worked on.</summary>
    public int? Status { get; set; }

    /// <summary>Address of what was made; null where there is none.</summary>
    public string? Location { get; set; }

    /// <summary>Body of the answer, JSON; empty where there is none.</summary>
    public string Body { get; set; } = "";
}
