using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios;

/// <summary>A teacher hands in a version of the own portfolio; its originality check is queued in the same breath.</summary>
/// <param name="VersionId">Id that the form carries: sending it twice hands in one version.</param>
/// <param name="EnrolmentId">Own enrolment.</param>
/// <param name="Report">What <see cref="ReceiveReportQuery"/> gave.</param>
[RequirePermission(Permission.HandInPortfolio)]
public sealed record HandInReportCommand(Guid VersionId, Guid EnrolmentId, ReceivedReport Report) : ICommand<Guid>;

/// <summary>The person is not, or no longer, a participant of the group.</summary>
public sealed record NotAParticipant() : Error("not_a_participant", ErrorKind.Conflict);

/// <summary>The course has not begun.</summary>
public sealed record CourseNotStarted() : Error("course_not_started", ErrorKind.Conflict);

/// <summary>The group is closed.</summary>
public sealed record CourseOver() : Error("course_over", ErrorKind.Conflict);

/// <summary>Who may hand in when, whatever state the portfolio is in.</summary>
internal static class HandInRules
{
    /// <summary>
    /// The line of those who hand in, one after another, and of those who close a group: a report is never handed in
    /// to a group that is being closed, and what was received earlier is saved before what was received later is compared.
    /// </summary>
    public const string Line = "hand-in";

    /// <summary>Why a person in a group cannot hand in; null when they can.</summary>
    public static Error? Refusal(EnrolmentStatus enrolment, GroupStatus group) => group switch
    {
        _ when enrolment is not (EnrolmentStatus.Accepted or EnrolmentStatus.NotRecommended) => new NotAParticipant(),
        GroupStatus.Recruiting => new CourseNotStarted(),

        // whoever was not recommended has a second chance whenever: of the 1,474 of the 2022 report many came from earlier periods
        GroupStatus.Closed when enrolment != EnrolmentStatus.NotRecommended => new CourseOver(),
        _ => null,
    };
}

internal sealed class HandInReportValidator : AbstractValidator<HandInReportCommand>
{
    public HandInReportValidator() => RuleFor(c => c.VersionId).NotEmpty().WithErrorCode("required");
}

internal sealed class HandInReportHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time)
    : IRequestHandler<HandInReportCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(HandInReportCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(HandInRules.Line, cancellationToken);
        var place = await db.Enrolments
            .Where(e => e.Id == request.EnrolmentId && e.PersonId == user.Me)
            .Join(db.Groups, e => e.GroupId, g => g.Id, (e, g) => new { Enrolment = e.Status, Group = g.Status })
            .SingleOrDefaultAsync(cancellationToken);
        if (place is null)
        {
            return new NotFound();
        }

        var portfolio = await db.Portfolios
            .Include(p => p.Versions)
            .SingleOrDefaultAsync(p => p.EnrolmentId == request.EnrolmentId, cancellationToken);
        var holder = await db.PortfolioVersions
            .Where(v => v.Id == request.VersionId)
            .Select(v => (Guid?)v.PortfolioId)
            .SingleOrDefaultAsync(cancellationToken);
        if (holder is not null)
        {
            return holder == portfolio?.Id ? request.VersionId : new NotFound();
        }

        if (HandInRules.Refusal(place.Enrolment, place.Group) is { } refusal)
        {
            return refusal;
        }

        if (portfolio?.NextStage == AssessmentStage.Summative)
        {
            var minimum = await db.MinimumAttendanceAsync(request.EnrolmentId, cancellationToken);
            var share = (await db.SharesAsync([request.EnrolmentId], cancellationToken))[request.EnrolmentId];
            if (share.Refusal(minimum) is { } absent)
            {
                return absent;
            }
        }

        if (portfolio is null)
        {
            portfolio = new Portfolio { EnrolmentId = request.EnrolmentId };
            db.Portfolios.Add(portfolio);
        }

        var now = time.UtcNow();
        var version = portfolio.HandIn(request.VersionId, request.Report.File, now);
        if (version.Error is not null)
        {
            return version.Error;
        }

        var check = new OriginalityCheck { VersionId = request.VersionId, Stage = version.Value.Stage, QueuedAt = now };
        db.PortfolioTexts.Add(new PortfolioText
        {
            VersionId = request.VersionId,
            Text = request.Report.Text,
            HiddenCharacters = request.Report.HiddenCharacters,
            PagesWithoutText = request.Report.PagesWithoutText,
        });
        db.OriginalityChecks.Add(check);
        db.IndexedDocuments.Add(await db.IndexAsync(request.VersionId, request.Report.Text, cancellationToken));
        jobs.CheckOriginality(check.Id);
        return request.VersionId;
    }
}
