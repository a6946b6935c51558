using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>An edition to read, a section at a time.</summary>
/// <param name="Id">Edition.</param>
/// <param name="Section">Section; null for the first.</param>
[SignedIn]
public sealed record GetEditionQuery(Guid Id, string? Section) : IQuery<EditionPage>;

/// <summary>A section of an edition.</summary>
/// <param name="Sections">All sections.</param>
/// <param name="Section">The one that is shown.</param>
/// <param name="Values">Its rules, each with its paragraph.</param>
/// <param name="Notes">Remarks of the section: oddities of the source and how they are read.</param>
/// <param name="Warnings">Thresholds of the section that differ from the sum of their criteria, as printed.</param>
/// <param name="Open">Rules of the whole edition that nobody has filled in.</param>
/// <param name="MayManage">Whether the reader writes editions.</param>
public sealed record EditionPage(
    EditionRow Edition,
    EditionLink? BasedOn,
    IReadOnlyList<string> Sections,
    string Section,
    IReadOnlyList<RuleValue> Values,
    IReadOnlyList<RuleNote> Notes,
    IReadOnlyList<SumWarning> Warnings,
    IReadOnlyList<RuleValue> Open,
    bool MayManage);

/// <summary>An edition to link to.</summary>
public sealed record EditionLink(Guid Id, string Code);

/// <summary>A printed threshold that differs from what its criteria add up to; the printed figure stands.</summary>
/// <param name="Path">Place of the threshold.</param>
/// <param name="Printed">Threshold as printed.</param>
/// <param name="Sum">Sum of the criteria.</param>
public sealed record SumWarning(string Path, int Printed, int Sum)
{
    /// <summary>Parts of the path.</summary>
    public IReadOnlyList<string> Parts => Path.Split('/');
}

internal sealed class GetEditionHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetEditionQuery, Result<EditionPage>>
{
    public async Task<Result<EditionPage>> Handle(GetEditionQuery request, CancellationToken cancellationToken)
    {
        var mayManage = user.CanEverywhere(Permission.ManageRules);
        var edition = await db.RuleSets.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken);
        if (edition is null || (!mayManage && edition.Status is RuleSetStatus.Draft or RuleSetStatus.Discarded))
        {
            return new NotFound();
        }

        var document = RuleDocument.Read(edition.Json).Value;
        var section = document.Sections.Contains(request.Section) ? request.Section! : document.Sections[0];
        var basedOn = await db.RuleSets.Where(r => r.Id == edition.BasedOnId).Select(r => new EditionLink(r.Id, r.Code)).SingleOrDefaultAsync(cancellationToken);
        var deciding = await Evaluation.InForceIdAsync(db, time.Today(), cancellationToken);
        var cases = await db.AttestationCases.CountAsync(c => c.RuleSetId == edition.Id, cancellationToken);
        return new EditionPage(
            new EditionRow(
                edition.Id, edition.Code, edition.Source, edition.Status, edition.ValidFrom, edition.ValidTo, edition.Note, edition.Id == deciding, cases),
            basedOn,
            document.Sections,
            section,
            [.. document.Values.Where(v => v.Section == section)],
            [.. document.Notes.Where(n => n.Section == section)],
            [.. document.Warnings.Where(w => RuleDocument.SectionOf(w.Field) == section).Select(w => new SumWarning(w.Field, (int)w.Args[0]!, (int)w.Args[1]!))],
            [.. document.Values.Where(v => v.Kind == RuleValueKind.Open)],
            mayManage);
    }
}
