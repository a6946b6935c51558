using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Tests.Common;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed class AttestationCaseTests
{
    private static readonly DateTime Now = new(2026, 2, 10, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Member = Guid.CreateVersion7();

    public static TheoryData<AttestationCaseStatus, AttestationCaseStatus, bool> Steps => StateTable.Pairs<AttestationCaseStatus>(
        "Open -> Submitted, Withdrawn",
        "Submitted -> UnderReview, Withdrawn, Refused",
        "UnderReview -> Voting, Withdrawn",
        "Voting -> Decided, UnderReview");

    [Theory]
    [MemberData(nameof(Steps))]
    public void OnlyTheseStepsAreAllowed(AttestationCaseStatus from, AttestationCaseStatus to, bool allowed) =>
        StateTable.Check(AttestationCaseStates.Table, from, to, allowed);

    [Fact]
    public void ACase_GoesFromOpenToDecided()
    {
        var attestationCase = Open();
        var commission = Guid.CreateVersion7();

        Assert.Null(attestationCase.Submit(Now));
        Assert.Null(attestationCase.Accept(commission));
        Assert.Null(attestationCase.Record(66, new DateOnly(2026, 2, 2), new Dictionary<string, int> { ["1.1"] = 1 }));
        Assert.Null(attestationCase.OpenVoting());
        Assert.Null(attestationCase.Vote(Member, true, "", Now));
        Assert.Null(attestationCase.Decide());
        Assert.Equal(AttestationCaseStatus.Decided, attestationCase.Status);
        Assert.Equal((Now, commission, 66), (attestationCase.SubmittedAt, attestationCase.CommissionId, attestationCase.TestPercent));
    }

    [Fact]
    public void AStepOutOfTurn_ChangesNothing()
    {
        var attestationCase = Open();

        Assert.IsType<StepNotAllowed>(attestationCase.Accept(Guid.CreateVersion7()));
        Assert.IsType<StepNotAllowed>(attestationCase.OpenVoting());
        Assert.IsType<StepNotAllowed>(attestationCase.Decide());
        Assert.IsType<StepNotAllowed>(attestationCase.Record(66, null, new Dictionary<string, int>()));
        Assert.Equal(AttestationCaseStatus.Open, attestationCase.Status);
        Assert.Null(attestationCase.CommissionId);
        Assert.Null(attestationCase.TestPercent);
        Assert.Null(attestationCase.Submit(Now));
        Assert.IsType<StepNotAllowed>(attestationCase.Submit(Now.AddDays(1)));
        Assert.Equal(Now, attestationCase.SubmittedAt);
    }

    [Fact]
    public void PointsRecordedAgain_ReplaceTheOldOnes()
    {
        var attestationCase = UnderReview();

        attestationCase.Record(null, null, new Dictionary<string, int> { ["1.1"] = 1, ["1.2"] = 66 });
        attestationCase.Record(null, null, new Dictionary<string, int> { ["1.2"] = 70, ["2.1"] = 2 });

        Assert.Equal([("1.1", 0), ("1.2", 70), ("2.1", 2)], attestationCase.Scores.Select(s => (s.Criterion, s.Points)));
    }

    [Fact]
    public void Votes_AreTakenWhileTheVoteIsOpen()
    {
        var attestationCase = UnderReview();

        Assert.IsType<StepNotAllowed>(attestationCase.Vote(Member, true, "", Now));
        attestationCase.OpenVoting();
        Assert.Null(attestationCase.Vote(Member, true, "", Now));
        attestationCase.Decide();
        Assert.IsType<StepNotAllowed>(attestationCase.Vote(Guid.CreateVersion7(), true, "", Now));
        Assert.Single(attestationCase.Votes);
    }

    [Fact]
    public void AMember_VotesOnce()
    {
        var attestationCase = UnderReview();
        attestationCase.OpenVoting();
        attestationCase.Vote(Member, false, "3.1", Now);

        Assert.IsType<AlreadyVoted>(attestationCase.Vote(Member, true, "", Now.AddMinutes(1)));
        var vote = Assert.Single(attestationCase.Votes);
        Assert.Equal((Member, false, "3.1", Now), (vote.MemberId, vote.Conforms, vote.Reason, vote.CastAt));
    }

    private static AttestationCase Open() => new()
    {
        Number = "AT-2026-000017",
        PersonId = Guid.CreateVersion7(),
        OrganisationId = Guid.CreateVersion7(),
        RuleSetId = Guid.CreateVersion7(),
        ClaimedCategory = "moderator",
        OpenedAt = Now,
    };

    private static AttestationCase UnderReview()
    {
        var attestationCase = Open();
        attestationCase.Submit(Now);
        attestationCase.Accept(Guid.CreateVersion7());
        return attestationCase;
    }
}
