using AutoMapper;
using AutoMapper.QueryableExtensions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios;

/// <summary>The own portfolio in a group: how far it is, every version, and whether one is taken now.</summary>
[RequirePermission(Permission.HandInPortfolio)]
public sealed record GetMyPortfolioQuery(Guid EnrolmentId) : IQuery<MyPortfolio>;

/// <summary>The own portfolio.</summary>
/// <param name="Programme">Title of the programme.</param>
/// <param name="GroupCode">Group.</param>
/// <param name="EndsOn">Last day of the course.</param>
/// <param name="Status">State.</param>
/// <param name="Path">The way to the result, step by step.</param>
/// <param name="Versions">Versions, the newest first.</param>
/// <param name="TakesVersion">Whether a version can be handed in now.</param>
/// <param name="Refusal">Why none is taken although one would be due; null otherwise.</param>
public sealed record MyPortfolio(
    LocalizedText Programme,
    string GroupCode,
    DateOnly EndsOn,
    PortfolioStatus Status,
    IReadOnlyList<PathStep> Path,
    IReadOnlyList<VersionView> Versions,
    bool TakesVersion,
    Error? Refusal)
{
    /// <summary>Whether a check runs, so that the page is worth looking at again soon.</summary>
    public bool IsChecking => Versions.Any(v => v.Check?.Status == CheckStatus.Queued);

    /// <summary>Whether the trainer's feedback can be read.</summary>
    public bool HasFeedback => Status > PortfolioStatus.AwaitingFeedback;
}

/// <summary>A version with its check.</summary>
/// <param name="File">What was received.</param>
/// <param name="Receipt">Number to quote.</param>
/// <param name="Check">Its originality check.</param>
public sealed record VersionView(VersionRow File, string Receipt, CheckView? Check);

/// <summary>What was received.</summary>
public sealed record VersionRow
{
    public Guid Id { get; init; }

    public int Number { get; init; }

    public AssessmentStage Stage { get; init; }

    public string FileName { get; init; } = "";

    public long Bytes { get; init; }

    public string Sha256 { get; init; } = "";

    public DateTime ReceivedAt { get; init; }
}

/// <summary>A check in short.</summary>
public sealed record CheckView(Guid Id, CheckStatus Status, int? Permille);

internal sealed class MyPortfolioMapping : Profile
{
    public MyPortfolioMapping() => CreateMap<PortfolioVersion, VersionRow>();
}

internal sealed class GetMyPortfolioHandler(IAppDbContext db, CurrentUser user, IMapper mapper) : IRequestHandler<GetMyPortfolioQuery, Result<MyPortfolio>>
{
    public async Task<Result<MyPortfolio>> Handle(GetMyPortfolioQuery request, CancellationToken cancellationToken)
    {
        var place = await (
            from enrolment in db.Enrolments
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            where enrolment.Id == request.EnrolmentId && enrolment.PersonId == user.Me
            select new
            {
                enrolment.Status,
                enrolment.ListenerCode,
                GroupStatus = studyGroup.Status,
                studyGroup.Code,
                studyGroup.EndsOn,
                programme.Title,
                Portfolio = db.Portfolios.Where(p => p.EnrolmentId == enrolment.Id).Select(p => new { p.Id, p.Status }).SingleOrDefault(),
            }).SingleOrDefaultAsync(cancellationToken);
        if (place is null)
        {
            return new NotFound();
        }

        var status = place.Portfolio?.Status ?? PortfolioStatus.Draft;
        var versions = place.Portfolio is { } portfolio ? await VersionsAsync(portfolio.Id, place.ListenerCode, cancellationToken) : [];
        var isDue = status is PortfolioStatus.Draft or PortfolioStatus.FeedbackGiven or PortfolioStatus.ReAssessment;
        var refusal = isDue ? HandInRules.Refusal(place.Status, place.GroupStatus) : null;
        return new MyPortfolio(
            place.Title,
            place.Code,
            place.EndsOn,
            status,
            PortfolioPath.Of(status, versions),
            versions,
            isDue && refusal is null,
            refusal);
    }

    private async Task<IReadOnlyList<VersionView>> VersionsAsync(Guid portfolioId, string listenerCode, CancellationToken cancellationToken)
    {
        var files = await db.PortfolioVersions
            .Where(v => v.PortfolioId == portfolioId)
            .OrderByDescending(v => v.Number)
            .ProjectTo<VersionRow>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        var checks = await db.OriginalityChecks
            .Where(c => db.PortfolioVersions.Any(v => v.Id == c.VersionId && v.PortfolioId == portfolioId))
            .Select(c => new { c.VersionId, View = new CheckView(c.Id, c.Status, c.SimilarityPermille) })
            .ToDictionaryAsync(c => c.VersionId, c => c.View, cancellationToken);
        return [.. files.Select(f => new VersionView(f, ReceiptNumber.Of(listenerCode, f.Number), checks.GetValueOrDefault(f.Id)))];
    }
}
