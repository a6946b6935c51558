using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Attestation;

/// <summary>An administrator forms the commission of an organisation for one year.</summary>
/// <param name="CommissionId">Id that the form carries: sending it twice forms one commission.</param>
/// <param name="NameEn">English name; the Kazakh one is shown where there is none.</param>
/// <param name="OrderNumber">Number of the order that approves its composition.</param>
/// <param name="OrderedOn">Day of that order.</param>
/// <param name="ValidFrom">First day of its powers.</param>
/// <param name="Members">Members, who are invited; among themselves they elect the chair.</param>
[RequirePermission(Permission.ManageCommissions)]
public sealed record FormCommissionCommand(
    Guid CommissionId,
    Guid OrganisationId,
    string NameKk,
    string NameRu,
    string? NameEn,
    string? OrderNumber,
    DateOnly? OrderedOn,
    DateOnly? ValidFrom,
    Guid? SecretaryId,
    IReadOnlyList<Guid> Members) : ICommand<Guid>;

/// <summary>No edition of the attestation rules is in force on the day.</summary>
/// <param name="On">Day.</param>
public sealed record NoRulesForTerm(DateOnly On) : Error("no_rules_for_term", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [On];

    public override string Field => nameof(FormCommissionCommand.ValidFrom);
}

/// <summary>Somebody chosen does not hold the role over the organisation.</summary>
/// <param name="Role">Role that is needed.</param>
/// <param name="Field">Field where the person was chosen.</param>
public sealed record NotChosenByRole(Role Role, string? Field) : Error("not_chosen_by_role", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Role];

    public override string? Field { get; } = Field;
}

internal sealed class FormCommissionValidator : AbstractValidator<FormCommissionCommand>
{
    public FormCommissionValidator()
    {
        RuleFor(c => c.NameKk).NotEmpty().WithErrorCode("required").MaximumLength(Organisation.NameMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.NameRu).NotEmpty().WithErrorCode("required").MaximumLength(Organisation.NameMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.NameEn).MaximumLength(Organisation.NameMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.OrderNumber).NotEmpty().WithErrorCode("required").MaximumLength(Commission.OrderNumberLength).WithErrorCode("too_long");
        RuleFor(c => c.OrderedOn).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.ValidFrom).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.ValidFrom).Must((command, from) => from is null || command.OrderedOn is null || from >= command.OrderedOn).WithErrorCode("powers_before_order");
        RuleFor(c => c.SecretaryId).NotEmpty().WithErrorCode("required");
    }
}

internal sealed class FormCommissionHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<FormCommissionCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(FormCommissionCommand request, CancellationToken cancellationToken)
    {
        if (await db.Commissions.AnyAsync(c => c.Id == request.CommissionId, cancellationToken))
        {
            return request.CommissionId;
        }

        var seat = await db.OrganisationInReachAsync(user, Permission.ManageCommissions, request.OrganisationId, cancellationToken);
        if (seat is null)
        {
            return new NotFound();
        }

        var (from, secretary) = (request.ValidFrom!.Value, request.SecretaryId!.Value);
        var edition = await Evaluation.InForceAsync(db, from, cancellationToken);
        if (edition is null)
        {
            return new NoRulesForTerm(from);
        }

        var rules = AttestationRules.Parse(edition.Json).Value.Commission;
        var wrong = CommissionDecision.CheckMembers(rules, request.Members, secretary)
            ?? await CheckRolesAsync(request.Members, secretary, seat.Path, cancellationToken)
            ?? await db.CheckMembersAsync(request.Members, seat, time.Today(), cancellationToken);
        if (wrong is not null)
        {
            return wrong;
        }

        var commission = new Commission
        {
            Id = request.CommissionId,
            OrganisationId = seat.Id,
            Name = new LocalizedText(request.NameKk.Trim(), request.NameRu.Trim(), request.NameEn?.Trim() ?? ""),
            OrderNumber = request.OrderNumber!.Trim(),
            OrderedOn = request.OrderedOn,
            ValidFrom = from,
            ValidTo = Commission.LastDayOf(from),
            SecretaryId = secretary,
        };
        var now = time.UtcNow();
        foreach (var member in request.Members)
        {
            commission.Invite(member, now);
            db.Tell(jobs, member, AttestationNoticeKind.Invited, commission.Id, seat.Name.Kk, from, now);
        }

        db.Commissions.Add(commission);
        return commission.Id;
    }

    private async Task<Error?> CheckRolesAsync(IReadOnlyList<Guid> members, Guid secretary, string path, CancellationToken cancellationToken)
    {
        var fit = await db.Persons.WithRoleOver(db, Role.CommissionMember, path).CountAsync(p => members.Contains(p.Id), cancellationToken);
        if (fit < members.Count)
        {
            return new NotChosenByRole(Role.CommissionMember, null);
        }

        return await db.Persons.WithRoleOver(db, Role.CommissionSecretary, path).AnyAsync(p => p.Id == secretary, cancellationToken)
            ? null
            : new NotChosenByRole(Role.CommissionSecretary, nameof(FormCommissionCommand.SecretaryId));
    }
}
