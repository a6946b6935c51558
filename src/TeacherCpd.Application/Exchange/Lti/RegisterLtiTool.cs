using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Exchange.Webhooks;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Lti;

/// <summary>Registers an outside system whose courses can be opened from here.</summary>
/// <param name="ToolId">Id that the form carries: sending it twice makes one.</param>
/// <param name="IsToldNames">Whether it is told name and mail address of whoever opens a course.</param>
[RequirePermission(Permission.ManageProgrammes)]
public sealed record RegisterLtiToolCommand(Guid ToolId, string Name, string LoginUrl, string LaunchUrl, string KeySetUrl, bool IsToldNames) : ICommand<Guid>;

internal sealed class RegisterLtiToolValidator : AbstractValidator<RegisterLtiToolCommand>
{
    public RegisterLtiToolValidator(WebhookRules rules)
    {
        RuleFor(c => c.Name).Cascade(CascadeMode.Stop).Must(name => name.OrNothing() is not null).WithErrorCode("required").MaximumLength(LtiTool.NameLength).WithErrorCode("too_long");
        RuleFor(c => c.LoginUrl).Address(rules);
        RuleFor(c => c.LaunchUrl).Address(rules);
        RuleFor(c => c.KeySetUrl).Address(rules);
    }
}

/// <summary>Addresses of outside systems.</summary>
internal static class OutsideAddresses
{
    /// <summary>Asks for an address of an outside system.</summary>
    public static void Address<T>(this IRuleBuilderInitial<T, string> rule, WebhookRules rules) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(url => url.OrNothing() is not null).WithErrorCode("required")
            .MaximumLength(LtiTool.UrlLength).WithErrorCode("too_long")
            .Must(rules.Takes).WithErrorCode("webhook_url_not_usable");
}

internal sealed class RegisterLtiToolHandler(IAppDbContext db, LtiPlatform platform, TimeProvider time) : IRequestHandler<RegisterLtiToolCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(RegisterLtiToolCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync("lti-tools", cancellationToken);
        if (await db.LtiTools.AnyAsync(t => t.Id == request.ToolId, cancellationToken))
        {
            return request.ToolId;
        }

        if (!await db.LtiKeys.AnyAsync(cancellationToken))
        {
            db.LtiKeys.Add(platform.Make(time.UtcNow()));
        }

        db.LtiTools.Add(new LtiTool
        {
            Id = request.ToolId,
            Name = request.Name.Trim(),
            LoginUrl = request.LoginUrl.Trim(),
            LaunchUrl = request.LaunchUrl.Trim(),
            KeySetUrl = request.KeySetUrl.Trim(),
            IsToldNames = request.IsToldNames,
        });
        return request.ToolId;
    }
}
