using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Programmes;

/// <summary>A developer begins a new version of an agreed programme, copied from the newest. Gives back its number.</summary>
/// <param name="ChangeReason">Why the programme has to change.</param>
[RequirePermission(Permission.ManageProgrammes)]
public sealed record DraftNewVersionCommand(string Code, string ChangeReason) : ICommand<int>;

internal sealed class DraftNewVersionValidator : AbstractValidator<DraftNewVersionCommand>
{
    public DraftNewVersionValidator() =>
        RuleFor(c => c.ChangeReason).NotEmpty().WithErrorCode("required").MaximumLength(ProgrammeVersion.TextMaxLength).WithErrorCode("too_long");
}

internal sealed class DraftNewVersionHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<DraftNewVersionCommand, Result<int>>
{
    public async Task<Result<int>> Handle(DraftNewVersionCommand request, CancellationToken cancellationToken)
    {
        var programme = await db.ProgrammeToWriteAsync(user, request.Code, cancellationToken);
        if (programme is null)
        {
            return new NotFound();
        }

        if (programme.DraftNewVersion(request.ChangeReason.Trim(), out var draft) is { } error)
        {
            return error;
        }

        var before = programme.Versions.Single(v => v.Number == draft!.Number - 1).Id;
        var plan = await db.AssessmentPlans
            .Where(p => p.ProgrammeVersionId == before)
            .OrderByDescending(p => p.Number)
            .FirstAsync(cancellationToken);
        db.AssessmentPlans.Add(plan.CopyFor(draft!.Id));
        return draft.Number;
    }
}
