using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>The teacher gives the statement in the own case.</summary>
[SignedIn]
public sealed record GiveStatementCommand(Guid CaseId, string Words) : ICommand<Done>;

internal sealed class GiveStatementValidator : AbstractValidator<GiveStatementCommand>
{
    public GiveStatementValidator() =>
        RuleFor(c => c.Words).NotEmpty().WithErrorCode("required").MaximumLength(OriginalityCase.WordsLength).WithErrorCode("too_long");
}

internal sealed class GiveStatementHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GiveStatementCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(GiveStatementCommand request, CancellationToken cancellationToken)
    {
        var @case = await db.OwnCaseAsync(user, request.CaseId, cancellationToken);
        return @case is null ? new NotFound()
            : @case.State(request.Words.Trim(), time.Today(), time.UtcNow()) is { } error ? error
            : Done.Value;
    }
}
