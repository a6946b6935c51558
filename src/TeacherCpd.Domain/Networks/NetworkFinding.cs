namespace TeacherCpd.Domain.Networks;

/// <summary>What in a list is told, and not refused: no source forbids it.</summary>
public enum NetworkFindingKind
{
    /// <summary>A leading school has no partners.</summary>
    NoPartners,

    /// <summary>A school is a partner in several networks.</summary>
    PartnerOfSeveral,

    /// <summary>A leading school is also a partner of another.</summary>
    LeadsAndIsLed,

    /// <summary>A school stands in another region than the list.</summary>
    OtherRegion,
}

/// <summary>Something to be looked at in a list.</summary>
/// <param name="Kind">What.</param>
/// <param name="SchoolId">School that it is about.</param>
public sealed record NetworkFinding(NetworkFindingKind Kind, Guid SchoolId);

/// <summary>Looks through a list before it is approved.</summary>
public static class NetworkCheck
{
    /// <summary>What is to be looked at, each school once for a kind.</summary>
    /// <param name="list">List.</param>
    /// <param name="isOfRegion">Whether a school stands in the region of the list.</param>
    public static IEnumerable<NetworkFinding> Findings(NetworkList list, Func<Guid, bool> isOfRegion)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(isOfRegion);
        var leading = list.Schools.Select(s => s.SchoolId).ToHashSet();
        var led = list.Schools.SelectMany(s => s.Partners).Select(p => p.SchoolId).ToList();
        return
        [
            .. list.Schools.Where(s => s.Partners.Count == 0).Select(s => new NetworkFinding(NetworkFindingKind.NoPartners, s.SchoolId)),
            .. led.GroupBy(id => id).Where(g => g.Count() > 1).Select(g => new NetworkFinding(NetworkFindingKind.PartnerOfSeveral, g.Key)),
            .. led.Distinct().Where(leading.Contains).Select(id => new NetworkFinding(NetworkFindingKind.LeadsAndIsLed, id)),
            .. leading.Concat(led).Distinct().Where(id => !isOfRegion(id)).Select(id => new NetworkFinding(NetworkFindingKind.OtherRegion, id)),
        ];
    }
}
