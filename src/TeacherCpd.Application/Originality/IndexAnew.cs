using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>
/// Prepares some documents of an older version again, those after a number. Gives the last number that it did, or the
/// largest integer when none was left.
/// </summary>
/// <param name="After">Number behind which to begin.</param>
[SystemOnly]
public sealed record IndexAnewCommand(int After) : ICommand<int>
{
    /// <summary>Documents in one step.</summary>
    public const int Most = 50;
}

internal sealed class IndexAnewHandler(IAppDbContext db) : IRequestHandler<IndexAnewCommand, Result<int>>
{
    public async Task<Result<int>> Handle(IndexAnewCommand request, CancellationToken cancellationToken)
    {
        var old = await (
            from document in db.OutdatedDocuments()
            join text in db.PortfolioTexts on document.DocumentId equals text.MaterialId
            where document.Number > request.After
            orderby document.Number
            select new { Document = document, text.Text }).Take(IndexAnewCommand.Most).ToListAsync(cancellationToken);
        foreach (var item in old)
        {
            var anew = Indexing.Document(item.Document.Number, item.Document.DocumentId, PreparedText.From(item.Text));
            item.Document.FormatVersion = anew.FormatVersion;
            item.Document.Fingerprints = anew.Fingerprints;
        }

        return old.Count == 0 ? int.MaxValue : old[^1].Document.Number;
    }
}
