using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Observations;

/// <summary>The sheets that the user fills in as observer.</summary>
[RequirePermission(Permission.ObserveLessons)]
public sealed record GetObservationsQuery : IQuery<IReadOnlyList<ObservedRow>>;

/// <summary>A sheet of an observer.</summary>
public sealed record ObservedRow(Guid Id, string Teacher, DateOnly On, int LessonNumber, string Subject, string ClassName, ObservationStatus Status, int Points);

internal sealed class GetObservationsHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetObservationsQuery, Result<IReadOnlyList<ObservedRow>>>
{
    private const int Most = 200;

    public async Task<Result<IReadOnlyList<ObservedRow>>> Handle(GetObservationsQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        return await (
            from sheet in db.LessonObservations
            join teacher in db.Persons on sheet.TeacherId equals teacher.Id
            where sheet.ObserverId == me && sheet.Status != ObservationStatus.Discarded
            orderby sheet.On descending, sheet.BegunAt descending
            select new ObservedRow(
                sheet.Id, teacher.FamilyName + " " + teacher.GivenName, sheet.On, sheet.LessonNumber, sheet.Subject, sheet.ClassName, sheet.Status, sheet.Points))
            .Take(Most)
            .ToListAsync(cancellationToken);
    }
}
