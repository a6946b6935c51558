using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios;

/// <summary>
/// A teacher hands in the own portfolio: the newest of each part is frozen as a version, and the originality checks of its
/// reports are queued in the same breath.
/// </summary>
/// <param name="VersionId">Id that the form carries: sending it twice hands in one version.</param>
/// <param name="EnrolmentId">Own enrolment.</param>
[RequirePermission(Permission.HandInPortfolio)]
public sealed record HandInPortfolioCommand(Guid VersionId, Guid EnrolmentId) : ICommand<Guid>;

/// <summary>An appeal against the grade of the last version is not decided yet.</summary>
public sealed record AppealIsOpen() : Error("appeal_is_open", ErrorKind.Conflict);

internal sealed class HandInPortfolioValidator : AbstractValidator<HandInPortfolioCommand>
{
    public HandInPortfolioValidator() => RuleFor(c => c.VersionId).NotEmpty().WithErrorCode("required");
}

internal sealed class HandInPortfolioHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, UploadTerms terms, TimeProvider time)
    : IRequestHandler<HandInPortfolioCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(HandInPortfolioCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(HandInRules.Line, cancellationToken);
        if (await db.HandInPlaceAsync(request.EnrolmentId, user.Me, cancellationToken) is not { } place)
        {
            return new NotFound();
        }

        var portfolio = await db.Portfolios
            .Include(p => p.Materials)
            .Include(p => p.Versions)
            .AsSplitQuery()
            .SingleOrDefaultAsync(p => p.EnrolmentId == request.EnrolmentId, cancellationToken);
        var holder = await db.PortfolioVersions
            .Where(v => v.Id == request.VersionId)
            .Select(v => (Guid?)v.PortfolioId)
            .SingleOrDefaultAsync(cancellationToken);
        if (holder is not null)
        {
            return holder == portfolio?.Id ? request.VersionId : new NotFound();
        }

        var now = time.UtcNow();
        var parts = place.Plan.Parts;
        var begunAt = portfolio?.Newest(parts).Select(m => (DateTime?)m.BegunAt).Max() ?? now;
        if (place.Refusal(portfolio?.NextStage, begunAt, now, terms) is { } refusal)
        {
            return refusal;
        }

        if (portfolio is null)
        {
            return new PartsMissing(parts.Count);
        }

        if (portfolio.Versions.MaxBy(v => v.Number) is { } last && await db.OpenAppealAsync(last.Id, cancellationToken) is not null)
        {
            return new AppealIsOpen();
        }

        if (portfolio.NextStage == AssessmentStage.Summative && await AbsenceAsync(request.EnrolmentId, cancellationToken) is { } absent)
        {
            return absent;
        }

        var version = portfolio.HandIn(request.VersionId, parts, place.Plan.IsChecked, now);
        if (version.Error is not null)
        {
            return version.Error;
        }

        db.EnrolmentNotices.Add(EnrolmentNotice.OfPortfolio(NoticeKind.HandedIn, place.EnrolmentId, version.Value.Number, now));
        await QueueChecksAsync(version.Value, place, now, cancellationToken);
        return request.VersionId;
    }

    private async Task<Error?> AbsenceAsync(Guid enrolmentId, CancellationToken cancellationToken)
    {
        var minimum = await db.MinimumAttendanceAsync(enrolmentId, cancellationToken);
        return (await db.SharesAsync([enrolmentId], cancellationToken))[enrolmentId].Refusal(minimum);
    }

    private async Task QueueChecksAsync(PortfolioVersion version, HandInPlace place, DateTime now, CancellationToken cancellationToken)
    {
        var reports = version.Materials.Where(m => place.Plan.Checks(m.Kind)).Select(m => m.Id).ToList();
        var texts = await db.PortfolioTexts
            .Where(t => reports.Contains(t.MaterialId) && !db.IndexedDocuments.Any(d => d.DocumentId == t.MaterialId))
            .ToDictionaryAsync(t => t.MaterialId, t => t.Text, cancellationToken);
        foreach (var id in reports)
        {
            if (texts.TryGetValue(id, out var text))
            {
                db.IndexedDocuments.Add(await db.IndexAsync(id, text, cancellationToken));
            }

            var check = new OriginalityCheck
            {
                VersionId = version.Id,
                MaterialId = id,
                Stage = version.Stage,
                QueuedAt = now,
            };
            check.PlanNextRound(LaterRounds.After(check.Round, Clock.DayOf(now), place.Plan.LastDayOf(version.Stage, place.EndsOn))?.On);
            db.OriginalityChecks.Add(check);
            jobs.CheckOriginality(check.Id);
        }
    }
}
