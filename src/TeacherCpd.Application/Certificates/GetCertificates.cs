using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates;

/// <summary>The register of certificates that the user keeps, the newest first.</summary>
/// <param name="Text">A serial number, an IIN, or the beginning of family name and given name; null for all.</param>
/// <param name="Kind">Only this kind; null for all.</param>
/// <param name="Status">Only in this state; null for all.</param>
/// <param name="Page">Page of the list, from 1.</param>
[RequirePermission(Permission.KeepCertificates)]
public sealed record GetCertificatesQuery(string? Text, CertificateKind? Kind, CertificateStatus? Status, int Page) : IQuery<Paged<RegisterRow>>;

/// <summary>A certificate in the register.</summary>
public sealed record RegisterRow(
    Guid Id, CertificateKind Kind, string Serial, string HolderName, LocalizedText Title, DateOnly IssuedOn, DateOnly? ReissuedOn, CertificateStatus Status);

internal sealed class GetCertificatesHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetCertificatesQuery, Result<Paged<RegisterRow>>>
{
    public async Task<Result<Paged<RegisterRow>>> Handle(GetCertificatesQuery request, CancellationToken cancellationToken)
    {
        var found = Found(db.RegisterOf(user), request.Text);
        found = request.Kind is { } kind ? found.Where(c => c.Kind == kind) : found;
        found = request.Status is { } status ? found.Where(c => c.Status == status) : found;
        var total = await found.CountAsync(cancellationToken);
        return await found
            .OrderByDescending(c => c.Id)
            .Select(c => new RegisterRow(c.Id, c.Kind, c.Serial, c.HolderName, c.ProgrammeTitle, c.IssuedOn, c.ReissuedOn, c.Status))
            .PageAsync(total, request.Page, cancellationToken);
    }

    private IQueryable<Certificate> Found(IQueryable<Certificate> certificates, string? text)
    {
        if (text.OrNothing() is not { } asked)
        {
            return certificates;
        }

        if (asked.Any(char.IsAsciiDigit))
        {
            var iin = Iin.Parse(asked);
            var number = iin.IsOk ? iin.Value.Value : "";
            var serial = asked.ToUpperInvariant();
            return certificates.Where(c => c.Serial == serial || db.Persons.Any(p => p.Id == c.PersonId && p.Iin == number));
        }

        var key = SortKey.Of(asked);
        return key.Length == 0
            ? certificates.Where(c => false)
            : certificates.Where(c => db.Persons.Any(p => p.Id == c.PersonId && p.SortKey.StartsWith(key)));
    }
}
