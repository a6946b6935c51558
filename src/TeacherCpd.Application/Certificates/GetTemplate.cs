using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates;

/// <summary>The words in force for a kind, and which versions there were.</summary>
[RequirePermission(Permission.ManageCertificates)]
public sealed record GetTemplateQuery(CertificateKind Kind) : IQuery<TemplateView>;

/// <summary>A template.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Number">Number of the version in force; 0 is the one of the product.</param>
/// <param name="Text">Its words.</param>
/// <param name="Fields">Fields that may stand in braces.</param>
/// <param name="History">Versions published, the last one first.</param>
public sealed record TemplateView(CertificateKind Kind, int Number, TemplateText Text, IReadOnlyList<string> Fields, IReadOnlyList<TemplateEdition> History);

/// <summary>A version.</summary>
public sealed record TemplateEdition(int Number, DateTime At, string By);

internal sealed class GetTemplateHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetTemplateQuery, Result<TemplateView>>
{
    public async Task<Result<TemplateView>> Handle(GetTemplateQuery request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.ManageCertificates))
        {
            return new Forbidden();
        }

        var history = await (
            from template in db.CertificateTemplates
            where template.Kind == request.Kind
            join person in db.Persons on template.PublishedById equals person.Id
            orderby template.Number descending
            select new TemplateEdition(template.Number, template.PublishedAt, person.FamilyName + " " + person.GivenName))
            .ToListAsync(cancellationToken);
        var number = history.Count > 0 ? history[0].Number : 0;
        return new TemplateView(
            request.Kind, number, await db.WordsOfAsync(request.Kind, number, cancellationToken), CertificateTemplate.FieldsOf(request.Kind), history);
    }
}
