using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates.Credentials;

/// <summary>Another key signs from now on; what the former one signed still holds.</summary>
/// <param name="Seen">The key that signs, as the page showed it: sending the form twice makes one new key.</param>
[RequirePermission(Permission.ManageCertificates)]
public sealed record RotateIssuerKeyCommand(Guid? Seen) : ICommand<Done>;

internal sealed class RotateIssuerKeyHandler(IAppDbContext db, CurrentUser user, IssuerKeys keys, TimeProvider time) : IRequestHandler<RotateIssuerKeyCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RotateIssuerKeyCommand request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.ManageCertificates))
        {
            return new Forbidden();
        }

        await db.TakeTurnAsync(IssuerKeys.Line, cancellationToken);
        var active = await db.IssuerKeys.SingleOrDefaultAsync(k => k.Status == IssuerKeyStatus.Active, cancellationToken);
        if (active?.Id != request.Seen)
        {
            return Done.Value;
        }

        var now = time.UtcNow();
        if (active?.Retire(now) is { } refused)
        {
            return refused;
        }

        db.IssuerKeys.Add(keys.Make(now));
        return Done.Value;
    }
}
