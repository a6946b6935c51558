using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Observations;

/// <summary>The signed sheets about the own lessons, with what this school year comes to.</summary>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record GetMyObservationsQuery : IQuery<MyObservations>;

/// <summary>Sheets about the own lessons.</summary>
/// <param name="Year">This school year; null where no edition of the rules says anything of observation.</param>
/// <param name="Rows">Sheets of all years, the newest first.</param>
public sealed record MyObservations(ObservationYear? Year, IReadOnlyList<MyObservationRow> Rows);

/// <summary>A sheet about an own lesson.</summary>
public sealed record MyObservationRow(Guid Id, string Observer, ObserverPart Part, DateOnly On, int LessonNumber, string Subject, ObservationStatus Status, int Points);

internal sealed class GetMyObservationsHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetMyObservationsQuery, Result<MyObservations>>
{
    public async Task<Result<MyObservations>> Handle(GetMyObservationsQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var today = time.Today();
        var rows = await (
            from sheet in db.LessonObservations
            join observer in db.Persons on sheet.ObserverId equals observer.Id
            where sheet.TeacherId == me && (sheet.Status == ObservationStatus.SignedOff || sheet.Status == ObservationStatus.Acknowledged)
            orderby sheet.On descending, sheet.SignedAt descending
            select new MyObservationRow(
                sheet.Id, observer.FamilyName + " " + observer.GivenName, sheet.Part, sheet.On, sheet.LessonNumber, sheet.Subject, sheet.Status, sheet.Points))
            .ToListAsync(cancellationToken);
        var edition = await Evaluation.InForceAsync(db, today, cancellationToken);
        var rules = edition is null ? null : RuleBook.Read(edition.Json);
        var from = rules?.SchoolYear.StartOf(today);
        return new MyObservations(
            rules?.Observation is { } observation
                ? ObservationYear.Of(observation, [.. rows.Where(r => r.On >= from).Select(r => new ObservedPoints(r.On, r.LessonNumber, r.Part, r.Points))])
                : null,
            rows);
    }
}
