using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Web.Common;

/// <summary>Signing in through an outside provider: OpenID Connect with code and PKCE. What it tells is who somebody is; roles it cannot give.</summary>
internal static class OutsideSignIn
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "outside";

    private static readonly TimeSpan ProofWithin = TimeSpan.FromMinutes(10);

    /// <summary>Registers it, where a provider is set.</summary>
    public static void AddOutsideSignIn(this AuthenticationBuilder authentication, SignInSettings settings)
    {
        if (settings.Name.Length == 0)
        {
            return;
        }

        // what the provider said, until the account is found or proven
        authentication.AddCookie(IdentityConstants.ExternalScheme, options =>
        {
            options.Cookie.Name = "outside";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = ProofWithin;
            options.SlidingExpiration = false;
        });
        authentication.AddOpenIdConnect(Scheme, options =>
        {
            options.SignInScheme = IdentityConstants.ExternalScheme;
            options.Authority = settings.Authority;
            options.RequireHttpsMetadata = !new Uri(settings.Authority).IsLoopback;
            options.ClientId = settings.ClientId;
            options.ClientSecret = settings.ClientSecret.Length > 0 ? settings.ClientSecret : null;
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.MapInboundClaims = false;
            options.GetClaimsFromUserInfoEndpoint = true;
            options.CallbackPath = "/sign-in/outside/callback";
            options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
            options.ClaimActions.Clear();
            options.ClaimActions.MapUniqueJsonKey(settings.IinClaim, settings.IinClaim);
            options.Scope.Clear();
            foreach (var scope in settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                options.Scope.Add(scope);
            }

            options.Events = new OpenIdConnectEvents
            {
                // refused at the provider, too late, a link from elsewhere: people begin anew
                OnRemoteFailure = context =>
                {
                    context.Response.Redirect("/sign-in?outside=failed");
                    context.HandleResponse();
                    return Task.CompletedTask;
                },
            };
        });
    }
}

/// <summary>Whom the provider signed in.</summary>
/// <param name="Issuer">Provider.</param>
/// <param name="Subject">Whom it means.</param>
/// <param name="Iin">National number; null where it tells none.</param>
internal sealed record OutsidePerson(string Issuer, string Subject, string? Iin)
{
    /// <summary>The person of a principal; null where it lacks who said it or about whom.</summary>
    public static OutsidePerson? Of(ClaimsPrincipal principal, string iinClaim) =>
        principal.FindFirst(JwtRegisteredClaimNames.Sub) is { } subject && (principal.FindFirstValue(JwtRegisteredClaimNames.Iss) ?? subject.Issuer) is { Length: > 0 } issuer
            ? new OutsidePerson(issuer, subject.Value, principal.FindFirstValue(iinClaim))
            : null;
}

/// <summary>Looks at tokens (JWT) of the outside provider that programs send.</summary>
internal sealed class OutsideTokens(SignInSettings settings, IOptionsMonitor<OpenIdConnectOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <summary>Issuer, subject and scopes of a token; null for one that is not signed by the provider for this audience and time.</summary>
    public async Task<(string Issuer, string Subject, IReadOnlyList<string> Scopes)?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        if (settings.Name.Length == 0 || settings.ApiAudience.Length == 0 || !handler.CanReadToken(token))
        {
            return null;
        }

        OpenIdConnectConfiguration provider;
        try
        {
            provider = await options.Get(OutsideSignIn.Scheme).ConfigurationManager!.GetConfigurationAsync(cancellationToken);
        }
        catch (InvalidOperationException)
        {
            // the provider is away: nobody can say whether it signed this
            return null;
        }

        var read = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = settings.ApiAudience,
            IssuerSigningKeys = provider.SigningKeys,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => until > (time.GetUtcNow() - Skew).UtcDateTime && (from is null || from < (time.GetUtcNow() + Skew).UtcDateTime),
        });
        return read is { IsValid: true, SecurityToken: JsonWebToken { Subject.Length: > 0 } signed }
            ? (provider.Issuer, signed.Subject, (signed.TryGetPayloadValue("scope", out string scope) ? scope : "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            : null;
    }
}
