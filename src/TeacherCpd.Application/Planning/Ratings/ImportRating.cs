using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Planning.Imports;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Ratings;

/// <summary>Takes the rows of a table with points into a rating. The stated totals are kept beside the sums.</summary>
/// <param name="Content">The upload; seekable, left open.</param>
/// <param name="FileName">Name as the browser sent it; empty when no file was chosen.</param>
[RequirePermission(Permission.ManageRatings)]
public sealed record ImportRatingCommand(Guid RatingId, Stream Content, string FileName) : ICommand<RatingImport>;

/// <summary>What came of a file.</summary>
/// <param name="Taken">Organisations taken.</param>
/// <param name="Faults">Rows and columns that were not understood; they are left out.</param>
public sealed record RatingImport(int Taken, IReadOnlyList<RatingFileFault> Faults);

internal sealed class ImportRatingValidator : AbstractValidator<ImportRatingCommand>
{
    public ImportRatingValidator() =>
        RuleFor(q => q.FileName).NotEmpty().OverridePropertyName(UploadReader.FileField).WithErrorCode("file_missing");
}

internal sealed class ImportRatingHandler(IAppDbContext db, CurrentUser user, IPlanFileReader reader, TimeProvider time) : IRequestHandler<ImportRatingCommand, Result<RatingImport>>
{
    public async Task<Result<RatingImport>> Handle(ImportRatingCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfPlanAsync(request.RatingId, cancellationToken);
        if (await db.RatingInReachAsync(user, request.RatingId, cancellationToken) is not var (rating, rubric))
        {
            return new NotFound();
        }

        var rows = reader.ReadInTime(request.Content, request.FileName, time, cancellationToken);
        if (rows.Error is { } refused)
        {
            return UploadReader.AtField(refused);
        }

        List<RatingBlock> blocks = [.. rubric.Blocks.OrderBy(b => b.Position)];
        var sheet = RatingSheet.Read(rows.Value, blocks);
        if (sheet.Error is { } unread)
        {
            return UploadReader.AtField(unread);
        }

        foreach (var row in sheet.Value.Rows)
        {
            if (rating.Write(row, blocks) is { } full)
            {
                return full;
            }
        }

        return new RatingImport(sheet.Value.Rows.Count, sheet.Value.Faults);
    }
}
