using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Certificates;

/// <summary>What a key serves for.</summary>
public enum IssuerKeyStatus
{
    /// <summary>New signatures are made with it.</summary>
    Active,

    /// <summary>Another one signs; what it signed still holds.</summary>
    Retired,

    /// <summary>Others may hold it: nothing that it signed holds, and it is published no more.</summary>
    Compromised,
}

/// <summary>
/// A key by which the issuer signs credentials and files: P-256, for ES256. The private part is stored sealed. A credential is
/// signed when it is downloaded, so that its holder needs only download it again when a key is given up.
/// </summary>
public sealed class IssuerKey : Aggregate
{
    /// <summary>Longest words about a compromise, in characters.</summary>
    public const int WordsLength = 1000;

    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<IssuerKeyStatus> States = new(
        (IssuerKeyStatus.Active, [IssuerKeyStatus.Retired, IssuerKeyStatus.Compromised]),
        (IssuerKeyStatus.Retired, [IssuerKeyStatus.Compromised]));

    /// <summary>Name of the key: the thumbprint of its public part (RFC 7638).</summary>
    public required string Name { get; init; }

    /// <summary>Public part, first coordinate, base64url.</summary>
    public required string X { get; init; }

    /// <summary>Public part, second coordinate, base64url.</summary>
    public required string Y { get; init; }

    /// <summary>Private part, sealed by the keys of the installation.</summary>
    [Secret]
    public required string Sealed { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>What it serves for.</summary>
    public IssuerKeyStatus Status { get; private set; }

    /// <summary>When another one took over (UTC); null while it signs.</summary>
    public DateTime? RetiredAt { get; private set; }

    /// <summary>Since when others may hold it (UTC); null when it is safe.</summary>
    public DateTime? CompromisedSince { get; private set; }

    /// <summary>How that became known; null when it is safe.</summary>
    public string? Words { get; private set; }

    /// <summary>Whether what it signed holds.</summary>
    public bool IsTrusted => Status != IssuerKeyStatus.Compromised;

    /// <summary>Another one takes over.</summary>
    public Error? Retire(DateTime at)
    {
        var error = States.Check(Status, IssuerKeyStatus.Retired);
        if (error is null)
        {
            (Status, RetiredAt) = (IssuerKeyStatus.Retired, at);
        }

        return error;
    }

    /// <summary>Others may hold it since a moment. What it signed before does not hold either: the time of a signature can be forged with it.</summary>
    public Error? GiveUp(DateTime since, string words, DateTime at)
    {
        var error = States.Check(Status, IssuerKeyStatus.Compromised);
        if (error is null)
        {
            (Status, CompromisedSince, Words, RetiredAt) = (IssuerKeyStatus.Compromised, since, words, RetiredAt ?? at);
        }

        return error;
    }
}
