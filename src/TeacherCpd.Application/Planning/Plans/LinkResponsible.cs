using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Planning.Plans;

/// <summary>Whoever keeps the plan says which person the words of an item mean: from then on that person sees the item and is reminded of it.</summary>
/// <param name="ItemId">Item.</param>
/// <param name="ResponsibleId">Line of who answers for it.</param>
/// <param name="Iin">National number of the person, who works below the organisation of the plan.</param>
[RequirePermission(Permission.ManagePlans)]
public sealed record LinkResponsibleCommand(Guid ItemId, Guid ResponsibleId, string? Iin) : ICommand<Done>;

/// <summary>Nobody with this number works below the organisation of the plan.</summary>
public sealed record NotOfPlan() : Error("not_of_plan", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => nameof(LinkResponsibleCommand.Iin);
}

internal sealed class LinkResponsibleValidator : AbstractValidator<LinkResponsibleCommand>
{
    public LinkResponsibleValidator() => RuleFor(c => c.Iin).NotEmpty().WithErrorCode("required").MaximumLength(20).WithErrorCode("too_long");
}

internal sealed class LinkResponsibleHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<LinkResponsibleCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(LinkResponsibleCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfPlanAsync(request.ItemId, cancellationToken);
        if (await db.ItemInHandAsync(user, request.ItemId, cancellationToken) is not (var item, var plan, true))
        {
            return new NotFound();
        }

        // somebody elsewhere is not told apart from nobody: the answer would tell who works where
        var (iin, today) = (request.Iin!.Replace(" ", "", StringComparison.Ordinal), time.Today());
        IReadOnlyList<string> scope = [await db.Organisations.Where(o => o.Id == plan.OrganisationId).Select(o => o.Path).SingleAsync(cancellationToken)];
        var places = db.Organisations.Within(scope).Select(o => o.Id);
        var person = await db.Persons
            .Where(p => p.Iin == iin && (p.Employments.Any(e => places.Contains(e.OrganisationId) && e.From <= today && (e.To == null || e.To >= today)) || p.Roles.Any(r => places.Contains(r.OrganisationId))))
            .Select(p => (Guid?)p.Id)
            .SingleOrDefaultAsync(cancellationToken);
        return person is not { } known ? new NotOfPlan()
            : item.Link(request.ResponsibleId, known) is { } refused ? refused
            : Done.Value;
    }
}
