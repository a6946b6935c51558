using AutoMapper;
using AutoMapper.QueryableExtensions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Programmes;

/// <summary>The register of programmes.</summary>
/// <param name="Text">Words of code, title or another spelling; null or empty: all.</param>
/// <param name="Direction">Code of a direction; null or empty: all.</param>
/// <param name="Language">Language of the titles that are searched.</param>
[OpenToAll]
public sealed record GetProgrammesQuery(string? Text, string? Direction, Language Language) : IQuery<ProgrammeRegister>;

/// <summary>The register, or what the search found of it.</summary>
/// <param name="Directions">Directions to choose from: those of the whole register.</param>
public sealed record ProgrammeRegister(IReadOnlyList<ProgrammeRow> Programmes, IReadOnlyList<string> Directions);

/// <summary>A programme of the register.</summary>
/// <param name="Versions">Versions, newest first.</param>
public sealed record ProgrammeRow(string Code, LocalizedText Title, string Direction, string Aliases, IReadOnlyList<ProgrammeRowVersion> Versions)
{
    /// <summary>The version that counts now: the newest of which groups may be opened, else the newest.</summary>
    public ProgrammeRowVersion? Current => Versions.FirstOrDefault(v => v.Status.MayOpenGroups()) ?? (Versions.Count > 0 ? Versions[0] : null);
}

/// <summary>What the register shows of a version.</summary>
/// <param name="LetterMissing">Agreed by the council, but no letter of the Committee yet.</param>
public sealed record ProgrammeRowVersion(int Number, ProgrammeVersionStatus Status, bool LetterMissing, int? Hours, ProgrammeFormat Format, LocalizedText Audience);

internal sealed class ProgrammeRowProfile : Profile
{
    public ProgrammeRowProfile()
    {
        CreateProjection<ProgrammeVersion, ProgrammeRowVersion>()
            .ForCtorParam(nameof(ProgrammeRowVersion.LetterMissing), to => to.MapFrom(v =>
                v.Status == ProgrammeVersionStatus.Agreed && v.Approvals.All(a => a.Kind != ApprovalKind.CommitteeLetter)));
        CreateProjection<Programme, ProgrammeRow>()
            .ForCtorParam(nameof(ProgrammeRow.Versions), to => to.MapFrom(p => p.Versions.OrderByDescending(v => v.Number)));
    }
}

internal sealed class GetProgrammesHandler(IAppDbContext db, IMapper mapper) : IRequestHandler<GetProgrammesQuery, Result<ProgrammeRegister>>
{
    public async Task<Result<ProgrammeRegister>> Handle(GetProgrammesQuery request, CancellationToken cancellationToken)
    {
        var all = await db.Programmes
            .AsNoTracking()
            .OrderBy(p => p.Code)
            .ProjectTo<ProgrammeRow>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        var found = all
            .Where(p => string.IsNullOrEmpty(request.Direction) || p.Direction == request.Direction)
            .Where(p => ProgrammeSearch.Finds(request.Text, request.Language, p.Code, p.Title, p.Aliases))
            .ToList();
        return new ProgrammeRegister(found, [.. all.Select(p => p.Direction).Distinct()]);
    }
}
