using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Lti;

/// <summary>
/// A tool asks who the user is that left for one of its courses (OpenID Connect, implicit flow with a form, as LTI 1.3 says). It is told once for each leaving, only
/// at its registered address, and only about who is signed in.
/// </summary>
[SignedIn]
public sealed record AuthorizeLtiLaunchCommand(
    string ResponseType, string ResponseMode, string Scope, string ClientId, string RedirectUri, string LoginHint, string MessageHint, string Nonce, string State) : ICommand<LtiMessage>;

/// <summary>What the tool is sent.</summary>
/// <param name="Url">Address.</param>
/// <param name="IdToken">The signed message.</param>
/// <param name="State">What the tool sent along; empty for nothing.</param>
/// <param name="Tool">Name of the tool.</param>
public sealed record LtiMessage(string Url, string IdToken, string State, string Tool);

/// <summary>The question of the tool does not fit what the user did: another tool, another address, another person, too late, or asked before.</summary>
public sealed record LtiQuestionUnfit() : Error("lti_question_unfit", ErrorKind.Conflict);

internal sealed class AuthorizeLtiLaunchHandler(IAppDbContext db, LtiPlatform platform, LtiSigner signer, CurrentUser user, TimeProvider time)
    : IRequestHandler<AuthorizeLtiLaunchCommand, Result<LtiMessage>>
{
    private const int MostNonce = 1000;
    private const string Claim = "https://purl.imsglobal.org/spec/lti/claim/";

    public async Task<Result<LtiMessage>> Handle(AuthorizeLtiLaunchCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        if (request is not { ResponseType: "id_token", ResponseMode: "form_post", Nonce.Length: > 0 and <= MostNonce }
            || !request.Scope.Split(' ').Contains("openid") || request.LoginHint != user.Me.ToString() || !Guid.TryParse(request.MessageHint, out var launchId))
        {
            return new LtiQuestionUnfit();
        }

        await db.TakeTurnAsync($"lti-launch/{launchId}", cancellationToken);
        var launch = await db.LtiLaunches.SingleOrDefaultAsync(l => l.Id == launchId, cancellationToken);
        if (launch is null || launch.PersonId != user.Me || launch.UsedAt is not null || now - launch.At > LtiLaunch.Within)
        {
            return new LtiQuestionUnfit();
        }

        var course = await db.LtiCourses.AsNoTracking().SingleAsync(c => c.Id == launch.CourseId, cancellationToken);
        var tool = await db.LtiTools.AsNoTracking().SingleAsync(t => t.Id == course.ToolId, cancellationToken);
        if (tool.ClientId != request.ClientId || tool.LaunchUrl != request.RedirectUri || !tool.IsOpen || !course.IsOpen)
        {
            return new LtiQuestionUnfit();
        }

        launch.UsedAt = now;
        var person = await db.Persons.AsNoTracking().SingleAsync(p => p.Id == user.Me, cancellationToken);
        var claims = new Dictionary<string, object>
        {
            ["sub"] = person.Id.ToString(),
            ["nonce"] = request.Nonce,
            [Claim + "message_type"] = "LtiResourceLinkRequest",
            [Claim + "version"] = "1.3.0",
            [Claim + "deployment_id"] = LtiTool.DeploymentId,
            [Claim + "target_link_uri"] = course.TargetUrl,
            [Claim + "roles"] = new[] { "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner" },
            [Claim + "resource_link"] = new Dictionary<string, object> { ["id"] = course.Id.ToString(), ["title"] = course.Title.In(person.Language) },
            [Claim + "context"] = new Dictionary<string, object> { ["id"] = course.Id.ToString(), ["title"] = course.Title.In(person.Language) },
            [Claim + "tool_platform"] = new Dictionary<string, object> { ["guid"] = platform.Issuer, ["name"] = "TeacherCpd", ["product_family_code"] = "teachercpd" },
            [Claim + "launch_presentation"] = new Dictionary<string, object> { ["locale"] = person.Language switch { Language.Ru => "ru-KZ", Language.En => "en", _ => "kk-KZ" }, ["return_url"] = $"{platform.Issuer}/outside-courses" },
            ["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"] = new Dictionary<string, object>
            {
                ["scope"] = LtiScopes.All,
                ["lineitem"] = platform.LineItemUrl(course.Id),
            },
        };
        if (tool.IsToldNames)
        {
            claims["given_name"] = person.GivenName;
            claims["family_name"] = person.FamilyName;
            claims["name"] = person.FullName;
            if (person.Email is { } email)
            {
                claims["email"] = email;
            }
        }

        return new LtiMessage(tool.LaunchUrl, await signer.SignAsync(tool.ClientId, claims, LtiLaunch.Within, cancellationToken), request.State, tool.Name);
    }
}
