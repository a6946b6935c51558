using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Library;

namespace TeacherCpd.Application.Library.Materials;

/// <summary>What the form of a material shows: sections to which the user proposes, and the own draft.</summary>
/// <param name="MaterialId">Own material; null for a new one.</param>
[RequirePermission(Permission.ProposeMaterials)]
public sealed record GetLibraryFormQuery(Guid? MaterialId) : IQuery<LibraryForm>;

/// <summary>The form.</summary>
/// <param name="SectionId">Section of the draft; null for a new material.</param>
/// <param name="Draft">What stands in the draft; null for a new material.</param>
/// <param name="ThisYear">Last year that may be named.</param>
public sealed record LibraryForm(IReadOnlyList<LibrarySectionRow> Sections, Guid? SectionId, LibraryWriting? Draft, int ThisYear);

internal sealed class GetLibraryFormHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetLibraryFormQuery, Result<LibraryForm>>
{
    public async Task<Result<LibraryForm>> Handle(GetLibraryFormQuery request, CancellationToken cancellationToken)
    {
        var sections = (await db.AllSectionsAsync(cancellationToken)).Where(user.Proposes).Select(s => new LibrarySectionRow(s.Id, s.Kind, s.Name, s.About)).ToList();
        if (request.MaterialId is not { } id)
        {
            return new LibraryForm(sections, null, null, time.Today().Year);
        }

        var material = await db.LibraryMaterials.AsNoTracking().Include(m => m.Versions).SingleOrDefaultAsync(m => m.Id == id && m.OwnerId == user.Me, cancellationToken);
        return material is null ? new NotFound()
            : material.Newest.Status != LibraryStatus.Draft ? new MaterialFixed()
            : new LibraryForm(sections, material.SectionId, material.Newest.Writing, time.Today().Year);
    }
}
