using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>Everything of a case that its reader may have, to be written into one file.</summary>
[SignedIn]
public sealed record GetCaseFileQuery(Guid CaseId) : IQuery<CaseFile>;

/// <summary>Everything of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Reports">The reports of its checks that are done, with the texts of the sources as far as the reader may see them.</param>
/// <param name="Files">The files that were handed in, where the reader may have them; to be disposed of by whoever writes them.</param>
public sealed record CaseFile(OriginalityCaseView Case, IReadOnlyList<OriginalityReportView> Reports, IReadOnlyList<MaterialFile> Files);

internal sealed class GetCaseFileHandler(IMediator mediator) : IRequestHandler<GetCaseFileQuery, Result<CaseFile>>
{
    public async Task<Result<CaseFile>> Handle(GetCaseFileQuery request, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new GetOriginalityCaseQuery(request.CaseId), cancellationToken);
        if (found.Error is not null)
        {
            return found.Error;
        }

        // each is asked for as its own page asks: who may see a case may not see every report and file of it
        List<OriginalityReportView> reports = [];
        foreach (var check in found.Value.Checks.Where(c => c.Status == CheckStatus.Done))
        {
            var report = await mediator.Send(new GetOriginalityReportQuery(check.Id, WithAllTexts: true), cancellationToken);
            if (report.Error is null)
            {
                reports.Add(report.Value);
            }
        }

        List<MaterialFile> files = [];
        foreach (var material in found.Value.Checks.Select(c => c.MaterialId).Distinct())
        {
            var file = await mediator.Send(new GetMaterialFileQuery(material), cancellationToken);
            if (file.Error is null)
            {
                files.Add(file.Value);
            }
        }

        return new CaseFile(found.Value, reports, files);
    }
}
