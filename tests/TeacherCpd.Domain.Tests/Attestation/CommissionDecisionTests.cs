using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed class CommissionDecisionTests
{
    private static readonly Guid Secretary = Guid.CreateVersion7();
    private static readonly CommissionRules Numbers = Order83.Rules.Commission;

    // Two thirds, rounded up: 5 of 7, 6 of 9, 8 of 11, 9 of 13.
    [Theory]
    [InlineData(7, 5)]
    [InlineData(9, 6)]
    [InlineData(11, 8)]
    [InlineData(13, 9)]
    public void TwoThirds_MakeAQuorum(int members, int needed)
    {
        Assert.Equal(needed, Numbers.Quorum(members));
        Assert.Equal(new QuorumNotReached(needed - 1, needed), Take(members, new string('+', needed - 1)).Error);
        Assert.True(Take(members, new string('+', needed)).IsOk);
    }

    // The first vote is the chair's.
    [Theory]
    [InlineData("+++++++", 7, 0, false, true)]
    [InlineData("++++---", 4, 3, false, true)]
    [InlineData("+---+++", 4, 3, false, true)]
    [InlineData("+++----", 3, 4, false, false)]
    [InlineData("+++--", 3, 2, false, true)]
    [InlineData("++---", 2, 3, false, false)]
    [InlineData("+++---", 3, 3, true, true)]
    [InlineData("-+++--", 3, 3, true, false)]
    public void TheMajorityDecides_AndTheChairInATie(string votes, int conforming, int against, bool chair, bool conforms) =>
        Assert.Equal(new CommissionDecision(7, conforming, against, chair, conforms), Take(7, votes).Value);

    [Fact]
    public void ATieWithoutTheChair_IsNotDecided() => Assert.IsType<ChairHasNotVoted>(Take(7, " +++---").Error);

    [Theory]
    [InlineData(5, typeof(CommissionTooSmall))]
    [InlineData(6, typeof(CommissionTooSmall))]
    [InlineData(8, typeof(CommissionNotOdd))]
    public void TheCommission_IsOddAndOfSevenAtLeast(int members, Type error) =>
        Assert.IsType(error, Take(members, new string('+', members)).Error);

    [Fact]
    public void TheChair_IsOneOfTheMembers()
    {
        var members = People(7);

        Assert.IsType<ChairNotOneOfTheMembers>(CommissionDecision.CheckComposition(Numbers, members, [], Secretary));
        Assert.IsType<ChairNotOneOfTheMembers>(CommissionDecision.CheckComposition(Numbers, members, [Secretary], Secretary));
        Assert.IsType<ChairNotOneOfTheMembers>(CommissionDecision.CheckComposition(Numbers, members, members[..2], Secretary));
        Assert.Null(CommissionDecision.CheckComposition(Numbers, members, members[..1], Secretary));
    }

    [Fact]
    public void TheSecretary_IsNoMember()
    {
        var members = People(7);

        Assert.IsType<SecretaryIsAMember>(CommissionDecision.CheckComposition(Numbers, members, members[..1], members[6]));
    }

    [Fact]
    public void NobodyIsAMemberTwice()
    {
        var six = People(6);

        Assert.IsType<MemberNamedTwice>(CommissionDecision.CheckComposition(Numbers, [.. six, six[0]], six[..1], Secretary));
    }

    [Fact]
    public void OnlyMembersVote_AndOnce()
    {
        var members = People(7);
        var all = members.Select(m => (m, true)).ToList();

        Assert.IsType<VoterNotAMember>(
            CommissionDecision.Take(Numbers, members, members[..1], Secretary, [.. all, (Secretary, true)]).Error);
        Assert.IsType<AlreadyVoted>(
            CommissionDecision.Take(Numbers, members, members[..1], Secretary, [.. all, (members[0], true)]).Error);
    }

    [Fact]
    public void ACommissionAndItsVotes_AreCounted()
    {
        var commission = new Commission
        {
            OrganisationId = Guid.CreateVersion7(),
            Name = new LocalizedText("Комиссия", "Комиссия", "Commission"),
            ValidFrom = new DateOnly(2025, 9, 1),
            ValidTo = new DateOnly(2026, 8, 31),
            SecretaryId = Secretary,
        };
        var people = People(7);
        for (var i = 0; i < people.Length; i++)
        {
            commission.Invite(people[i], DateTime.UnixEpoch);
            commission.Answer(people[i], accepts: true, "", DateTime.UnixEpoch);
        }

        Assert.Null(commission.Elect(people[3]));

        var votes = people.Take(6).Select((p, i) => new CaseVote { MemberId = p, Conforms = i is 0 or 1 or 2, Reason = "" });

        Assert.Equal(new CommissionDecision(7, 3, 3, true, false), CommissionDecision.Take(Numbers, commission, votes).Value);
    }

    [Property]
    public Property EveryVoteCounts_AndTheOrderDoesNotMatter() => Prop.ForAll(
        (from half in Gen.Choose(3, 8)
         let members = (half * 2) + 1
         from present in Gen.Choose(Numbers.Quorum(members), members)
         from votes in Gen.ArrayOf(Gen.Elements(true, false), present)
         select (members, votes)).ToArbitrary(),
        sitting =>
        {
            var people = People(sitting.members);
            List<(Guid, bool)> votes = [.. sitting.votes.Select((v, i) => (people[i], v))];
            var one = CommissionDecision.Take(Numbers, people, people[..1], Secretary, votes).Value;
            votes.Reverse();
            var other = CommissionDecision.Take(Numbers, people, people[..1], Secretary, votes).Value;
            return one == other
                && one.For + one.Against == sitting.votes.Length
                && one.ChairDecided == (one.For == one.Against)
                && one.Conforms == (one.ChairDecided ? sitting.votes[0] : one.For > one.Against);
        });

    private static Result<CommissionDecision> Take(int members, string votes)
    {
        var people = People(members);
        return CommissionDecision.Take(
            Numbers,
            people,
            people[..1],
            Secretary,
            [.. votes.Select((v, i) => (Person: people[i], Vote: v)).Where(v => v.Vote != ' ').Select(v => (v.Person, v.Vote == '+'))]);
    }

    private static Guid[] People(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];
}
