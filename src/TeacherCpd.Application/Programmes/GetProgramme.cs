using AutoMapper;
using AutoMapper.QueryableExtensions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Programmes;

/// <summary>One programme with its versions, papers and open groups.</summary>
[OpenToAll]
public sealed record GetProgrammeQuery(string Code) : IQuery<ProgrammeView>;

/// <summary>A programme.</summary>
/// <param name="Aliases">Other spellings under which lists name it.</param>
/// <param name="Variants">The other programmes that share its title.</param>
/// <param name="Versions">Versions, newest first.</param>
/// <param name="Groups">Groups that take applications now.</param>
/// <param name="Withdrawable">Numbers of the versions that the user may withdraw.</param>
/// <param name="Work">What the user may do to it as one of its developers; null for others.</param>
public sealed record ProgrammeView(
    string Code,
    LocalizedText Title,
    string Direction,
    IReadOnlyList<string> Aliases,
    LocalizedText? Centre,
    AudienceTypes Audiences,
    EducationLevel Level,
    LocalizedText Family,
    LocalizedText Subject,
    IReadOnlyList<ProgrammeVariant> Variants,
    IReadOnlyList<AccreditationView> Accreditations,
    IReadOnlyList<ProgrammeVersionView> Versions,
    IReadOnlyList<CatalogueRow> Groups,
    IReadOnlyList<int> Withdrawable,
    ProgrammeWork? Work);

/// <summary>A programme under the same title for another subject.</summary>
public sealed record ProgrammeVariant(string Code, LocalizedText Title, LocalizedText Subject);

/// <summary>Accreditation of a programme.</summary>
/// <param name="Holds">Whether it holds today; null where only the year is known.</param>
public sealed record AccreditationView(string Agency, AccreditationStatus Status, int Year, DateOnly? ValidFrom, DateOnly? ValidUntil, string? Number, bool? Holds);

/// <summary>A version.</summary>
/// <param name="LetterMissing">Agreed by the council, but no letter of the Committee yet.</param>
public sealed record ProgrammeVersionView(
    int Number,
    ProgrammeVersionStatus Status,
    bool LetterMissing,
    int? Hours,
    ProgrammeFormat Format,
    LocalizedText Audience,
    TeachingLanguages Languages,
    FinalAssessment FinalAssessment,
    Guid? AssessingBodyId,
    ApplicationSteps ApplicationSteps,
    int? TeamSize,
    int MinimumAttendance,
    string Competences,
    string? ChangeReason,
    string? WithdrawalReason,
    string? StudySummary,
    string? StudyLink,
    IReadOnlyList<PhaseView> Phases,
    IReadOnlyList<ModuleView> Modules,
    IReadOnlyList<PlannedContact> Support,
    IReadOnlyList<CorrectionView> Corrections,
    IReadOnlyList<ApprovalView> Approvals)
{
    /// <summary>Name of the organisation that assesses.</summary>
    public LocalizedText? AssessingBody { get; init; }

    /// <summary>Competences of the professional standard.</summary>
    public IReadOnlyList<Competence> Covered => Programmes.Competences.Of(Competences);
}

/// <summary>A phase of a version.</summary>
public sealed record PhaseView(int Order, PhaseKind Kind, int Hours, int? Days, int? Weeks = null);

/// <summary>A module of a version.</summary>
public sealed record ModuleView(int Order, LocalizedText Title, int Hours, ActivityTypes Activities, bool Inclusive);

/// <summary>What was corrected.</summary>
/// <param name="Person">Who corrected it; null for those who only read.</param>
public sealed record CorrectionView(DateOnly Date, string Text, Guid PersonId, string? Person);

/// <summary>A protocol or letter.</summary>
public sealed record ApprovalView(ApprovalKind Kind, string Number, DateOnly Date);

/// <summary>What a developer may do to a programme now.</summary>
/// <param name="Number">The version on its way to the council; null where there is none.</param>
/// <param name="MayEdit">Whether that version may be edited.</param>
/// <param name="Next">Steps that may follow.</param>
/// <param name="MayDraft">Whether a new version may be begun.</param>
/// <param name="InclusiveMissing">Whether a subject programme says nothing of teaching in an inclusive class.</param>
/// <param name="WasListed">Whether direction and level stay, since a version was listed.</param>
/// <param name="Revision">State of the programme, to be sent with a correction.</param>
public sealed record ProgrammeWork(
    int? Number, bool MayEdit, IReadOnlyList<ProgrammeVersionStatus> Next, bool MayDraft, bool InclusiveMissing, bool WasListed, int Revision);

internal sealed class ProgrammeViewProfile : Profile
{
    public ProgrammeViewProfile()
    {
        CreateProjection<ProgrammePhase, PhaseView>();
        CreateProjection<ProgrammeModule, ModuleView>();
        CreateProjection<ProgrammeContact, PlannedContact>();
        CreateProjection<ProgrammeCorrection, CorrectionView>().ForCtorParam(nameof(CorrectionView.Person), to => to.MapFrom(c => (string?)null));
        CreateProjection<ApprovalDocument, ApprovalView>();
        CreateProjection<ProgrammeVersion, ProgrammeVersionView>()
            .ForMember(v => v.AssessingBody, to => to.Ignore())
            .ForMember(v => v.Covered, to => to.Ignore())
            .ForCtorParam(nameof(ProgrammeVersionView.LetterMissing), to => to.MapFrom(v =>
                v.Status == ProgrammeVersionStatus.Agreed && v.Approvals.All(a => a.Kind != ApprovalKind.CommitteeLetter)))
            .ForCtorParam(nameof(ProgrammeVersionView.Phases), to => to.MapFrom(v => v.Phases.OrderBy(p => p.Order)))
            .ForCtorParam(nameof(ProgrammeVersionView.Modules), to => to.MapFrom(v => v.Modules.OrderBy(m => m.Order)))
            .ForCtorParam(nameof(ProgrammeVersionView.Support), to => to.MapFrom(v => v.Support.OrderBy(c => c.Month)))
            .ForCtorParam(nameof(ProgrammeVersionView.Corrections), to => to.MapFrom(v => v.Corrections.OrderBy(c => c.Date).ThenBy(c => c.Id)))
            .ForCtorParam(nameof(ProgrammeVersionView.Approvals), to => to.MapFrom(v => v.Approvals.OrderBy(a => a.Date)));
    }
}

internal sealed class GetProgrammeHandler(IAppDbContext db, IMapper mapper, CurrentUser user, TimeProvider time)
    : IRequestHandler<GetProgrammeQuery, Result<ProgrammeView>>
{
    public async Task<Result<ProgrammeView>> Handle(GetProgrammeQuery request, CancellationToken cancellationToken)
    {
        var programme = await db.Programmes
            .AsNoTracking()
            .Include(p => p.Accreditations)
            .SingleOrDefaultAsync(p => p.Code == request.Code, cancellationToken);
        if (programme is null)
        {
            return new NotFound();
        }

        var mayWrite = await db.MayWriteAsync(user, programme.CentreId, cancellationToken);
        var versions = await VersionsAsync(programme.Id, mayWrite, cancellationToken);
        var groups = await db.CatalogueRows(db.Groups
                .Recruiting(time.Today())
                .Where(g => db.ProgrammeVersions.Any(v => v.Id == g.ProgrammeVersionId && v.ProgrammeId == programme.Id)))
            .ToListAsync(cancellationToken);
        var family = programme.Family.Kk;
        var variants = family.Length == 0 ? [] : await db.Programmes
            .Where(p => p.Family.Kk == family && p.Id != programme.Id)
            .OrderBy(p => p.Code)
            .Select(p => new ProgrammeVariant(p.Code, p.Title, p.Subject))
            .ToListAsync(cancellationToken);
        var centre = await db.Organisations.Where(o => o.Id == programme.CentreId).Select(o => o.Name).SingleOrDefaultAsync(cancellationToken);
        return new ProgrammeView(
            programme.Code,
            programme.Title,
            programme.Direction,
            programme.Aliases.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            centre,
            programme.Audiences,
            programme.Level,
            programme.Family,
            programme.Subject,
            variants,
            [.. programme.Accreditations.OrderByDescending(a => a.Year).Select(a => Of(a, time.Today()))],
            versions,
            groups,
            [.. versions
                .Where(v => ProgrammeVersion.States.Allow(v.Status, ProgrammeVersionStatus.Withdrawn) && user.MayWithdraw(v.Status, mayWrite))
                .Select(v => v.Number)],
            mayWrite ? WorkOn(programme, versions) : null);
    }

    private static AccreditationView Of(ProgrammeAccreditation a, DateOnly today) => new(
        a.Agency,
        a.Status,
        a.Year,
        a.ValidFrom,
        a.ValidUntil,
        a.Number,
        a.ValidFrom is null && a.ValidUntil is null ? null : (a.ValidFrom is null || a.ValidFrom <= today) && (a.ValidUntil is null || a.ValidUntil >= today));

    private static ProgrammeWork WorkOn(Programme programme, List<ProgrammeVersionView> versions)
    {
        var newest = versions.FirstOrDefault();
        var open = newest?.Status < ProgrammeVersionStatus.Agreed ? newest : null;
        return new ProgrammeWork(
            open?.Number,
            open?.Status.MayBeEdited() ?? false,
            open is null ? [] : [.. ProgrammeVersion.States.After(open.Status).Where(s => s <= ProgrammeVersionStatus.AtCouncil)],
            newest is not null && open is null,
            programme.Direction == ProgrammeDirections.Subject && open is not null && !open.Modules.Any(m => m.Inclusive),
            versions.Exists(v => v.Status == ProgrammeVersionStatus.Listed || v.Approvals.Any(a => a.Kind == ApprovalKind.CommitteeLetter)),
            programme.Revision);
    }

    private async Task<List<ProgrammeVersionView>> VersionsAsync(Guid programmeId, bool mayWrite, CancellationToken cancellationToken)
    {
        var versions = await db.ProgrammeVersions
            .AsNoTracking()
            .AsSplitQuery()
            .Where(v => v.ProgrammeId == programmeId)
            .OrderByDescending(v => v.Number)
            .ProjectTo<ProgrammeVersionView>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        var bodyIds = versions.Select(v => v.AssessingBodyId).OfType<Guid>().Distinct().ToList();
        var bodies = bodyIds.Count == 0 ? [] : await db.Organisations
            .Where(o => bodyIds.Contains(o.Id))
            .Select(o => new { o.Id, o.Name })
            .ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        var personIds = mayWrite ? versions.SelectMany(v => v.Corrections).Select(c => c.PersonId).Distinct().ToList() : [];
        var people = personIds.Count == 0 ? [] : await db.Persons
            .Where(p => personIds.Contains(p.Id))
            .Select(p => new { p.Id, Name = p.FamilyName + " " + p.GivenName })
            .ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        return [.. versions.Select(v => v with
        {
            AssessingBody = v.AssessingBodyId is { } body ? bodies[body] : null,
            Corrections = [.. v.Corrections.Select(c => c with { Person = people.GetValueOrDefault(c.PersonId) })],
        })];
    }
}
