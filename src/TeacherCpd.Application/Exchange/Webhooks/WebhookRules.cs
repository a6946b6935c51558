using System.Net;
using System.Net.Sockets;

namespace TeacherCpd.Application.Exchange.Webhooks;

/// <summary>Which addresses messages may be sent to.</summary>
/// <param name="AllowPrivate">Whether receivers may stand inside the own network and may do without TLS: for systems beside ours, and for trying out.</param>
public sealed record WebhookRules(bool AllowPrivate)
{
    /// <summary>Whether an address may be registered. Where its name leads is looked at again with each message.</summary>
    public bool Takes(string? url) =>
        Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (AllowPrivate && address.Scheme == Uri.UriSchemeHttp))
        && address.UserInfo.Length == 0 && address.Fragment.Length == 0;

    /// <summary>Whether an address is one of the internet: not of this machine, of a local network, or kept for special uses.</summary>
    public static bool IsOutside(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain))
        {
            return false;
        }

        if (plain.AddressFamily == AddressFamily.InterNetworkV6)
        {
            // 2000::/3 is what is given out; in it, the ranges that hold addresses of version 4
            var six = plain.GetAddressBytes();
            return (six[0] & 0xE0) == 0x20 && !(six[0] == 0x20 && six[1] == 0x02) && !(six[0] == 0x20 && six[1] == 0x01 && six[2] == 0 && six[3] == 0);
        }

        var four = plain.GetAddressBytes();
        return four switch
        {
            [0 or 10 or 127, ..] or [>= 224, ..] => false,
            [100, >= 64 and < 128, ..] or [169, 254, ..] or [172, >= 16 and < 32, ..] or [192, 168, ..] or [192, 0, 0 or 2, _] => false,
            [198, 18 or 19, ..] or [198, 51, 100, _] or [203, 0, 113, _] => false,
            _ => true,
        };
    }
}
