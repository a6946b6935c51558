using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>
/// A secretary refuses an application (order 83, appendix 1): documents are false, the data do not fit, or there is no consent to
/// restricted personal data. The candidate is told and may apply again.
/// </summary>
/// <param name="Ground">Ground of the list.</param>
/// <param name="Words">Which documents or data.</param>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record RefuseCaseCommand(Guid CaseId, ApplicationRefusal? Ground, string? Words) : ICommand<Done>;

internal sealed class RefuseCaseValidator : AbstractValidator<RefuseCaseCommand>
{
    public RefuseCaseValidator()
    {
        RuleFor(c => c.Ground).NotNull().WithErrorCode("required").IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Words).NotEmpty().WithErrorCode("required").MaximumLength(AttestationCase.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class RefuseCaseHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<RefuseCaseCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RefuseCaseCommand request, CancellationToken cancellationToken)
    {
        var found = await db.CaseToPrepareAsync(user, request.CaseId, cancellationToken);
        if (found.Error is { } error)
        {
            return error;
        }

        // sent twice, refused once
        if (found.Value.Status == AttestationCaseStatus.Refused)
        {
            return Done.Value;
        }

        if (found.Value.Refuse(request.Ground!.Value, request.Words!.Trim()) is { } notNow)
        {
            return notNow;
        }

        var now = time.UtcNow();
        db.Tell(jobs, found.Value.PersonId, AttestationNoticeKind.ApplicationRefused, found.Value.Id, found.Value.Number, Clock.DayOf(now), now);
        return Done.Value;
    }
}
