using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates;

/// <summary>Revokes a certificate for good.</summary>
/// <param name="CertificateId">Certificate of somebody else, of a register that the user keeps.</param>
/// <param name="Reason">Why; everybody may read it.</param>
/// <param name="Words">What lies behind it; for those who keep the register.</param>
[RequirePermission(Permission.KeepCertificates)]
public sealed record RevokeCertificateCommand(Guid CertificateId, CertificateReason? Reason, string Words) : ICommand<Done>;

internal sealed class RevokeCertificateValidator : AbstractValidator<RevokeCertificateCommand>
{
    public RevokeCertificateValidator()
    {
        RuleFor(c => c.Reason).NotNull().WithErrorCode("required").IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Words).NotEmpty().WithErrorCode("required").MaximumLength(Certificate.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class RevokeCertificateHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<RevokeCertificateCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RevokeCertificateCommand request, CancellationToken cancellationToken)
    {
        var found = await db.CertificateToChangeAsync(user, request.CertificateId, cancellationToken);
        var error = found.Error ?? found.Value.Revoke(user.Me, request.Reason!.Value, request.Words.ReplaceLineEndings("\n").Trim(), time.UtcNow());
        return error is null ? Done.Value : error;
    }
}
