using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates;

/// <summary>How words look on paper, with facts that are made up and an address that leads to no certificate. Nothing is kept.</summary>
[RequirePermission(Permission.ManageCertificates)]
public sealed record PreviewTemplateQuery(CertificateKind Kind, TemplateText Text) : IQuery<CertificateFile>;

internal sealed class PreviewTemplateHandler(CurrentUser user, ICertificatePrinter printer, VerificationAddress address, TimeProvider time)
    : IRequestHandler<PreviewTemplateQuery, Result<CertificateFile>>
{
    public Task<Result<CertificateFile>> Handle(PreviewTemplateQuery request, CancellationToken cancellationToken) => Task.FromResult(Preview(request));

    private Result<CertificateFile> Preview(PreviewTemplateQuery request)
    {
        if (!user.CanEverywhere(Permission.ManageCertificates))
        {
            return new Forbidden();
        }

        if (CertificateTemplate.FaultIn(request.Kind, request.Text) is { } fault)
        {
            return fault;
        }

        var today = time.Today();
        var isCourse = request.Kind is CertificateKind.Course or CertificateKind.Attendance;
        var hasTerm = request.Kind is CertificateKind.Trainer or CertificateKind.Category;
        var facts = new CertificateFacts(
            request.Kind,
            "ҮЛГІ / ОБРАЗЕЦ",
            "Әлімбекова Гүлнұр Жұмағұлқызы",
            new LocalizedText("Бағдарлама атауы", "Название программы", "Title of the programme"),
            request.Kind == CertificateKind.Category ? null : "A00",
            isCourse ? 1 : null,
            isCourse ? 80 : null,
            hasTerm ? null : today.AddDays(-30),
            hasTerm ? null : today,
            hasTerm ? today : null,
            hasTerm ? today.AddYears(1) : null,
            hasTerm ? "№ 00" : null,
            request.Kind == CertificateKind.Attendance ? new CertificateAppendix([], [], null, 18, 20) : null,
            today,
            null,
            new LocalizedText("Ұйым атауы", "Название организации", "Name of the organisation"),
            CertificateStatus.Valid,
            null);
        return new CertificateFile("preview.pdf", printer.Print(new CertificatePrint(facts, request.Text, address.Of("ҮЛГІ"))));
    }
}
