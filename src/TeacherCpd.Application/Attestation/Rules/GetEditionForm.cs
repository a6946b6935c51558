using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>The form on which a section of an edition is edited, with what the edits would change.</summary>
/// <param name="Id">Edition.</param>
/// <param name="Section">Section; null for the first.</param>
/// <param name="Edits">Values as typed so far; empty at the beginning.</param>
[RequirePermission(Permission.ManageRules)]
public sealed record GetEditionFormQuery(Guid Id, string? Section, IReadOnlyList<RuleEdit> Edits) : IQuery<EditionForm>;

/// <summary>The form.</summary>
/// <param name="IsDraft">Whether saving writes into this draft; else it makes a new one.</param>
/// <param name="Fields">Rules of the section with the value to show.</param>
/// <param name="Changes">What the edits change; empty where nothing is changed or a value cannot be read.</param>
/// <param name="Faults">Why the edits cannot be kept, each at its path.</param>
public sealed record EditionForm(
    Guid Id,
    string Code,
    string Source,
    bool IsDraft,
    IReadOnlyList<string> Sections,
    string Section,
    IReadOnlyList<RuleValue> Fields,
    IReadOnlyList<RuleChange> Changes,
    IReadOnlyList<FieldFault> Faults);

internal sealed class GetEditionFormHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetEditionFormQuery, Result<EditionForm>>
{
    public async Task<Result<EditionForm>> Handle(GetEditionFormQuery request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.ManageRules))
        {
            return new Forbidden();
        }

        var edition = await db.RuleSets.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken);
        if (edition is null || edition.Status == RuleSetStatus.Discarded)
        {
            return new NotFound();
        }

        var document = RuleDocument.Read(edition.Json).Value;
        var section = document.Sections.Contains(request.Section) ? request.Section! : document.Sections[0];
        var typed = request.Edits.ByPath();
        var edited = document.With(typed, edition.Code, edition.Source);
        return new EditionForm(
            edition.Id,
            edition.Code,
            edition.Source,
            edition.Status == RuleSetStatus.Draft,
            document.Sections,
            section,
            [.. document.Values.Where(v => v.Section == section && v.Kind != RuleValueKind.Structure).Select(v => v with { Text = typed.GetValueOrDefault(v.Path, v.Text) })],
            edited.IsOk ? RuleDocument.Compare(document, edited.Value) : [],
            edited.Error is InvalidInput invalid ? invalid.Faults : []);
    }
}
