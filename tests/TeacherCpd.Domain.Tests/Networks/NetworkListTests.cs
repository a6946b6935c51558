using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Domain.Tests.Networks;

/// <summary>The yearly list of a region.</summary>
public sealed class NetworkListTests
{
    private static readonly DateTime Now = DateTime.UnixEpoch;
    private static readonly DateOnly Day = new(2025, 10, 1);
    private static readonly Guid[] Schools = [.. Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7())];

    [Fact]
    public void A_school_leads_others_and_never_itself()
    {
        var (list, entry) = Led(Schools[0]);
        Assert.IsType<OwnPartner>(list.Join(entry, Schools[0]));
        Assert.Null(list.Join(entry, Schools[1]));
        Assert.Null(list.Join(entry, Schools[1]));
        Assert.IsType<NotFound>(list.Join(Guid.CreateVersion7(), Schools[2]));
        Assert.IsType<NotFound>(list.Leave(entry, Schools[2]));
        Assert.Null(list.Lead(Guid.CreateVersion7(), Schools[0]));
        Assert.Equal([Schools[1]], Assert.Single(list.Schools).Partners.Select(p => p.SchoolId));
        Assert.Null(list.Leave(entry, Schools[1]));
        Assert.Empty(list.Schools.Single().Partners);
        Assert.Null(list.LeadNoMore(entry));
        Assert.IsType<NotFound>(list.LeadNoMore(entry));
    }

    [Fact]
    public void An_empty_list_is_not_approved_and_an_approved_one_not_written_in()
    {
        var empty = New();
        Assert.IsType<NetworkListEmpty>(empty.Approve("11-4/874", Day, Now));
        Assert.Equal(NetworkListStatus.Draft, empty.Status);
        var (list, entry) = Led(Schools[0]);
        Assert.Null(list.Approve("11-4/874", Day, Now));
        Assert.Equal(("11-4/874", Day), (list.OrderNumber, list.OrderedOn));
        Assert.IsType<StepNotAllowed>(list.Approve("2", Day, Now));
        Assert.IsType<NetworkListClosed>(list.Join(entry, Schools[1]));
        Assert.IsType<NetworkListClosed>(list.Lead(Guid.CreateVersion7(), Schools[1]));
        Assert.IsType<NetworkListClosed>(list.Leave(entry, Schools[1]));
        Assert.IsType<NetworkListClosed>(list.LeadNoMore(entry));
        Assert.IsType<NetworkListClosed>(list.TakeOver(New()));
        Assert.Null(list.Withdraw("Қате", Now));
        Assert.IsType<StepNotAllowed>(list.Withdraw("Тағы", Now));
        Assert.IsType<StepNotAllowed>(list.GiveWayTo(empty.Id, Now));
        Assert.Equal(("Қате", (Guid?)null), (list.WithdrawnWhy, list.ReplacedById));
    }

    [Fact]
    public void A_list_takes_the_schools_of_another_over_and_leaves_that_one_as_it_is()
    {
        var (last, entry) = Led(Schools[0]);
        last.Join(entry, Schools[1]);
        last.Lead(Guid.CreateVersion7(), Schools[2]);
        var (next, own) = Led(Schools[2]);
        next.Join(own, Schools[3]);
        Assert.Null(next.TakeOver(last));
        Assert.Equal(2, next.Schools.Count);
        Assert.Equal([Schools[3]], next.Schools.Single(s => s.SchoolId == Schools[2]).Partners.Select(p => p.SchoolId));
        Assert.Equal([Schools[1]], next.Schools.Single(s => s.SchoolId == Schools[0]).Partners.Select(p => p.SchoolId));
        Assert.Empty(next.Schools.Select(s => s.Id).Intersect(last.Schools.Select(s => s.Id)));
        Assert.All(next.Schools, s => Assert.Equal(next.Id, s.ListId));
    }

    [Fact]
    public void What_is_to_be_looked_at_is_told_once_for_a_school()
    {
        var (list, first) = Led(Schools[0]);
        var second = Guid.CreateVersion7();
        list.Lead(second, Schools[1]);
        list.Lead(Guid.CreateVersion7(), Schools[2]);
        list.Join(first, Schools[3]);
        list.Join(second, Schools[3]);
        list.Join(second, Schools[0]);
        list.Join(first, Schools[4]);

        Assert.Equal(
            [
                new(NetworkFindingKind.NoPartners, Schools[2]),
                new(NetworkFindingKind.PartnerOfSeveral, Schools[3]),
                new(NetworkFindingKind.LeadsAndIsLed, Schools[0]),
                new(NetworkFindingKind.OtherRegion, Schools[4]),
            ],
            NetworkCheck.Findings(list, id => id != Schools[4]));
    }

    private static NetworkList New() => new() { RegionId = Guid.CreateVersion7(), YearStart = 2025, MadeById = Guid.CreateVersion7(), MadeAt = Now };

    private static (NetworkList List, Guid Entry) Led(Guid school)
    {
        var (list, entry) = (New(), Guid.CreateVersion7());
        Assert.Null(list.Lead(entry, school));
        return (list, entry);
    }
}
