using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>
/// The decision of the expert council with its protocol. Whoever is recommended is certified for the span of the campaign and gets a certificate; whoever
/// is not is carried over to the next campaign, with evidence of new practice. Each of them is told.
/// </summary>
/// <param name="Outcome">Certified or not recommended.</param>
/// <param name="Reasons">Reasons that the trainers read; needed where somebody is not recommended.</param>
[RequirePermission(Permission.RecertifyTrainers)]
public sealed record RecordCouncilDecisionCommand(
    Guid CampaignId, RecertificationStatus Outcome, IReadOnlyCollection<Guid> Recertifications, string ProtocolNumber, DateOnly? ProtocolOn, string? Reasons)
    : ICommand<int>;

/// <summary>A report of somebody chosen may still be handed in.</summary>
/// <param name="Number">Number of the recertification.</param>
public sealed record ReportStillAwaited(string Number) : Error("report_still_awaited", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Number];
}

internal sealed class RecordCouncilDecisionValidator : AbstractValidator<RecordCouncilDecisionCommand>
{
    public RecordCouncilDecisionValidator(TimeProvider time)
    {
        RuleFor(c => c.Outcome)
            .Must(o => o is RecertificationStatus.Certified or RecertificationStatus.NotRecommended).WithErrorCode("required");
        RuleFor(c => c.Recertifications).NotEmpty().WithErrorCode("nobody_chosen");
        RuleFor(c => c.ProtocolNumber).NotEmpty().WithErrorCode("required").MaximumLength(Recertification.ProtocolLength).WithErrorCode("too_long");
        RuleFor(c => c.ProtocolOn).NotNull().WithErrorCode("required").Must(day => day is null || day <= time.Today()).WithErrorCode("date_in_future");
        RuleFor(c => c.Reasons).MaximumLength(Recertification.ReasonsLength).WithErrorCode("too_long");
        RuleFor(c => c.Reasons).NotEmpty().When(c => c.Outcome == RecertificationStatus.NotRecommended).WithErrorCode("required");
    }
}

internal sealed class RecordCouncilDecisionHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<RecordCouncilDecisionCommand, Result<int>>
{
    public async Task<Result<int>> Handle(RecordCouncilDecisionCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(RecertificationQueries.Line, cancellationToken);
        var campaign = await db.RecertificationCampaigns.SingleOrDefaultAsync(c => c.Id == request.CampaignId, cancellationToken);
        var ids = request.Recertifications.Distinct().ToList();
        var chosen = await db.Recertifications
            .Where(r => r.CampaignId == request.CampaignId && EF.Parameter(ids).Contains(r.Id))
            .OrderBy(r => r.Number)
            .ToListAsync(cancellationToken);
        if (campaign is null || chosen.Count != ids.Count)
        {
            return new NotFound();
        }

        var trainerIds = chosen.Select(r => r.TrainerId).Distinct().ToList();
        var trainers = await db.WholeTrainers().Where(t => EF.Parameter(trainerIds).Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellationToken);
        if (trainers.Values.Any(t => t.PersonId == user.Me))
        {
            return new Accounts.NotOnOneself();
        }

        var programmeIds = chosen.Select(r => r.ProgrammeId).Distinct().ToList();
        var programmes = await db.Programmes
            .Where(p => EF.Parameter(programmeIds).Contains(p.Id))
            .Select(p => new { p.Id, p.Code, p.Title })
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var now = time.UtcNow();
        var decision = new CouncilDecision(request.ProtocolNumber.Trim(), request.ProtocolOn!.Value, request.Reasons.OrNothing(), user.Me, now);
        var ground = new StepGround(decision.On, $"№ {decision.ProtocolNumber}", user.Me, now);
        foreach (var recertification in chosen)
        {
            // sending the same decision twice decides once
            if (recertification.Status == request.Outcome && recertification.ProtocolNumber == decision.ProtocolNumber)
            {
                continue;
            }

            if (recertification.Status == RecertificationStatus.AwaitingReport && campaign.ReportsUntil >= time.Today())
            {
                return new ReportStillAwaited(recertification.Number);
            }

            var trainer = trainers[recertification.TrainerId];
            var authorisation = trainer.For(recertification.ProgrammeId)!;
            var error = recertification.Decide(request.Outcome, decision)
                ?? (request.Outcome == RecertificationStatus.Certified
                    ? authorisation.Certify(campaign.ValidFrom, campaign.ValidUntil, ground)
                    : authorisation.Refuse(ground));
            if (error is not null)
            {
                return error;
            }

            if (request.Outcome == RecertificationStatus.Certified)
            {
                var programme = programmes[recertification.ProgrammeId];
                await db.IssueTrainerCertificateAsync(
                    new TrainerCertificate(
                        recertification.Id,
                        trainer.PersonId,
                        trainer.BranchId,
                        programme.Title,
                        programme.Code,
                        campaign.ValidFrom,
                        campaign.ValidUntil,
                        $"{ground.Basis}, {decision.On:dd.MM.yyyy}"),
                    time.Today(),
                    cancellationToken);
            }

            db.TrainerNotices.Add(new TrainerNotice
            {
                RecipientId = trainer.PersonId,
                Kind = TrainerNoticeKind.Decided,
                SubjectId = recertification.Id,
                About = recertification.Number,
                Day = decision.On,
                WrittenAt = now,
            });
        }

        return chosen.Count;
    }
}
