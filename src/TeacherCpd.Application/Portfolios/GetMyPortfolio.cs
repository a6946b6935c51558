using AutoMapper;
using AutoMapper.QueryableExtensions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios;

/// <summary>The own portfolio in a group: how far it is, its parts, every version, and what can be handed in now.</summary>
[RequirePermission(Permission.HandInPortfolio)]
public sealed record GetMyPortfolioQuery(Guid EnrolmentId) : IQuery<MyPortfolio>;

/// <summary>The own portfolio.</summary>
/// <param name="Programme">Title of the programme.</param>
/// <param name="GroupCode">Group.</param>
/// <param name="EndsOn">Last day of the course.</param>
/// <param name="DueOn">Last day of handing in the version that is due; null where there is none.</param>
/// <param name="Status">State.</param>
/// <param name="Path">The way to the result, step by step.</param>
/// <param name="Parts">What the plan asks for, with the newest that was received of each.</param>
/// <param name="Versions">Versions that were handed in, the newest first.</param>
/// <param name="Cases">Originality cases of its versions, the newest first.</param>
/// <param name="IsChecked">Whether the originality of the reports is checked.</param>
/// <param name="TakesVersion">Whether parts can be added and a version handed in now.</param>
/// <param name="Refusal">Why none is taken although one would be due; null otherwise.</param>
public sealed record MyPortfolio(
    LocalizedText Programme,
    string GroupCode,
    DateOnly EndsOn,
    DateOnly? DueOn,
    PortfolioStatus Status,
    IReadOnlyList<PathStep> Path,
    IReadOnlyList<PartView> Parts,
    IReadOnlyList<VersionView> Versions,
    IReadOnlyList<CaseLink> Cases,
    bool IsChecked,
    bool TakesVersion,
    Error? Refusal)
{
    /// <summary>Whether a check runs, so that the page is worth looking at again soon.</summary>
    public bool IsChecking => !TakesVersion && Versions.Any(v => v.Checks.Any(c => c.Status == CheckStatus.Queued));

    /// <summary>Whether a check failed that a person has to look at.</summary>
    public bool HasFailedCheck => Versions.Any(v => v.Checks.Any(c => c.Status == CheckStatus.Failed));

    /// <summary>Whether the trainer's feedback can be read.</summary>
    public bool HasFeedback => Status > PortfolioStatus.AwaitingFeedback;

    /// <summary>Whether every part is there.</summary>
    public bool IsComplete => Parts.All(p => p.Newest is not null);
}

/// <summary>A part that the plan asks for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Number among the parts of its kind, from 1.</param>
/// <param name="Newest">The newest that was received; null where nothing was.</param>
/// <param name="IsNew">Whether it was received after the last version was handed in.</param>
public sealed record PartView(MaterialKind Kind, int Number, MaterialView? Newest, bool IsNew);

/// <summary>A version that was handed in.</summary>
/// <param name="Id">Id.</param>
/// <param name="Number">Number, from 1.</param>
/// <param name="Stage">Stage.</param>
/// <param name="HandedInAt">When (UTC).</param>
/// <param name="Receipt">Number to quote.</param>
/// <param name="Materials">Its parts with their checks, in order.</param>
public sealed record VersionView(Guid Id, int Number, AssessmentStage Stage, DateTime HandedInAt, string Receipt, IReadOnlyList<MaterialView> Materials)
{
    /// <summary>The checks of its reports.</summary>
    public IEnumerable<CheckView> Checks => Materials.Select(m => m.Check).OfType<CheckView>();
}

/// <summary>What was received.</summary>
/// <param name="File">The file.</param>
/// <param name="Receipt">Number to quote.</param>
/// <param name="Check">Its originality check in that version; null where there is none.</param>
public sealed record MaterialView(MaterialRow File, string Receipt, CheckView? Check = null);

/// <summary>What was received.</summary>
public sealed record MaterialRow
{
    public Guid Id { get; init; }

    public MaterialKind Kind { get; init; }

    public int Part { get; init; }

    public int Number { get; init; }

    public string FileName { get; init; } = "";

    public long Bytes { get; init; }

    public string Sha256 { get; init; } = "";

    public DateTime ReceivedAt { get; init; }
}

/// <summary>A check in short.</summary>
public sealed record CheckView(Guid Id, CheckStatus Status, int? Permille);

internal sealed class MyPortfolioMapping : Profile
{
    public MyPortfolioMapping() => CreateMap<PortfolioMaterial, MaterialRow>();
}

internal sealed class GetMyPortfolioHandler(IAppDbContext db, CurrentUser user, IMapper mapper, UploadTerms terms, TimeProvider time)
    : IRequestHandler<GetMyPortfolioQuery, Result<MyPortfolio>>
{
    public async Task<Result<MyPortfolio>> Handle(GetMyPortfolioQuery request, CancellationToken cancellationToken)
    {
        if (await db.HandInPlaceAsync(request.EnrolmentId, user.Me, cancellationToken) is not { } place)
        {
            return new NotFound();
        }

        var course = await (
            from enrolment in db.Enrolments
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            where enrolment.Id == request.EnrolmentId
            select new { enrolment.ListenerCode, studyGroup.Code, programme.Title }).SingleAsync(cancellationToken);
        var portfolio = await db.Portfolios
            .AsNoTracking()
            .SingleOrDefaultAsync(p => p.EnrolmentId == request.EnrolmentId, cancellationToken) ?? Portfolio.Begin(request.EnrolmentId, default);
        var materials = await MaterialsAsync(portfolio.Id, course.ListenerCode, cancellationToken);
        var versions = await VersionsAsync(portfolio.Id, course.ListenerCode, materials, cancellationToken);
        var stage = portfolio.NextStage;
        var now = time.UtcNow();
        var refusal = stage is null ? null : place.Refusal(stage, now, now, terms);
        return new MyPortfolio(
            course.Title,
            course.Code,
            place.EndsOn,
            stage is { } due && place.Enrolment == EnrolmentStatus.Accepted ? place.Plan.DueOn(due, place.EndsOn) : null,
            portfolio.Status,
            PortfolioPath.Of(portfolio.Status, versions, place.Plan.IsChecked),
            [.. place.Plan.Parts.Select(part => Part(part, materials, versions))],
            versions,
            await CasesAsync(portfolio.Id, cancellationToken),
            place.Plan.IsChecked,
            stage is not null && refusal is null,
            refusal);
    }

    private async Task<IReadOnlyList<CaseLink>> CasesAsync(Guid portfolioId, CancellationToken cancellationToken) => await db.OriginalityCases
        .Where(c => db.PortfolioVersions.Any(v => v.Id == c.VersionId && v.PortfolioId == portfolioId))
        .OrderByDescending(c => c.OpenedAt)
        .Select(c => new CaseLink(c.Id, c.Number, c.Status))
        .ToListAsync(cancellationToken);

    private static PartView Part(PortfolioPart part, List<MaterialView> materials, IReadOnlyList<VersionView> newestFirst)
    {
        var newest = materials.Where(m => m.File.Kind == part.Kind && m.File.Part == part.Number).MaxBy(m => m.File.Number);
        var isNew = newest is not null && (newestFirst.Count == 0 || newestFirst[0].Materials.All(m => m.File.Id != newest.File.Id));
        return new PartView(part.Kind, part.Number, newest, isNew);
    }

    private async Task<List<MaterialView>> MaterialsAsync(Guid portfolioId, string listenerCode, CancellationToken cancellationToken)
    {
        var files = await db.PortfolioMaterials
            .Where(m => m.PortfolioId == portfolioId)
            .ProjectTo<MaterialRow>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);

        // kinds are kept as words: in the database they would come in the order of letters
        return [.. files
            .OrderBy(f => f.Kind)
            .ThenBy(f => f.Part)
            .ThenBy(f => f.Number)
            .Select(f => new MaterialView(f, ReceiptNumber.Of(listenerCode, f.Kind, f.Part, f.Number)))];
    }

    private async Task<IReadOnlyList<VersionView>> VersionsAsync(
        Guid portfolioId, string listenerCode, List<MaterialView> materials, CancellationToken cancellationToken)
    {
        var versions = await db.PortfolioVersions
            .Where(v => v.PortfolioId == portfolioId)
            .OrderByDescending(v => v.Number)
            .Select(v => new { v.Id, v.Number, v.Stage, v.HandedInAt, Materials = v.Materials.Select(m => m.Id).ToList() })
            .ToListAsync(cancellationToken);
        var checks = (await db.OriginalityChecks
            .Where(c => c.Round == CheckRound.HandedIn && db.PortfolioVersions.Any(v => v.Id == c.VersionId && v.PortfolioId == portfolioId))
            .Select(c => new { c.VersionId, c.MaterialId, View = new CheckView(c.Id, c.Status, c.SimilarityPermille) })
            .ToListAsync(cancellationToken)).ToDictionary(c => (c.VersionId, c.MaterialId), c => c.View);
        return
        [
            .. versions.Select(v => new VersionView(
                v.Id,
                v.Number,
                v.Stage,
                v.HandedInAt,
                ReceiptNumber.Of(listenerCode, v.Number),
                [.. materials.Where(m => v.Materials.Contains(m.File.Id)).Select(m => m with { Check = checks.GetValueOrDefault((v.Id, m.File.Id)) })])),
        ];
    }
}
