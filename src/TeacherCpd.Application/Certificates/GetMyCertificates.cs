using AutoMapper;
using AutoMapper.QueryableExtensions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates;

/// <summary>The user's own certificates, the newest first.</summary>
[SignedIn]
public sealed record GetMyCertificatesQuery : IQuery<IReadOnlyList<CertificateLine>>;

/// <summary>A certificate in a list.</summary>
public sealed record CertificateLine(
    Guid Id,
    CertificateKind Kind,
    string Serial,
    string VerificationCode,
    LocalizedText ProgrammeTitle,
    int? Hours,
    DateOnly IssuedOn,
    DateOnly? ReissuedOn,
    CertificateStatus Status);

internal sealed class CertificateProfile : Profile
{
    public CertificateProfile() => CreateMap<Certificate, CertificateLine>();
}

internal sealed class GetMyCertificatesHandler(IAppDbContext db, CurrentUser user, IMapper mapper)
    : IRequestHandler<GetMyCertificatesQuery, Result<IReadOnlyList<CertificateLine>>>
{
    public async Task<Result<IReadOnlyList<CertificateLine>>> Handle(GetMyCertificatesQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        return await db.Certificates
            .Where(c => c.PersonId == me)
            .OrderByDescending(c => c.IssuedOn)
            .ThenByDescending(c => c.Id)
            .ProjectTo<CertificateLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
    }
}
