using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies;

/// <summary>The register of studies, the latest first: what somebody runs or oversees, and what is published.</summary>
/// <param name="Kind">Only of this kind; null: all.</param>
/// <param name="Status">Only in this state; null: all.</param>
/// <param name="Page">Page, from 1.</param>
[SignedIn]
public sealed record GetStudiesQuery(StudyKind? Kind, StudyStatus? Status, int Page) : IQuery<Paged<StudyRow>>;

/// <summary>A study in the register.</summary>
public sealed record StudyRow(
    Guid Id, StudyKind Kind, LocalizedText Title, LocalizedText Organisation, StudyStatus Status, DateOnly StartsOn, DateOnly EndsOn, bool IsMine);

internal sealed class GetStudiesHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetStudiesQuery, Result<Paged<StudyRow>>>
{
    public async Task<Result<Paged<StudyRow>>> Handle(GetStudiesQuery request, CancellationToken cancellationToken)
    {
        var studies = db.StudiesSeenBy(user).Where(s => (request.Kind == null || s.Kind == request.Kind) && (request.Status == null || s.Status == request.Status));
        var organisations = db.Organisations.Within([.. user.Scopes(Permission.SeeStudies), .. user.Scopes(Permission.ManageStudies)]).Select(o => o.Id);
        return await (
            from study in studies
            join organisation in db.Organisations on study.OrganisationId equals organisation.Id
            orderby study.StartsOn descending, study.Id
            select new StudyRow(
                study.Id, study.Kind, study.Title, organisation.Name, study.Status, study.StartsOn, study.EndsOn, organisations.Contains(study.OrganisationId)))
            .PageAsync(await studies.CountAsync(cancellationToken), request.Page, cancellationToken);
    }
}
