using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>The teacher appeals against the verdict in the own case, once and within its term.</summary>
[SignedIn]
public sealed record AppealVerdictCommand(Guid CaseId, string Words) : ICommand<Done>;

internal sealed class AppealVerdictValidator : AbstractValidator<AppealVerdictCommand>
{
    public AppealVerdictValidator() =>
        RuleFor(c => c.Words).NotEmpty().WithErrorCode("required").MaximumLength(OriginalityCase.WordsLength).WithErrorCode("too_long");
}

internal sealed class AppealVerdictHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<AppealVerdictCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AppealVerdictCommand request, CancellationToken cancellationToken)
    {
        var @case = await db.OwnCaseAsync(user, request.CaseId, cancellationToken);
        return @case is null ? new NotFound()
            : @case.LodgeAppeal(request.Words.Trim(), time.Today(), time.UtcNow()) is { } error ? error
            : Done.Value;
    }
}
