using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Programmes;

/// <summary>A version as its form shows it.</summary>
[RequirePermission(Permission.ManageProgrammes)]
public sealed record GetVersionFormQuery(string Code, int Number) : IQuery<VersionForm>;

/// <summary>A version to be edited.</summary>
/// <param name="MayEdit">Whether it may still change.</param>
/// <param name="NeedsInclusion">Whether a module on inclusive classes is expected: it is a programme of a subject.</param>
/// <param name="Bodies">Organisations that assess.</param>
public sealed record VersionForm(
    string Code,
    LocalizedText Title,
    int Number,
    ProgrammeVersionStatus Status,
    bool MayEdit,
    bool NeedsInclusion,
    VersionContent Content,
    IReadOnlyList<NamedChoice> Bodies);

internal sealed class GetVersionFormHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetVersionFormQuery, Result<VersionForm>>
{
    public async Task<Result<VersionForm>> Handle(GetVersionFormQuery request, CancellationToken cancellationToken)
    {
        var programme = await db.ProgrammeToWriteAsync(user, request.Code, cancellationToken);
        if (programme?.Versions.SingleOrDefault(v => v.Number == request.Number) is not { } version)
        {
            return new NotFound();
        }

        var bodies = await db.Organisations
            .Where(o => o.Kind == OrganisationKind.AssessmentCentre)
            .OrderBy(o => o.SortKey)
            .Select(o => new NamedChoice(o.Id, o.Name))
            .ToListAsync(cancellationToken);
        return new VersionForm(
            programme.Code,
            programme.Title,
            version.Number,
            version.Status,
            version.Status.MayBeEdited(),
            programme.Direction == ProgrammeDirections.Subject,
            version.Content,
            bodies);
    }
}
