using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Library;

namespace TeacherCpd.Application.Library.Sections;

/// <summary>The sections of the library with their rights, for its keepers.</summary>
[RequirePermission(Permission.KeepLibrary)]
public sealed record GetLibrarySectionsQuery : IQuery<IReadOnlyList<LibrarySectionView>>;

/// <summary>A section.</summary>
/// <param name="Roles">Roles to which each right is limited; an empty list: it is everybody's.</param>
public sealed record LibrarySectionView(
    Guid Id, LibrarySectionKind Kind, LocalizedText Name, LocalizedText About, IReadOnlyDictionary<LibraryRight, IReadOnlyList<Role>> Roles);

internal sealed class GetLibrarySectionsHandler(IAppDbContext db) : IRequestHandler<GetLibrarySectionsQuery, Result<IReadOnlyList<LibrarySectionView>>>
{
    public async Task<Result<IReadOnlyList<LibrarySectionView>>> Handle(GetLibrarySectionsQuery request, CancellationToken cancellationToken) =>
        (await db.AllSectionsAsync(cancellationToken)).ConvertAll(s => new LibrarySectionView(
            s.Id, s.Kind, s.Name, s.About, Enum.GetValues<LibraryRight>().ToDictionary(right => right, right => (IReadOnlyList<Role>)[.. s.RolesOf(right).Order()])));
}
