using System.Text.Json;
using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Imports;

/// <summary>
/// The first half of importing a plan: reads the file, outside of any transaction. A refused file leaves nothing behind;
/// <see cref="KeepPlanFileCommand"/> is the second half.
/// </summary>
/// <param name="Content">The upload; seekable, left open.</param>
/// <param name="FileName">Name as the browser sent it; empty when no file was chosen.</param>
[RequirePermission(Permission.ManagePlans)]
public sealed record ReadPlanFileQuery(Stream Content, string FileName) : IQuery<PlanFile>;

/// <summary>A file that was read.</summary>
/// <param name="FileName">Name of the file.</param>
/// <param name="Rows">Its rows as <see cref="PlanImport.Rows"/> keeps them.</param>
public sealed record PlanFile(string FileName, string Rows);

internal sealed class ReadPlanFileValidator : AbstractValidator<ReadPlanFileQuery>
{
    public ReadPlanFileValidator() =>
        RuleFor(q => q.FileName).NotEmpty().OverridePropertyName(UploadReader.FileField).WithErrorCode("file_missing");
}

internal sealed class ReadPlanFileHandler(IPlanFileReader reader, TimeProvider time) : IRequestHandler<ReadPlanFileQuery, Result<PlanFile>>
{
    public Task<Result<PlanFile>> Handle(ReadPlanFileQuery request, CancellationToken cancellationToken)
    {
        var rows = reader.ReadInTime(request.Content, request.FileName, time, cancellationToken);
        if (rows.Error is { } refused)
        {
            return Task.FromResult<Result<PlanFile>>(UploadReader.AtField(refused));
        }

        // without headings nothing in it can be told apart, in whatever year
        if (PlanSheet.Read(rows.Value, PlanYear.Of(PlanYearKind.Calendar, time.Today())).Error is { } unread)
        {
            return Task.FromResult<Result<PlanFile>>(UploadReader.AtField(unread));
        }

        var name = UploadReader.NameOf(request.FileName);
        return Task.FromResult<Result<PlanFile>>(new PlanFile(
            name.Length > PlanImport.FileNameLength ? name[^PlanImport.FileNameLength..] : name, JsonSerializer.Serialize(rows.Value)));
    }
}
