using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>
/// The assessing body opens the campaign of a year. Whose certification ends by a day is due, and so is everybody whom an earlier
/// campaign did not recommend; each of them is told.
/// </summary>
/// <param name="CampaignId">Id that the form carries: sending it twice opens one campaign.</param>
/// <param name="DueUntil">Whose certification ends on this day or before is due.</param>
/// <param name="ReportsUntil">Last day for reflective reports.</param>
/// <param name="ValidFrom">First day of the certification that it gives.</param>
/// <param name="ValidUntil">Its last day.</param>
/// <param name="Basis">Order by which it is held.</param>
[RequirePermission(Permission.RecertifyTrainers)]
public sealed record OpenCampaignCommand(
    Guid CampaignId, int Year, Guid RubricId, DateOnly? DueUntil, DateOnly? ReportsUntil, DateOnly? ValidFrom, DateOnly? ValidUntil, string Basis) : ICommand<Guid>;

/// <summary>There is a campaign of the year.</summary>
/// <param name="Year">Year.</param>
public sealed record CampaignIsThere(int Year) : Error("campaign_is_there", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Year];

    public override string Field => nameof(OpenCampaignCommand.Year);
}

/// <summary>An earlier campaign still goes on: its outcome decides who is due.</summary>
/// <param name="Year">Its year.</param>
public sealed record CampaignGoesOn(int Year) : Error("campaign_goes_on", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Year];
}

internal sealed class OpenCampaignValidator : AbstractValidator<OpenCampaignCommand>
{
    private const int Earliest = 2020;
    private const int Latest = 2100;

    public OpenCampaignValidator(TimeProvider time)
    {
        RuleFor(c => c.CampaignId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Year).InclusiveBetween(Earliest, Latest).WithErrorCode("out_of_range");
        RuleFor(c => c.RubricId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.DueUntil).NotNull().WithErrorCode("required");
        RuleFor(c => c.ReportsUntil).NotNull().WithErrorCode("required").Must(day => day is null || day >= time.Today()).WithErrorCode("date_in_past");
        RuleFor(c => c.ValidFrom).NotNull().WithErrorCode("required");
        RuleFor(c => c.ValidUntil).NotNull().WithErrorCode("required");
        RuleFor(c => c.Basis).NotEmpty().WithErrorCode("required").MaximumLength(AuthorisationStep.BasisLength).WithErrorCode("too_long");
    }
}

internal sealed class OpenCampaignHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<OpenCampaignCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(OpenCampaignCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(RecertificationQueries.Line, cancellationToken);
        if (await db.RecertificationCampaigns.AnyAsync(c => c.Id == request.CampaignId, cancellationToken))
        {
            return request.CampaignId;
        }

        var others = await db.RecertificationCampaigns
            .Where(c => c.Year == request.Year || c.Status == CampaignStatus.Open)
            .Select(c => new { c.Year })
            .ToListAsync(cancellationToken);
        if (others.Exists(c => c.Year == request.Year))
        {
            return new CampaignIsThere(request.Year);
        }

        if (others.Count > 0)
        {
            return new CampaignGoesOn(others[0].Year);
        }

        if (!await db.Rubrics.AnyAsync(r => r.Id == request.RubricId && r.PublishedAt != null, cancellationToken))
        {
            return new NotFound();
        }

        var now = time.UtcNow();
        var campaign = new RecertificationCampaign
        {
            Id = request.CampaignId,
            Year = request.Year,
            RubricId = request.RubricId,
            DueUntil = request.DueUntil!.Value,
            ReportsUntil = request.ReportsUntil!.Value,
            ValidFrom = request.ValidFrom!.Value,
            ValidUntil = request.ValidUntil!.Value,
            Basis = request.Basis.Trim(),
            OpenedAt = now,
        };
        if (campaign.Fault is { } fault)
        {
            return fault;
        }

        db.RecertificationCampaigns.Add(campaign);
        await TakeInAsync(campaign, now, cancellationToken);
        return campaign.Id;
    }

    private async Task TakeInAsync(RecertificationCampaign campaign, DateTime now, CancellationToken cancellationToken)
    {
        var trainers = await db.WholeTrainers()
            .Where(t => t.Authorisations.Any(a => a.Status == AuthorisationStatus.NotRecommended
                || (a.Status == AuthorisationStatus.Certified && a.ValidUntil <= campaign.DueUntil)))
            .OrderBy(t => t.Id)
            .ToListAsync(cancellationToken);
        var ground = new StepGround(time.Today(), campaign.Basis, user.Me, now);
        foreach (var trainer in trainers)
        {
            foreach (var authorisation in trainer.Authorisations.Where(campaign.Takes).OrderBy(a => a.Id))
            {
                var number = await db.NextNumberAsync($"recertification/{campaign.Year}", cancellationToken);
                var recertification = Recertification.Begin(campaign, authorisation, RecertificationNumbers.Of(campaign.Year, number), now);
                db.Recertifications.Add(recertification);
                if (authorisation.Status == AuthorisationStatus.Certified && authorisation.FallDue(ground) is { } refused)
                {
                    throw new InvalidOperationException($"A certified authorisation does not fall due: {refused.Code}.");
                }

                db.TrainerNotices.Add(new TrainerNotice
                {
                    RecipientId = trainer.PersonId,
                    Kind = TrainerNoticeKind.CampaignOpened,
                    SubjectId = recertification.Id,
                    About = recertification.Number,
                    Day = campaign.ReportsUntil,
                    WrittenAt = now,
                });
            }
        }
    }
}
