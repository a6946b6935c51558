using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Testing.Tests;

/// <summary>What the form of a trial test offers.</summary>
[RequirePermission(Permission.ManageTrialTests)]
public sealed record GetTrialTestFormQuery : IQuery<TrialTestForm>;

/// <summary>What the form offers.</summary>
/// <param name="Organisations">Organisations that may make it.</param>
/// <param name="Sections">Sections of the bank that have approved items.</param>
public sealed record TrialTestForm(IReadOnlyList<(Guid Id, LocalizedText Name)> Organisations, IReadOnlyList<SectionChoice> Sections);

internal sealed class GetTrialTestFormHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetTrialTestFormQuery, Result<TrialTestForm>>
{
    public async Task<Result<TrialTestForm>> Handle(GetTrialTestFormQuery request, CancellationToken cancellationToken)
    {
        var organisations = await db.Organisations.Within(user.Scopes(Permission.ManageTrialTests))
            .OrderBy(o => o.Path)
            .Select(o => new { o.Id, o.Name })
            .ToListAsync(cancellationToken);
        var approved = await db.ApprovedItemsAsync(cancellationToken);
        return new TrialTestForm(
            [.. organisations.Select(o => (o.Id, o.Name))],
            [.. approved.OrderBy(a => a.Key.Section).ThenBy(a => a.Key.Subject, StringComparer.Ordinal).Select(a => new SectionChoice(a.Key.Section, a.Key.Subject, a.Value, 0))]);
    }
}
