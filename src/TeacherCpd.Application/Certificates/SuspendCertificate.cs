using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates;

/// <summary>Suspends a certificate: it does not hold until its grounds have been looked into.</summary>
/// <param name="CertificateId">Certificate of somebody else, of a register that the user keeps.</param>
/// <param name="Reason">Why; everybody may read it.</param>
/// <param name="Words">What lies behind it; for those who keep the register.</param>
[RequirePermission(Permission.KeepCertificates)]
public sealed record SuspendCertificateCommand(Guid CertificateId, CertificateReason? Reason, string Words) : ICommand<Done>;

internal sealed class SuspendCertificateValidator : AbstractValidator<SuspendCertificateCommand>
{
    public SuspendCertificateValidator()
    {
        RuleFor(c => c.Reason).NotNull().WithErrorCode("required").IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Words).NotEmpty().WithErrorCode("required").MaximumLength(Certificate.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class SuspendCertificateHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<SuspendCertificateCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SuspendCertificateCommand request, CancellationToken cancellationToken)
    {
        var found = await db.CertificateToChangeAsync(user, request.CertificateId, cancellationToken);
        var error = found.Error ?? found.Value.Suspend(user.Me, request.Reason!.Value, request.Words.ReplaceLineEndings("\n").Trim(), time.UtcNow());
        return error is null ? Done.Value : error;
    }
}
