using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Application.Networks.Visits;

/// <summary>Says who answers for a stage, and until when.</summary>
/// <param name="VisitId">Visit.</param>
/// <param name="Stage">Stage.</param>
/// <param name="ResponsibleId">Somebody who works at the centre or branch that visits.</param>
/// <param name="DueOn">Day on which it is due, not before the visit begins.</param>
[RequirePermission(Permission.ManageVisits)]
public sealed record EntrustVisitStageCommand(Guid VisitId, VisitStageKind Stage, Guid? ResponsibleId, DateOnly? DueOn) : ICommand<Done>;

internal sealed class EntrustVisitStageValidator : AbstractValidator<EntrustVisitStageCommand>
{
    public EntrustVisitStageValidator()
    {
        RuleFor(c => c.Stage).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.ResponsibleId).NotNull().WithErrorCode("required");
        RuleFor(c => c.DueOn).NotNull().WithErrorCode("required");
    }
}

internal sealed class EntrustVisitStageHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<EntrustVisitStageCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(EntrustVisitStageCommand request, CancellationToken cancellationToken)
    {
        var visit = await db.VisitToManageAsync(user, request.VisitId, cancellationToken);
        if (visit is null)
        {
            return new NotFound();
        }

        var path = await db.Organisations.Where(o => o.Id == visit.OrganisationId).Select(o => o.Path).SingleAsync(cancellationToken);
        var responsible = request.ResponsibleId!.Value;
        if (!visit.IsEntrustedTo(responsible, request.Stage) && !await db.VisitorsOf(path, time.Today()).AnyAsync(p => p.Id == responsible, cancellationToken))
        {
            return new NotFound();
        }

        return visit.Entrust(request.Stage, responsible, request.DueOn!.Value) is { } refused ? refused : Done.Value;
    }
}
