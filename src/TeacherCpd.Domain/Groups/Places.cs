using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Groups;

/// <summary>
/// The places of a group and the line of those who wait for one. The order is that of the line. Nobody passes those for
/// whom there is only no place yet; who waits since the quota of their region is used up is passed by people of other
/// regions. Colleagues who come as a team have places together or wait together.
/// </summary>
public sealed class Places
{
    private readonly Dictionary<Guid, int>? quotaLeft;
    private readonly List<Enrolment[]> line;
    private readonly List<Enrolment> accepted = [];
    private int free;
    private int lastNumber;

    /// <summary>Begins with what is known of the group.</summary>
    /// <param name="free">Places nobody holds.</param>
    /// <param name="quotaLeft">
    /// Places left of each region's quota, <see cref="Guid.Empty"/> for schools of no region; a region that is not named has
    /// none. Null where the programme has no quotas for the year, the language and the funding: then only places count.
    /// </param>
    /// <param name="waiting">Those who wait, in any order.</param>
    /// <param name="lastNumber">Largest number ever given in the line of the group.</param>
    public Places(int free, IReadOnlyDictionary<Guid, int>? quotaLeft, IEnumerable<Enrolment> waiting, int lastNumber = 0)
    {
        this.free = free;
        this.quotaLeft = quotaLeft is null ? null : new(quotaLeft);
        line = [.. waiting
            .Where(e => e.Status == EnrolmentStatus.WaitingList)
            .GroupBy(e => (e.WaitingNumber, e.TeamId ?? e.Id))
            .OrderBy(g => g.Key.WaitingNumber)
            .Select(g => g.ToArray())];
        this.lastNumber = Math.Max(lastNumber, line.Count == 0 ? 0 : line.Max(t => t[0].WaitingNumber ?? 0));
    }

    /// <summary>Who received a place until now: a portfolio begins for each.</summary>
    public IReadOnlyList<Enrolment> Accepted => accepted;

    /// <summary>Whether a region has a quota at all, used up or not; always where the programme has no quotas.</summary>
    /// <param name="region">Region; null for schools of no region.</param>
    public bool HasQuota(Guid? region) => quotaLeft is null || quotaLeft.ContainsKey(region ?? Guid.Empty);

    /// <summary>Gives places to people whose applications are approved, or puts them at the end of the line.</summary>
    /// <param name="together">One person, or a team.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Give(IReadOnlyList<Enrolment> together, DateTime at)
    {
        if (together.Count <= free && Fits(together) && !line.Exists(waiting => Fits(waiting)))
        {
            return Take(together, at);
        }

        lastNumber++;
        foreach (var enrolment in together)
        {
            if (enrolment.Wait(lastNumber) is { } refused)
            {
                return refused;
            }
        }

        line.Add([.. together]);
        return null;
    }

    /// <summary>Takes back the place of somebody who left.</summary>
    /// <param name="left">Who.</param>
    /// <param name="keepsQuota">Whether they use the same quota in another group now.</param>
    public void Release(Enrolment left, bool keepsQuota = false)
    {
        free++;
        if (quotaLeft is not null && !keepsQuota)
        {
            var region = left.RegionId ?? Guid.Empty;
            quotaLeft[region] = quotaLeft.GetValueOrDefault(region) + 1;
        }
    }

    /// <summary>Gives what is free to those who wait.</summary>
    /// <param name="at">Now (UTC).</param>
    public Error? Promote(DateTime at)
    {
        foreach (var waiting in line.ToList())
        {
            if (!Fits(waiting))
            {
                continue;
            }

            if (waiting.Length > free)
            {
                break;
            }

            line.Remove(waiting);
            if (Take(waiting, at) is { } refused)
            {
                return refused;
            }
        }

        return null;
    }

    private bool Fits(IReadOnlyList<Enrolment> together) =>
        quotaLeft is null || together.GroupBy(e => e.RegionId ?? Guid.Empty).All(g => g.Count() <= quotaLeft.GetValueOrDefault(g.Key));

    private Error? Take(IReadOnlyList<Enrolment> together, DateTime at)
    {
        foreach (var enrolment in together)
        {
            if (enrolment.Accept(at) is { } refused)
            {
                return refused;
            }

            free--;
            accepted.Add(enrolment);
            if (quotaLeft is not null)
            {
                quotaLeft[enrolment.RegionId ?? Guid.Empty]--;
            }
        }

        return null;
    }
}
