using TeacherCpd.Application.Exchange;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Web.Pages.Exchange;

/// <summary>All differences of a file as a table for spreadsheets.</summary>
public sealed class DifferencesModel : TablePage
{
    protected override string FileName => $"differences-{Id:N}.csv";

    protected override MediatR.IRequest<Result<RegisterReport>> Query => new GetRegisterReportQuery(Id, T.Language);
}
