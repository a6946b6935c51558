using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates;

/// <summary>Publishes new words for a kind; certificates issued from now on are printed with them, those of before are not changed.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Seen">Number of the version in force, as the page showed it: nobody overwrites another unseen.</param>
/// <param name="Text">The words.</param>
[RequirePermission(Permission.ManageCertificates)]
public sealed record PublishTemplateCommand(CertificateKind Kind, int Seen, TemplateText Text) : ICommand<int>;

/// <summary>Somebody else published a version since the form was shown.</summary>
public sealed record TemplatePublishedMeanwhile() : Error("template_published_meanwhile", ErrorKind.Conflict);

internal sealed class PublishTemplateValidator : AbstractValidator<PublishTemplateCommand>
{
    public PublishTemplateValidator()
    {
        RuleFor(c => c.Kind).IsInEnum().WithErrorCode("required");
        Check(c => c.Text.Kk, "Kk");
        Check(c => c.Text.Ru, "Ru");
    }

    private void Check(Func<PublishTemplateCommand, TemplateWords> words, string language)
    {
        Limit(c => words(c).Heading, $"{language}Heading", CertificateTemplate.ShortLength);
        Limit(c => words(c).Statement, $"{language}Statement", CertificateTemplate.LongLength);
        Limit(c => words(c).Subject, $"{language}Subject", CertificateTemplate.ShortLength);
        Limit(c => words(c).Lines, $"{language}Lines", CertificateTemplate.LongLength);
    }

    private void Limit(Func<PublishTemplateCommand, string> text, string field, int most) => RuleFor(c => text(c))
        .NotEmpty().WithErrorCode("required").MaximumLength(most).WithErrorCode("too_long").OverridePropertyName(field);
}

internal sealed class PublishTemplateHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<PublishTemplateCommand, Result<int>>
{
    public async Task<Result<int>> Handle(PublishTemplateCommand request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.ManageCertificates))
        {
            return new Forbidden();
        }

        await db.TakeTurnAsync("certificate-templates", cancellationToken);
        var last = await db.CertificateTemplates.Where(t => t.Kind == request.Kind).MaxAsync(t => (int?)t.Number, cancellationToken) ?? 0;
        if (last != request.Seen)
        {
            return new TemplatePublishedMeanwhile();
        }

        var published = CertificateTemplate.Publish(request.Kind, last + 1, request.Text, user.Me, time.UtcNow());
        if (published.Error is { } wrong)
        {
            return wrong;
        }

        db.CertificateTemplates.Add(published.Value);
        return published.Value.Number;
    }
}
