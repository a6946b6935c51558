using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Application.Networks.Visits;

/// <summary>Gives a visit up.</summary>
/// <param name="VisitId">Visit.</param>
/// <param name="Why">Reason.</param>
[RequirePermission(Permission.ManageVisits)]
public sealed record CancelVisitCommand(Guid VisitId, string? Why) : ICommand<Done>;

internal sealed class CancelVisitValidator : AbstractValidator<CancelVisitCommand>
{
    public CancelVisitValidator() => RuleFor(c => c.Why).NotEmpty().WithErrorCode("required").MaximumLength(SchoolVisit.ReasonLength).WithErrorCode("too_long");
}

internal sealed class CancelVisitHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<CancelVisitCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CancelVisitCommand request, CancellationToken cancellationToken)
    {
        var visit = await db.VisitToManageAsync(user, request.VisitId, cancellationToken);
        if (visit is null)
        {
            return new NotFound();
        }

        return visit.Cancel(request.Why.Lines(), time.UtcNow()) is { } refused ? refused : Done.Value;
    }
}
