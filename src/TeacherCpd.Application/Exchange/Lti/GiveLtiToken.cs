using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Lti;

/// <summary>
/// Gives a tool a token for reporting, for an assertion that it signed itself (1EdTech Security Framework 1.0, section 4.1). Open to all: the assertion, checked by the
/// tool's published keys, is the proof, and none is taken twice.
/// </summary>
/// <param name="Assertion">The signed assertion (JWT).</param>
/// <param name="Scopes">What the tool wants to do; what is not offered is left out.</param>
[OpenToAll]
public sealed record GiveLtiTokenCommand(string Assertion, IReadOnlyList<string> Scopes) : ICommand<LtiToken>;

/// <summary>A token.</summary>
/// <param name="Seconds">How long it works.</param>
public sealed record LtiToken(string Token, IReadOnlyList<string> Scopes, int Seconds);

/// <summary>The assertion is not signed by a tool that is open, is over, is for somebody else, or was used before.</summary>
public sealed record LtiAssertionRefused() : Error("lti_assertion_refused", ErrorKind.SignInNeeded);

internal sealed class GiveLtiTokenHandler(IAppDbContext db, ILtiAssertions assertions, LtiPlatform platform, LtiSigner signer) : IRequestHandler<GiveLtiTokenCommand, Result<LtiToken>>
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    public async Task<Result<LtiToken>> Handle(GiveLtiTokenCommand request, CancellationToken cancellationToken)
    {
        var tool = await db.LtiTools.AsNoTracking().SingleOrDefaultAsync(t => t.ClientId == assertions.ClientOf(request.Assertion) && t.IsOpen, cancellationToken);
        if (tool is null || await assertions.CheckAsync(request.Assertion, tool.ClientId, tool.KeySetUrl, platform.TokenUrl, cancellationToken) is not { } proven)
        {
            return new LtiAssertionRefused();
        }

        await db.TakeTurnAsync($"lti-assertions/{tool.Id}", cancellationToken);
        if (await db.LtiAssertions.AnyAsync(a => a.ToolId == tool.Id && a.Jti == proven.Jti, cancellationToken))
        {
            return new LtiAssertionRefused();
        }

        db.LtiAssertions.Add(new LtiAssertion { ToolId = tool.Id, Jti = proven.Jti, Until = proven.Until });
        var scopes = request.Scopes.Intersect(LtiScopes.All).ToList();
        return new LtiToken(
            await signer.SignAsync(platform.TokenUrl, new Dictionary<string, object> { ["sub"] = tool.Id.ToString(), ["scope"] = string.Join(' ', scopes) }, Life, cancellationToken),
            scopes,
            (int)Life.TotalSeconds);
    }
}
