using TeacherCpd.Application.Exchange;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Web.Pages.Exchange;

/// <summary>The rows of an export for the national education database.</summary>
public sealed class ExportModel : TablePage
{
    protected override string FileName => $"register-{Id:N}.csv";

    protected override MediatR.IRequest<Result<RegisterReport>> Query => new GetRegisterExportQuery(Id);
}
