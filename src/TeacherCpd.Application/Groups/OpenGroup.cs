using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Groups;

/// <summary>A coordinator opens a group of an agreed programme version.</summary>
/// <param name="GroupId">Id that the form carries: sending it twice opens one group.</param>
[RequirePermission(Permission.ManageGroups)]
public sealed record OpenGroupCommand(
    Guid GroupId,
    Guid ProgrammeVersionId,
    Guid BranchId,
    Language Language,
    DateOnly StartsOn,
    DateOnly EndsOn,
    Guid TrainerId,
    int Capacity,
    int SmallestSize = 1,
    FundingSource Funding = FundingSource.RepublicanBudget,
    string? Venue = null,
    string? MeetingLink = null) : ICommand<Guid>;

/// <summary>The Expert Council has not agreed the programme version: no groups.</summary>
/// <param name="Status">State of the version.</param>
public sealed record ProgrammeNotAgreed(ProgrammeVersionStatus Status) : Error("programme_not_agreed", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Status];

    public override string Field => nameof(OpenGroupCommand.ProgrammeVersionId);
}

/// <summary>The training centre of the branch lacks a passed quality review or an accreditation that holds.</summary>
/// <param name="State">What it lacks.</param>
public sealed record ProviderNotValid(ProviderState State) : Error("provider_not_valid", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [State];

    public override string Field => nameof(OpenGroupCommand.BranchId);
}

/// <summary>The programme version is not taught in the language of the group.</summary>
/// <param name="Language">Language asked for.</param>
public sealed record LanguageNotTaught(Language Language) : Error("language_not_taught", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Language];

    public override string Field => nameof(OpenGroupCommand.Language);
}

/// <summary>The person chosen is not a trainer of the branch.</summary>
public sealed record NotATrainer() : Error("not_a_trainer", ErrorKind.Invalid)
{
    public override string Field => nameof(OpenGroupCommand.TrainerId);
}

internal sealed class OpenGroupValidator : AbstractValidator<OpenGroupCommand>
{
    public OpenGroupValidator()
    {
        RuleFor(c => c.ProgrammeVersionId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.BranchId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.TrainerId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Language).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.StartsOn).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.EndsOn).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Capacity).InclusiveBetween(1, 200).WithErrorCode("out_of_range");
        RuleFor(c => c.SmallestSize).InclusiveBetween(1, 200).WithErrorCode("out_of_range");
        RuleFor(c => c.Funding).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Venue).MaximumLength(200).WithErrorCode("too_long");
        RuleFor(c => c.MeetingLink).MaximumLength(500).WithErrorCode("too_long").Must(Links.AreWeb).WithErrorCode("link_wrong");
    }
}

internal sealed class OpenGroupHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<OpenGroupCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(OpenGroupCommand request, CancellationToken cancellationToken)
    {
        if (await db.Groups.AnyAsync(g => g.Id == request.GroupId, cancellationToken))
        {
            return request.GroupId;
        }

        var plan = new GroupPlan(
            request.StartsOn, request.EndsOn, request.TrainerId, request.SmallestSize, request.Capacity, request.Venue.OrNothing(), request.MeetingLink.OrNothing());
        if (plan.Fault is { } fault)
        {
            return fault;
        }

        var branch = await db.Organisations.SingleOrDefaultAsync(o => o.Id == request.BranchId, cancellationToken);
        if (branch is null || !user.Covers(Permission.ManageGroups, branch.Path))
        {
            return new NotFound();
        }

        var version = await db.ProgrammeVersions
            .Where(v => v.Id == request.ProgrammeVersionId)
            .Select(v => new { v.Status, v.Languages, Code = db.Programmes.Where(p => p.Id == v.ProgrammeId).Select(p => p.Code).Single() })
            .SingleOrDefaultAsync(cancellationToken);
        if (version is null)
        {
            return new NotFound();
        }

        if (!version.Status.MayOpenGroups())
        {
            return new ProgrammeNotAgreed(version.Status);
        }

        if (!version.Languages.Teaches(request.Language))
        {
            return new LanguageNotTaught(request.Language);
        }

        var provider = await db.ProviderOfAsync(branch.Kind == OrganisationKind.Branch ? branch.ParentId : branch.Id, cancellationToken);
        if ((provider?.StateOn(time.Today()) ?? ProviderState.NotReviewed) is var state and not ProviderState.Valid)
        {
            return new ProviderNotValid(state);
        }

        if (!await db.IsTrainerAsync(request.TrainerId, cancellationToken))
        {
            return new NotATrainer();
        }

        if (await db.RefuseTrainersAsync(request.ProgrammeVersionId, [(plan.TrainerId, plan.StartsOn, plan.EndsOn)], cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var number = await db.NextNumberAsync($"group/{version.Code}/{request.StartsOn.Year}", cancellationToken);
        db.Groups.Add(new StudyGroup
        {
            Id = request.GroupId,
            Code = string.Create(CultureInfo.InvariantCulture, $"{version.Code}-{request.StartsOn.Year}-{number:000}"),
            ProgrammeVersionId = request.ProgrammeVersionId,
            BranchId = branch.Id,
            Language = request.Language,
            Funding = request.Funding,
            StartsOn = plan.StartsOn,
            EndsOn = plan.EndsOn,
            TrainerId = plan.TrainerId,
            SmallestSize = plan.SmallestSize,
            Capacity = plan.Capacity,
            Venue = plan.Venue,
            MeetingLink = plan.MeetingLink,
        });
        return request.GroupId;
    }
}
