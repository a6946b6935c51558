using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Lti;

/// <summary>The user leaves for a course of an outside tool: the tool is asked to ask us who they are.</summary>
[SignedIn]
public sealed record LaunchLtiCourseCommand(Guid CourseId) : ICommand<LtiDeparture>;

/// <summary>Where to go.</summary>
/// <param name="Url">Address of the tool with all it needs.</param>
public sealed record LtiDeparture(Uri Url);

internal sealed class LaunchLtiCourseHandler(IAppDbContext db, LtiPlatform platform, CurrentUser user, TimeProvider time) : IRequestHandler<LaunchLtiCourseCommand, Result<LtiDeparture>>
{
    public async Task<Result<LtiDeparture>> Handle(LaunchLtiCourseCommand request, CancellationToken cancellationToken)
    {
        var found = await (
            from course in db.LtiCourses
            join tool in db.LtiTools on course.ToolId equals tool.Id
            where course.Id == request.CourseId && course.IsOpen && tool.IsOpen
            select new { course.TargetUrl, tool.LoginUrl, tool.ClientId }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        var launch = new LtiLaunch { CourseId = request.CourseId, PersonId = user.Me, At = time.UtcNow() };
        db.LtiLaunches.Add(launch);
        return new LtiDeparture(Addresses.With(
            found.LoginUrl,
            ("iss", platform.Issuer),
            ("login_hint", user.Me.ToString()),
            ("target_link_uri", found.TargetUrl),
            ("client_id", found.ClientId),
            ("lti_deployment_id", LtiTool.DeploymentId),
            ("lti_message_hint", launch.Id.ToString())));
    }
}

/// <summary>Addresses with parameters.</summary>
internal static class Addresses
{
    /// <summary>An address with parameters added.</summary>
    public static Uri With(string url, params (string Name, string Value)[] parameters)
    {
        var builder = new UriBuilder(url);
        var added = string.Join('&', parameters.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));
        builder.Query = builder.Query.Length > 1 ? $"{builder.Query[1..]}&{added}" : added;
        return builder.Uri;
    }
}
