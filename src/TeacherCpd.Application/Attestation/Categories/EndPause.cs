using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Categories;

/// <summary>A person is back: what is left of the term goes on.</summary>
/// <param name="PauseId">Time away.</param>
/// <param name="PersonId">Person.</param>
/// <param name="LastDay">Last day away.</param>
[RequirePermission(Permission.KeepCategories)]
public sealed record EndPauseCommand(Guid PauseId, Guid PersonId, DateOnly? LastDay) : ICommand<Done>;

internal sealed class EndPauseValidator : AbstractValidator<EndPauseCommand>
{
    public EndPauseValidator() => RuleFor(c => c.LastDay).NotEmpty().WithErrorCode("required");
}

internal sealed class EndPauseHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<EndPauseCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndPauseCommand request, CancellationToken cancellationToken)
    {
        if (await db.KeepAsync(user, request.PersonId, time.Today(), cancellationToken) is { } refused)
        {
            return refused;
        }

        var pause = await db.CategoryPauses.SingleOrDefaultAsync(p => p.Id == request.PauseId && p.PersonId == request.PersonId, cancellationToken);
        return pause is null ? new NotFound() : pause.End(request.LastDay!.Value) is { } wrong ? wrong : Done.Value;
    }
}
