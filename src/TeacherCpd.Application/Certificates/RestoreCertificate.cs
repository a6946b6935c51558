using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates;

/// <summary>Puts a suspended certificate into force again.</summary>
/// <param name="CertificateId">Certificate of somebody else, of a register that the user keeps.</param>
/// <param name="Reason">Why; everybody may read it.</param>
/// <param name="Words">What lies behind it; for those who keep the register.</param>
[RequirePermission(Permission.KeepCertificates)]
public sealed record RestoreCertificateCommand(Guid CertificateId, CertificateReason? Reason, string Words) : ICommand<Done>;

internal sealed class RestoreCertificateValidator : AbstractValidator<RestoreCertificateCommand>
{
    public RestoreCertificateValidator()
    {
        RuleFor(c => c.Reason).NotNull().WithErrorCode("required").IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Words).NotEmpty().WithErrorCode("required").MaximumLength(Certificate.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class RestoreCertificateHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<RestoreCertificateCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RestoreCertificateCommand request, CancellationToken cancellationToken)
    {
        var found = await db.CertificateToChangeAsync(user, request.CertificateId, cancellationToken);
        var error = found.Error ?? found.Value.Restore(user.Me, request.Reason!.Value, request.Words.ReplaceLineEndings("\n").Trim(), time.UtcNow());
        return error is null ? Done.Value : error;
    }
}
