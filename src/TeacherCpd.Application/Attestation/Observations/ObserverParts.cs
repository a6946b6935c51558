using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Attestation.Observations;

/// <summary>Nobody with this number works as a pedagogue here now.</summary>
public sealed record ObservedTeacherNotKnown() : Error("observed_teacher_not_known", ErrorKind.Invalid)
{
    public override string Field => nameof(BeginObservationCommand.Iin);
}

/// <summary>The records do not show that the observer may watch this teacher in the part that was chosen.</summary>
public sealed record ObserverNotEntitled() : Error("observer_not_entitled", ErrorKind.Invalid)
{
    public override string Field => nameof(BeginObservationCommand.Part);
}

/// <summary>As whom somebody may watch lessons at an organisation, as the records show it.</summary>
internal static class ObserverParts
{
    private static readonly OrganisationKind[] WithMethodOffice = [OrganisationKind.District, OrganisationKind.Region];

    /// <summary>
    /// Whether the records bear a part out: a job at the organisation, a seat in a commission over it, or a job at the authority above
    /// it, of which the method office is a part.
    /// </summary>
    public static async Task<bool> MayObserveAsync(
        this IAppDbContext db, Guid observerId, ObserverPart part, Organisation organisation, DateOnly today, CancellationToken cancellationToken)
    {
        var path = organisation.Path;
        return part switch
        {
            ObserverPart.Organisation => await db.Persons.AnyAsync(
                p => p.Id == observerId && p.Employments.Any(e => e.OrganisationId == organisation.Id && e.From <= today && (e.To == null || e.To >= today)),
                cancellationToken),
            ObserverPart.CommissionMember => await db.Commissions.OfMember(observerId)
                .AnyAsync(
                    c => c.ValidFrom <= today && c.ValidTo >= today && db.Organisations.Any(o => o.Id == c.OrganisationId && path.StartsWith(o.Path)),
                    cancellationToken),
            ObserverPart.MethodOffice => await db.Persons
                .Where(p => p.Id == observerId)
                .SelectMany(p => p.Employments)
                .Where(e => e.From <= today && (e.To == null || e.To >= today))
                .AnyAsync(
                    e => db.Organisations.Any(o => o.Id == e.OrganisationId && WithMethodOffice.Contains(o.Kind) && path.StartsWith(o.Path)),
                    cancellationToken),
        };
    }
}
