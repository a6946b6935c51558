using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Programmes;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>A version of a rubric: open to all who sign in, a draft to whoever may write programmes.</summary>
[SignedIn]
public sealed record GetRubricQuery(string Code, int Number) : IQuery<RubricView>;

/// <summary>A version of a rubric.</summary>
/// <param name="Code">Code.</param>
/// <param name="Number">Number.</param>
/// <param name="Revision">How often it was changed: what the form sends back.</param>
/// <param name="Content">What its developers wrote.</param>
/// <param name="Rubric">Criteria and table as a sheet has them.</param>
/// <param name="Centre">Centre that writes it; null: the whole country.</param>
/// <param name="PublishedAt">When it was published (UTC); null: a draft.</param>
/// <param name="Numbers">Numbers of all versions that the user may see, the newest first.</param>
/// <param name="Uses">Plans that name it.</param>
/// <param name="MayWrite">Whether the user may write it.</param>
public sealed record RubricView(
    string Code,
    int Number,
    int Revision,
    RubricContent Content,
    SheetRubric Rubric,
    LocalizedText? Centre,
    DateTime? PublishedAt,
    IReadOnlyList<int> Numbers,
    IReadOnlyList<RubricUse> Uses,
    bool MayWrite)
{
    /// <summary>Whether the draft may be edited and published.</summary>
    public bool MayEdit => MayWrite && PublishedAt is null;

    /// <summary>Whether a next version may be begun.</summary>
    public bool MayDraftNext => MayWrite && PublishedAt is not null && Number == Numbers[0];
}

internal sealed class GetRubricHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetRubricQuery, Result<RubricView>>
{
    public async Task<Result<RubricView>> Handle(GetRubricQuery request, CancellationToken cancellationToken)
    {
        var maySeeDrafts = user.Can(Permission.ManageProgrammes);
        var rubric = await db.Rubrics
            .AsNoTracking()
            .Include(r => r.Criteria)
            .SingleOrDefaultAsync(r => r.Code == request.Code && r.Number == request.Number && (maySeeDrafts || r.PublishedAt != null), cancellationToken);
        if (rubric is null)
        {
            return new NotFound();
        }

        var centre = rubric.CentreId is { } id
            ? await db.Organisations.Where(o => o.Id == id).Select(o => new { o.Name, o.Path }).SingleAsync(cancellationToken)
            : null;
        var numbers = await db.Rubrics
            .Where(r => r.Code == request.Code && (maySeeDrafts || r.PublishedAt != null))
            .OrderByDescending(r => r.Number)
            .Select(r => r.Number)
            .ToListAsync(cancellationToken);
        var uses = await db.RubricUsesAsync(rubric.Id, cancellationToken);
        return new RubricView(
            rubric.Code,
            rubric.Number,
            rubric.Revision,
            rubric.Content,
            Sheets.View(rubric),
            centre?.Name,
            rubric.PublishedAt,
            numbers,
            [.. uses[rubric.Id]],
            centre is null ? user.CanEverywhere(Permission.ManageProgrammes) : user.Covers(Permission.ManageProgrammes, centre.Path));
    }
}
