using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies;

/// <summary>What the form of a new study offers.</summary>
[RequirePermission(Permission.ManageStudies)]
public sealed record GetStudyFormQuery : IQuery<StudyForm>;

/// <summary>What the form offers.</summary>
/// <param name="Organisations">Organisations that may run it.</param>
/// <param name="Programmes">Programmes that it may concern.</param>
public sealed record StudyForm(IReadOnlyList<StudyChoice> Organisations, IReadOnlyList<StudyChoice> Programmes);

/// <summary>Something to choose.</summary>
public sealed record StudyChoice(Guid Id, LocalizedText Name);

internal sealed class GetStudyFormHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetStudyFormQuery, Result<StudyForm>>
{
    public async Task<Result<StudyForm>> Handle(GetStudyFormQuery request, CancellationToken cancellationToken)
    {
        var programmes = await db.Programmes.OrderBy(p => p.Code).Select(p => new StudyChoice(p.Id, p.Title)).ToListAsync(cancellationToken);
        var organisations = await db.Organisations.Within(user.Scopes(Permission.ManageStudies))
            .OrderBy(o => o.Path)
            .Select(o => new StudyChoice(o.Id, o.Name))
            .ToListAsync(cancellationToken);
        return new StudyForm(organisations, programmes);
    }
}
