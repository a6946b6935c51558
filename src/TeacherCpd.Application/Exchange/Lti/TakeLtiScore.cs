using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Lti;

/// <summary>A tool reports on a person in one of its courses (LTI Assignment and Grade Services 2.0, section 3.4). Open to all: the tool's token is the proof.</summary>
/// <param name="ToolId">Tool of the token.</param>
/// <param name="PersonId">Person as the tool was told of them.</param>
/// <param name="Given">Points, not negative; null where there are none.</param>
/// <param name="Maximum">Most points, above 0; needed with points.</param>
/// <param name="ReportedAt">Moment of the report (UTC).</param>
[OpenToAll]
public sealed record TakeLtiScoreCommand(
    Guid ToolId, Guid CourseId, Guid PersonId, double? Given, double? Maximum, LtiProgress Progress, LtiGrading Grading, string Comment, DateTime ReportedAt) : ICommand<Done>;

/// <summary>A report of the same or a later moment is kept already: this one was sent before, or overtaken.</summary>
public sealed record LtiReportOld() : Error("lti_report_old", ErrorKind.Conflict);

internal sealed class TakeLtiScoreValidator : AbstractValidator<TakeLtiScoreCommand>
{
    public TakeLtiScoreValidator(TimeProvider time)
    {
        RuleFor(c => c.Given).Must((command, given) => given is null || (double.IsFinite(given.Value) && given >= 0 && command.Maximum is > 0)).WithErrorCode("lti_points");
        RuleFor(c => c.Maximum).Must(maximum => maximum is null || (double.IsFinite(maximum.Value) && maximum > 0)).WithErrorCode("lti_points");
        RuleFor(c => c.ReportedAt).Must(at => at <= time.UtcNow().AddMinutes(5)).WithErrorCode("lti_moment");
        RuleFor(c => c.Comment).MaximumLength(LtiScore.CommentLength).WithErrorCode("too_long");
        RuleFor(c => c.Progress).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Grading).IsInEnum().WithErrorCode("required");
    }
}

internal sealed class TakeLtiScoreHandler(IAppDbContext db) : IRequestHandler<TakeLtiScoreCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(TakeLtiScoreCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync($"lti-scores/{request.CourseId}", cancellationToken);

        // only of a course of this tool that this person once opened
        if (!await db.LtiCourses.AnyAsync(c => c.Id == request.CourseId && c.ToolId == request.ToolId && c.IsOpen && db.LtiTools.Any(t => t.Id == c.ToolId && t.IsOpen), cancellationToken)
            || !await db.LtiLaunches.AnyAsync(l => l.CourseId == request.CourseId && l.PersonId == request.PersonId && l.UsedAt != null, cancellationToken))
        {
            return new NotFound();
        }

        var score = await db.LtiScores.SingleOrDefaultAsync(s => s.CourseId == request.CourseId && s.PersonId == request.PersonId, cancellationToken);
        if (score is null)
        {
            score = new LtiScore { CourseId = request.CourseId, PersonId = request.PersonId };
            db.LtiScores.Add(score);
        }

        return score.Take(request.Given, request.Maximum, request.Progress, request.Grading, request.Comment, request.ReportedAt) ? Done.Value : new LtiReportOld();
    }
}
