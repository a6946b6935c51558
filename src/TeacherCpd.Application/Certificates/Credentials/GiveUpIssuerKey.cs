using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates.Credentials;

/// <summary>
/// A key is declared compromised: it is published no more, so that nothing it signed holds. Where it was the one that signs,
/// another one is made at once; holders download their credentials again.
/// </summary>
/// <param name="KeyId">Key.</param>
/// <param name="Since">First day on which others may have held it; today at the latest.</param>
/// <param name="Words">How that became known.</param>
[RequirePermission(Permission.ManageCertificates)]
public sealed record GiveUpIssuerKeyCommand(Guid KeyId, DateOnly? Since, string Words) : ICommand<Done>;

/// <summary>The day is in the future.</summary>
public sealed record KeyDayAhead() : Error("key_day_ahead", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => nameof(GiveUpIssuerKeyCommand.Since);
}

internal sealed class GiveUpIssuerKeyValidator : AbstractValidator<GiveUpIssuerKeyCommand>
{
    public GiveUpIssuerKeyValidator()
    {
        RuleFor(c => c.Since).NotNull().WithErrorCode("required");
        RuleFor(c => c.Words).NotEmpty().WithErrorCode("required").MaximumLength(IssuerKey.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class GiveUpIssuerKeyHandler(IAppDbContext db, CurrentUser user, IssuerKeys keys, TimeProvider time) : IRequestHandler<GiveUpIssuerKeyCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(GiveUpIssuerKeyCommand request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.ManageCertificates))
        {
            return new Forbidden();
        }

        await db.TakeTurnAsync(IssuerKeys.Line, cancellationToken);
        var now = time.UtcNow();
        if (request.Since > Clock.DayOf(now))
        {
            return new KeyDayAhead();
        }

        var key = await db.IssuerKeys.SingleOrDefaultAsync(k => k.Id == request.KeyId, cancellationToken);
        if (key is null)
        {
            return new NotFound();
        }

        var signs = key.Status == IssuerKeyStatus.Active;
        if (key.GiveUp(Clock.BeginOf(request.Since!.Value), request.Words.ReplaceLineEndings("\n").Trim(), now) is { } refused)
        {
            return refused;
        }

        if (signs)
        {
            db.IssuerKeys.Add(keys.Make(now));
        }

        return Done.Value;
    }
}
