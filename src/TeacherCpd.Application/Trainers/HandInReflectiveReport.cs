using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Originality;
using TeacherCpd.Originality.Index;

namespace TeacherCpd.Application.Trainers;

/// <summary>A trainer hands in the reflective report; a better one may follow until the last day. Its originality is checked.</summary>
/// <param name="ReportId">Id that the form carries: sending it twice hands in once.</param>
/// <param name="NewPractice">What was practised since an earlier refusal; needed then, and left out otherwise.</param>
/// <param name="Report">What <see cref="ReceiveReflectiveReportQuery"/> gave.</param>
[RequirePermission(Permission.BeTrainer)]
public sealed record HandInReflectiveReportCommand(Guid ReportId, Guid RecertificationId, string? NewPractice, ReceivedReport Report) : ICommand<Done>;

internal sealed class HandInReflectiveReportValidator : AbstractValidator<HandInReflectiveReportCommand>
{
    public HandInReflectiveReportValidator()
    {
        RuleFor(c => c.ReportId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.NewPractice).MaximumLength(ReflectiveReport.PracticeLength).WithErrorCode("too_long");
    }
}

internal sealed class HandInReflectiveReportHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time)
    : IRequestHandler<HandInReflectiveReportCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(HandInReflectiveReportCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(RecertificationQueries.Line, cancellationToken);
        var recertification = await db.Recertifications
            .Include(r => r.Reports)
            .SingleOrDefaultAsync(r => r.Id == request.RecertificationId && db.Trainers.Any(t => t.Id == r.TrainerId && t.PersonId == user.Me), cancellationToken);
        if (recertification is null)
        {
            return new NotFound();
        }

        if (recertification.Reports.Any(r => r.Id == request.ReportId))
        {
            return Done.Value;
        }

        var now = time.UtcNow();
        var last = await db.RecertificationCampaigns.Where(c => c.Id == recertification.CampaignId).Select(c => c.ReportsUntil).SingleAsync(cancellationToken);
        var file = request.Report.File;
        var report = new ReflectiveReport
        {
            Id = request.ReportId,
            RecertificationId = recertification.Id,
            FileName = file.FileName,
            ContentType = file.ContentType,
            Bytes = file.Bytes,
            Sha256 = file.Sha256,
            NewPractice = recertification.IsCarriedOver ? request.NewPractice.OrNothing() : null,
            ReceivedAt = now,
        };
        if (recertification.HandIn(report, last, time.Today()) is { } refused)
        {
            return refused;
        }

        db.ReflectiveTexts.Add(new ReflectiveText
        {
            ReportId = report.Id,
            Text = request.Report.Text,
            Fingerprints = PackedFingerprints.Pack(Fingerprints.OfDocument(PreparedText.From(request.Report.Text))),
            HiddenCharacters = request.Report.HiddenCharacters,
        });
        var check = new ReflectiveCheck { ReportId = report.Id, QueuedAt = now };
        db.ReflectiveChecks.Add(check);
        jobs.CheckReflectiveReport(check.Id);
        return Done.Value;
    }
}
