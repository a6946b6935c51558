using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Originality;

/// <summary>The registered handouts, those in use first.</summary>
[RequirePermission(Permission.ManageOriginality)]
public sealed record GetHandoutsQuery : IQuery<HandoutsView>;

/// <summary>Handouts and the programmes that a new one may belong to.</summary>
public sealed record HandoutsView(IReadOnlyList<HandoutRow> Handouts, IReadOnlyList<HandoutProgramme> Programmes);

/// <summary>A handout.</summary>
/// <param name="Programme">Code of its programme; null: for all.</param>
/// <param name="Checks">Checks in which something of it was left out.</param>
public sealed record HandoutRow(Guid Id, string Title, string? Programme, DateTime RegisteredAt, DateTime? RetiredAt, int Checks);

/// <summary>A programme to choose.</summary>
public sealed record HandoutProgramme(Guid Id, string Code, LocalizedText Title);

internal sealed class GetHandoutsHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetHandoutsQuery, Result<HandoutsView>>
{
    public async Task<Result<HandoutsView>> Handle(GetHandoutsQuery request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.ManageOriginality))
        {
            return new Forbidden();
        }

        var handouts = await db.Handouts
            .OrderBy(h => h.RetiredAt != null)
            .ThenByDescending(h => h.RegisteredAt)
            .Select(h => new HandoutRow(
                h.Id,
                h.Title,
                db.Programmes.Where(p => p.Id == h.ProgrammeId).Select(p => p.Code).FirstOrDefault(),
                h.RegisteredAt,
                h.RetiredAt,
                db.OriginalityChecks.Count(c => c.Exclusions.Any(e => e.HandoutId == h.Id))))
            .ToListAsync(cancellationToken);
        var programmes = await db.Programmes
            .AsNoTracking()
            .OrderBy(p => p.Code)
            .Select(p => new HandoutProgramme(p.Id, p.Code, p.Title))
            .ToListAsync(cancellationToken);
        return new HandoutsView(handouts, programmes);
    }
}
