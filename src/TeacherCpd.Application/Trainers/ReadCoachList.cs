using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups.Lists;

namespace TeacherCpd.Application.Trainers;

/// <summary>The first half of entering a list of school coaches: reads the national numbers out of the file, as lists for groups are read.</summary>
/// <param name="Content">The upload; seekable, left open.</param>
/// <param name="FileName">Name as the browser sent it; empty when no file was chosen.</param>
[RequirePermission(Permission.ManageTrainers)]
public sealed record ReadCoachListQuery(Stream Content, string FileName) : IQuery<IReadOnlyList<CoachLine>>;

/// <summary>A line of the list.</summary>
/// <param name="Row">Number of the row in the file, from 1.</param>
/// <param name="Iin">What stands in the column of national numbers.</param>
public sealed record CoachLine(int Row, string Iin);

internal sealed class ReadCoachListValidator : AbstractValidator<ReadCoachListQuery>
{
    public ReadCoachListValidator() =>
        RuleFor(q => q.FileName).NotEmpty().OverridePropertyName(UploadReader.FileField).WithErrorCode("file_missing");
}

internal sealed class ReadCoachListHandler(IListFileReader reader, TimeProvider time) : IRequestHandler<ReadCoachListQuery, Result<IReadOnlyList<CoachLine>>>
{
    public Task<Result<IReadOnlyList<CoachLine>>> Handle(ReadCoachListQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(Read(request, cancellationToken));

    private Result<IReadOnlyList<CoachLine>> Read(ReadCoachListQuery request, CancellationToken cancellationToken)
    {
        var table = reader.ReadInTime(request.Content, request.FileName, time, cancellationToken);
        var content = table.Error is { } refused ? refused : ListContent.Of(table.Value);
        return content.Error is { } wrong
            ? UploadReader.AtField(wrong)
            : content.Value.Lines.Select(l => new CoachLine(l.Number, ListText.Iin(content.Value.Cell(l, ListColumn.Iin), mayBeFigure: false))).ToList();
    }
}
