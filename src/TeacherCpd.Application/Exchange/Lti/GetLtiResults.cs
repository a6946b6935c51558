using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Lti;

/// <summary>What a tool reported on one of its courses, with the course's title. Open to all: the tool's token is the proof.</summary>
[OpenToAll]
public sealed record GetLtiResultsQuery(Guid ToolId, Guid CourseId) : IQuery<LtiResults>;

/// <summary>Results of a course.</summary>
public sealed record LtiResults(LocalizedText Title, IReadOnlyList<LtiResultRow> Rows);

/// <summary>The result of a person.</summary>
public sealed record LtiResultRow(Guid PersonId, double? Given, double? Maximum, string Comment);

internal sealed class GetLtiResultsHandler(IAppDbContext db) : IRequestHandler<GetLtiResultsQuery, Result<LtiResults>>
{
    private const int MostRows = 10_000;

    public async Task<Result<LtiResults>> Handle(GetLtiResultsQuery request, CancellationToken cancellationToken) =>
        await db.LtiCourses.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.CourseId && c.ToolId == request.ToolId, cancellationToken) is not { } course
            ? new NotFound()
            : new LtiResults(
                course.Title,
                await db.LtiScores.AsNoTracking()
                    .Where(s => s.CourseId == course.Id)
                    .OrderBy(s => s.PersonId)
                    .Take(MostRows)
                    .Select(s => new LtiResultRow(s.PersonId, s.Given, s.Maximum, s.Comment))
                    .ToListAsync(cancellationToken));
}
