using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Programmes;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>All rubrics with their versions, and the plans that name them. Drafts are shown to whoever may write programmes.</summary>
[SignedIn]
public sealed record GetRubricsQuery : IQuery<RubricList>;

/// <summary>The rubrics.</summary>
/// <param name="Rubrics">By code.</param>
/// <param name="MayWrite">Whether the user may begin one.</param>
public sealed record RubricList(IReadOnlyList<RubricEntry> Rubrics, bool MayWrite);

/// <summary>A rubric.</summary>
/// <param name="Code">Code.</param>
/// <param name="Title">Title of its newest version.</param>
/// <param name="Versions">The newest first.</param>
public sealed record RubricEntry(string Code, LocalizedText Title, IReadOnlyList<RubricVersionEntry> Versions);

/// <summary>A version of a rubric.</summary>
/// <param name="Number">Number.</param>
/// <param name="PublishedAt">When it was published (UTC); null: a draft.</param>
/// <param name="Criteria">How many criteria it has.</param>
/// <param name="Uses">Plans that name it.</param>
public sealed record RubricVersionEntry(int Number, DateTime? PublishedAt, int Criteria, IReadOnlyList<RubricUse> Uses);

internal sealed class GetRubricsHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetRubricsQuery, Result<RubricList>>
{
    public async Task<Result<RubricList>> Handle(GetRubricsQuery request, CancellationToken cancellationToken)
    {
        var maySeeDrafts = user.Can(Permission.ManageProgrammes);
        var versions = await db.Rubrics
            .Where(r => maySeeDrafts || r.PublishedAt != null)
            .OrderBy(r => r.Code)
            .ThenByDescending(r => r.Number)
            .Select(r => new { r.Id, r.Code, r.Number, r.Title, r.PublishedAt, Criteria = r.Criteria.Count() })
            .ToListAsync(cancellationToken);
        var uses = await db.RubricUsesAsync(null, cancellationToken);
        return new RubricList(
            [
                .. versions.GroupBy(r => r.Code).Select(g => new RubricEntry(
                    g.Key,
                    g.First().Title,
                    [.. g.Select(r => new RubricVersionEntry(r.Number, r.PublishedAt, r.Criteria, [.. uses[r.Id]]))])),
            ],
            maySeeDrafts);
    }
}
