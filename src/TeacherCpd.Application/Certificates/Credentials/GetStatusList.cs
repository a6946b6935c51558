using System.IO.Compression;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates.Credentials;

/// <summary>
/// A published list of states as a signed credential (W3C Bitstring Status List): a set bit says that the certificate at this place
/// does not hold now, be it revoked, replaced or suspended.
/// </summary>
/// <param name="List">Number of the list, from 1.</param>
[OpenToAll]
public sealed record GetStatusListQuery(int List) : IQuery<string>;

internal sealed class GetStatusListHandler(IAppDbContext db, IssuerKeys keys, VerificationAddress address, TimeProvider time)
    : IRequestHandler<GetStatusListQuery, Result<string>>
{
    /// <summary>How long a verifier may keep it.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>After this an old copy says nothing any more.</summary>
    private static readonly TimeSpan Holds = TimeSpan.FromDays(1);

    public async Task<Result<string>> Handle(GetStatusListQuery request, CancellationToken cancellationToken)
    {
        var (first, last) = request.List is >= 1 and < 10_000 ? StatusPlace.NumbersOf(request.List) : default;
        var key = await db.ActiveKeyAsync(cancellationToken);
        if (key is null || first == 0 || !await db.Certificates.AnyAsync(c => c.StatusNumber >= first && c.StatusNumber <= last, cancellationToken))
        {
            return new NotFound();
        }

        var numbers = await db.Certificates
            .Where(c => c.Status != CertificateStatus.Valid && c.StatusNumber >= first && c.StatusNumber <= last)
            .Select(c => c.StatusNumber)
            .ToListAsync(cancellationToken);
        var id = address.OfList(request.List).AbsoluteUri;
        var now = time.UtcNow();
        var from = now - ClockTolerance.Allowed;
        var until = now + Holds;
        return Jws.Sign(keys.Open(key), "vc+jwt", new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
            ["id"] = id,
            ["type"] = new JsonArray("VerifiableCredential", "BitstringStatusListCredential"),
            ["issuer"] = address.Site.AbsoluteUri,
            ["validFrom"] = ClockTolerance.Written(from),
            ["validUntil"] = ClockTolerance.Written(until),
            ["credentialSubject"] = new JsonObject
            {
                ["id"] = $"{id}#list",
                ["type"] = "BitstringStatusList",
                ["statusPurpose"] = "revocation",
                ["encodedList"] = Encoded(numbers),
                ["ttl"] = (long)Fresh.TotalMilliseconds,
            },
            ["iss"] = address.Site.AbsoluteUri,
            ["jti"] = id,
            ["sub"] = $"{id}#list",
            ["nbf"] = ClockTolerance.Seconds(from),
            ["exp"] = ClockTolerance.Seconds(until),
        });
    }

    // the first bit of the first byte is place 0; compressed, then in base64url behind the letter that says so
    private static string Encoded(IReadOnlyList<int> numbers)
    {
        var bits = new byte[StatusPlace.Size / 8];
        foreach (var number in numbers)
        {
            var index = StatusPlace.Of(number).Index;
            bits[index / 8] |= (byte)(0x80 >> (index % 8));
        }

        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(bits);
        }

        return "u" + Jws.Encode(packed.ToArray());
    }
}
