using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Lti;

/// <summary>Outside tools with their courses, and what has to be written into a tool so that it knows us.</summary>
[RequirePermission(Permission.ManageProgrammes)]
public sealed record GetLtiToolsQuery : IQuery<LtiToolsView>;

/// <summary>Tools and our addresses.</summary>
public sealed record LtiToolsView(IReadOnlyList<LtiToolRow> Tools, string Issuer, string AuthorizeUrl, string TokenUrl, string KeySetUrl);

/// <summary>A tool.</summary>
public sealed record LtiToolRow(Guid Id, string Name, string ClientId, string DeploymentId, string LaunchUrl, bool IsOpen, IReadOnlyList<LtiOffered> Courses);

/// <summary>A course of a tool.</summary>
/// <param name="Completed">People of whom the tool reported that they are done.</param>
/// <param name="Reported">People of whom it reported anything.</param>
public sealed record LtiOffered(Guid Id, LocalizedText Title, int Hours, bool IsOpen, int Completed, int Reported);

internal sealed class GetLtiToolsHandler(IAppDbContext db, LtiPlatform platform) : IRequestHandler<GetLtiToolsQuery, Result<LtiToolsView>>
{
    public async Task<Result<LtiToolsView>> Handle(GetLtiToolsQuery request, CancellationToken cancellationToken)
    {
        var tools = await db.LtiTools.AsNoTracking().OrderBy(t => t.Name).ThenBy(t => t.Id).ToListAsync(cancellationToken);
        var courses = (await db.LtiCourses.AsNoTracking()
            .Select(c => new
            {
                Course = c,
                Completed = db.LtiScores.Count(s => s.CourseId == c.Id && s.Progress == LtiProgress.Completed),
                Reported = db.LtiScores.Count(s => s.CourseId == c.Id),
            })
            .ToListAsync(cancellationToken)).OrderBy(c => SortKey.Of(c.Course.Title.Kk), StringComparer.Ordinal).ToLookup(c => c.Course.ToolId);
        return new LtiToolsView(
            tools.ConvertAll(t => new LtiToolRow(
                t.Id, t.Name, t.ClientId, LtiTool.DeploymentId, t.LaunchUrl, t.IsOpen,
                [.. courses[t.Id].Select(c => new LtiOffered(c.Course.Id, c.Course.Title, c.Course.Hours, c.Course.IsOpen, c.Completed, c.Reported))])),
            platform.Issuer, platform.AuthorizeUrl, platform.TokenUrl, platform.KeySetUrl);
    }
}
