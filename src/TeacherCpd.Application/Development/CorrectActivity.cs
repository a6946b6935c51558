using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Development;

/// <summary>A teacher tells an activity anew, before it is confirmed; one that was returned waits for the school again.</summary>
/// <param name="ActivityId">Own activity.</param>
/// <param name="Fields">What was typed.</param>
/// <param name="File">The file from now on: what <see cref="ReceiveEvidenceQuery"/> gave, or the one before.</param>
[RequirePermission(Permission.RecordDevelopment)]
public sealed record CorrectActivityCommand(Guid ActivityId, ActivityFields Fields, EvidenceFile? File) : ICommand<Done>;

internal sealed class CorrectActivityValidator : AbstractValidator<CorrectActivityCommand>
{
    public CorrectActivityValidator() =>
        RuleFor(c => c.Fields).SetValidator(new ActivityFieldsValidator()).OverridePropertyName("");
}

internal sealed class CorrectActivityHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<CorrectActivityCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CorrectActivityCommand request, CancellationToken cancellationToken)
    {
        var activity = await db.DevelopmentActivities.SingleOrDefaultAsync(a => a.Id == request.ActivityId && a.PersonId == user.Me, cancellationToken);
        if (activity is null)
        {
            return new NotFound();
        }

        var facts = await db.FactsAsync(request.Fields, request.File, cancellationToken);
        if (facts.Error is { } wrong)
        {
            return wrong;
        }

        return activity.Correct(facts.Value, time.UtcNow(), time.Today()) is { } refused ? refused : Done.Value;
    }
}
