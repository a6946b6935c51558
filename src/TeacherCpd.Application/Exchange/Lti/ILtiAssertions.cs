namespace TeacherCpd.Application.Exchange.Lti;

/// <summary>Checks what tools sign, by the keys that they publish, and tokens of ours that they send.</summary>
public interface ILtiAssertions
{
    /// <summary>Which client an assertion says it is of, unchecked; empty where it cannot be read.</summary>
    string ClientOf(string assertion);

    /// <summary>Checks an assertion; null where it is not signed by the tool for this address and time.</summary>
    Task<ProvenAssertion?> CheckAsync(string assertion, string clientId, string keySetUrl, string audience, CancellationToken cancellationToken);

    /// <summary>The tool and the scopes of a token of ours; null for one that is not ours or is over.</summary>
    Task<(Guid ToolId, IReadOnlyList<string> Scopes)?> ReadTokenAsync(string token, CancellationToken cancellationToken);
}

/// <summary>An assertion that is proven.</summary>
/// <param name="Jti">Its id.</param>
/// <param name="Until">When it is over (UTC).</param>
public sealed record ProvenAssertion(string Jti, DateTime Until);
