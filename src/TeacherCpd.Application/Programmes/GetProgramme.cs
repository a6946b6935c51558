using AutoMapper;
using AutoMapper.QueryableExtensions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Programmes;

/// <summary>One programme with its versions, papers and open groups.</summary>
[OpenToAll]
public sealed record GetProgrammeQuery(string Code) : IQuery<ProgrammeView>;

/// <summary>A programme.</summary>
/// <param name="Aliases">Other spellings under which lists name it.</param>
/// <param name="Versions">Versions, newest first.</param>
/// <param name="Groups">Groups that take applications now.</param>
public sealed record ProgrammeView(
    string Code,
    LocalizedText Title,
    string Direction,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<ProgrammeVersionView> Versions,
    IReadOnlyList<CatalogueRow> Groups);

/// <summary>A version.</summary>
/// <param name="LetterMissing">Agreed by the council, but no letter of the Committee yet.</param>
public sealed record ProgrammeVersionView(
    int Number,
    ProgrammeVersionStatus Status,
    bool LetterMissing,
    int? Hours,
    ProgrammeFormat Format,
    LocalizedText Audience,
    IReadOnlyList<PhaseView> Phases,
    IReadOnlyList<ApprovalView> Approvals);

/// <summary>A phase of a version.</summary>
public sealed record PhaseView(int Order, PhaseKind Kind, int Hours, int? Days);

/// <summary>A protocol or letter.</summary>
public sealed record ApprovalView(ApprovalKind Kind, string Number, DateOnly Date);

internal sealed class ProgrammeViewProfile : Profile
{
    public ProgrammeViewProfile()
    {
        CreateProjection<ProgrammePhase, PhaseView>();
        CreateProjection<ApprovalDocument, ApprovalView>();
        CreateProjection<ProgrammeVersion, ProgrammeVersionView>()
            .ForCtorParam(nameof(ProgrammeVersionView.LetterMissing), to => to.MapFrom(v =>
                v.Status == ProgrammeVersionStatus.Agreed && v.Approvals.All(a => a.Kind != ApprovalKind.CommitteeLetter)))
            .ForCtorParam(nameof(ProgrammeVersionView.Phases), to => to.MapFrom(v => v.Phases.OrderBy(p => p.Order)))
            .ForCtorParam(nameof(ProgrammeVersionView.Approvals), to => to.MapFrom(v => v.Approvals.OrderBy(a => a.Date)));
    }
}

internal sealed class GetProgrammeHandler(IAppDbContext db, IMapper mapper, TimeProvider time) : IRequestHandler<GetProgrammeQuery, Result<ProgrammeView>>
{
    public async Task<Result<ProgrammeView>> Handle(GetProgrammeQuery request, CancellationToken cancellationToken)
    {
        var programme = await db.Programmes
            .Where(p => p.Code == request.Code)
            .Select(p => new { p.Id, p.Code, p.Title, p.Direction, p.Aliases })
            .SingleOrDefaultAsync(cancellationToken);
        if (programme is null)
        {
            return new NotFound();
        }

        var versions = await db.ProgrammeVersions
            .AsNoTracking()
            .AsSplitQuery()
            .Where(v => v.ProgrammeId == programme.Id)
            .OrderByDescending(v => v.Number)
            .ProjectTo<ProgrammeVersionView>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        var groups = await db.CatalogueRows(db.Groups
                .Recruiting(time.Today())
                .Where(g => db.ProgrammeVersions.Any(v => v.Id == g.ProgrammeVersionId && v.ProgrammeId == programme.Id)))
            .ToListAsync(cancellationToken);
        return new ProgrammeView(
            programme.Code,
            programme.Title,
            programme.Direction,
            programme.Aliases.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            versions,
            groups);
    }
}
