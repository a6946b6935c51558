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
/// <param name="Year">Only those of which a version was developed in the year; null: all.</param>
/// <param name="Audience">Only those for one of these kinds of people; none: all.</param>
[OpenToAll]
public sealed record GetProgrammesQuery(
    string? Text, string? Direction, Language Language, int? Year = null, AudienceTypes Audience = AudienceTypes.None) : IQuery<ProgrammeRegister>;

/// <summary>The register, or what the search found of it.</summary>
/// <param name="Directions">Directions to choose from: those of the whole register.</param>
/// <param name="MayWrite">Whether the user may begin a programme.</param>
/// <param name="MayAgree">Whether the user records protocols and letters.</param>
public sealed record ProgrammeRegister(IReadOnlyList<ProgrammeRow> Programmes, IReadOnlyList<string> Directions, bool MayWrite, bool MayAgree);

/// <summary>A programme of the register.</summary>
/// <param name="Versions">Versions, newest first.</param>
public sealed record ProgrammeRow(Guid Id, string Code, LocalizedText Title, string Direction, string Aliases, AudienceTypes Audiences, IReadOnlyList<ProgrammeRowVersion> Versions)
{
    /// <summary>The version that counts now: the newest in force, else the newest.</summary>
    public ProgrammeRowVersion? Current => Versions.FirstOrDefault(v => v.Status.IsInForce()) ?? (Versions.Count > 0 ? Versions[0] : null);
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

internal sealed class GetProgrammesHandler(IAppDbContext db, IMapper mapper, CurrentUser user) : IRequestHandler<GetProgrammesQuery, Result<ProgrammeRegister>>
{
    public async Task<Result<ProgrammeRegister>> Handle(GetProgrammesQuery request, CancellationToken cancellationToken)
    {
        var all = await db.Programmes
            .AsNoTracking()
            .OrderBy(p => p.Code)
            .ProjectTo<ProgrammeRow>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        var ofYear = request.Year is { } year
            ? (await db.DevelopedYears().ToListAsync(cancellationToken)).Where(d => d.Year == year).Select(d => d.ProgrammeId).ToHashSet()
            : null;
        var found = all
            .Where(p => ofYear is null || ofYear.Contains(p.Id))
            .Where(p => request.Audience == AudienceTypes.None || (p.Audiences & request.Audience) != AudienceTypes.None)
            .Where(p => string.IsNullOrEmpty(request.Direction) || p.Direction == request.Direction)
            .Where(p => ProgrammeSearch.Finds(request.Text, request.Language, p.Code, p.Title, p.Aliases))
            .ToList();
        return new ProgrammeRegister(
            found,
            [.. all.Select(p => p.Direction).Distinct()],
            user.Can(Permission.ManageProgrammes),
            user.CanEverywhere(Permission.AgreeProgrammes));
    }
}
