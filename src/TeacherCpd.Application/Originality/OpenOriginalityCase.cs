using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>
/// The trainer of the group or a coordinator in scope opens the case of a version by hand, or joins the one that awaits its
/// verdict. Whoever does so does not decide it.
/// </summary>
/// <param name="CheckId">A check of the version.</param>
/// <param name="Words">What was seen.</param>
[SignedIn]
public sealed record OpenOriginalityCaseCommand(Guid CheckId, string Words) : ICommand<Guid>;

internal sealed class OpenOriginalityCaseValidator : AbstractValidator<OpenOriginalityCaseCommand>
{
    public OpenOriginalityCaseValidator() =>
        RuleFor(c => c.Words).NotEmpty().WithErrorCode("required").MaximumLength(OriginalityCase.WordsLength).WithErrorCode("too_long");
}

internal sealed class OpenOriginalityCaseHandler(IAppDbContext db, CurrentUser user, CaseTerms terms, TimeProvider time)
    : IRequestHandler<OpenOriginalityCaseCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(OpenOriginalityCaseCommand request, CancellationToken cancellationToken)
    {
        var work = await db.WorkPlaces()
            .AsNoTracking()
            .SingleOrDefaultAsync(w => db.OriginalityChecks.Any(c => c.Id == request.CheckId && c.VersionId == w.VersionId), cancellationToken);
        if (work?.IsJudgedBy(user) != true)
        {
            return new NotFound();
        }

        var now = time.UtcNow();
        var @case = await db.OpenOrJoinAsync(
            work,
            terms,
            caseId => new CaseGround { CaseId = caseId, Kind = CaseGroundKind.ByHand, Words = request.Words.Trim(), By = user.Me, At = now },
            now,
            cancellationToken);
        return @case.Id;
    }
}
