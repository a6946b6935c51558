using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios.Exports;

/// <summary>The own exports, the newest first.</summary>
[SignedIn]
public sealed record GetExportsQuery : IQuery<ExportsView>;

/// <summary>Own exports.</summary>
/// <param name="Exports">At most <see cref="Most"/>.</param>
public sealed record ExportsView(IReadOnlyList<ExportView> Exports)
{
    /// <summary>Rows shown.</summary>
    public const int Most = 50;

    /// <summary>Whether any is being made.</summary>
    public bool IsMoving => Exports.Any(e => e.Status is ExportStatus.Queued or ExportStatus.Running);
}

/// <summary>An own export.</summary>
public sealed record ExportView
{
    public Guid Id { get; init; }

    public DateTime AskedAt { get; init; }

    public ExportStatus Status { get; init; }

    public DateTime? StartedAt { get; init; }

    public DateTime? FinishedAt { get; init; }

    public DateTime? ExpiresAt { get; init; }

    public DateTime? ExpiredAt { get; init; }

    public ExportFailure? Failure { get; init; }

    /// <summary>Portfolios it was going to hold when it was asked for.</summary>
    public int Portfolios { get; init; }

    /// <summary>Bytes of their files.</summary>
    public long Bytes { get; init; }

    /// <summary>Bytes written so far, of parts that are not whole too; 0 once nothing is kept.</summary>
    public long Written { get; init; }

    public int? Year { get; init; }

    public LocalizedText? Programme { get; init; }

    public string? Group { get; init; }

    public LocalizedText? Region { get; init; }

    public string? Assessor { get; init; }

    /// <summary>Parts that are whole, in their order.</summary>
    public IReadOnlyList<ExportPartView> Parts { get; init; } = [];

    /// <summary>Portfolios of the parts that are whole.</summary>
    public int Done => Parts.Sum(p => p.Portfolios);
}

/// <summary>A part of an export.</summary>
public sealed record ExportPartView(int Number, int Portfolios, int Files, long Bytes, string Sha256);

internal sealed class GetExportsHandler(IAppDbContext db, CurrentUser user, IExportStore store) : IRequestHandler<GetExportsQuery, Result<ExportsView>>
{
    public async Task<Result<ExportsView>> Handle(GetExportsQuery request, CancellationToken cancellationToken)
    {
        if (!user.MayExport())
        {
            return new Forbidden();
        }

        var me = user.Me;
        var exports = await (
            from export in db.PortfolioExports
            where export.PersonId == me
            orderby export.AskedAt descending, export.Id descending
            select new
            {
                Export = export,
                Programme = db.Programmes.Where(p => p.Id == export.ProgrammeId).Select(p => p.Title).FirstOrDefault(),
                Group = db.Groups.Where(g => g.Id == export.GroupId).Select(g => g.Code).FirstOrDefault(),
                Region = db.Organisations.Where(o => o.Id == export.RegionId).Select(o => o.Name).FirstOrDefault(),
                Assessor = db.Persons.Where(p => p.Id == export.AssessorId).Select(p => p.FamilyName + " " + p.GivenName).FirstOrDefault(),
                Parts = export.Parts.OrderBy(p => p.Number).Select(p => new ExportPartView(p.Number, p.Portfolios, p.Files, p.Bytes, p.Sha256)).ToList(),
            })
            .AsNoTracking()
            .Take(ExportsView.Most)
            .ToListAsync(cancellationToken);
        return new ExportsView(exports.ConvertAll(e => new ExportView
        {
            Id = e.Export.Id,
            AskedAt = e.Export.AskedAt,
            Status = e.Export.Status,
            StartedAt = e.Export.StartedAt,
            FinishedAt = e.Export.FinishedAt,
            ExpiresAt = e.Export.ExpiresAt,
            ExpiredAt = e.Export.ExpiredAt,
            Failure = e.Export.Failure,
            Portfolios = e.Export.Portfolios,
            Bytes = e.Export.Bytes,
            Written = e.Export.Status == ExportStatus.Running ? store.SoFar(e.Export.Id)?.Bytes ?? 0 : e.Parts.Sum(p => p.Bytes),
            Year = e.Export.Year,
            Programme = e.Programme,
            Group = e.Group,
            Region = e.Region,
            Assessor = e.Assessor,
            Parts = e.Export.Status is ExportStatus.Running or ExportStatus.Ready ? e.Parts : [],
        }));
    }
}
