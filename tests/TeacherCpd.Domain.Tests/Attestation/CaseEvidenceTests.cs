using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed class CaseEvidenceTests
{
    private static readonly DateTime Now = new(2026, 2, 10, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 2, 10);
    private static readonly Guid Teacher = Guid.CreateVersion7();

    public static TheoryData<AttestationCaseStatus, bool> States => new()
    {
        { AttestationCaseStatus.Open, true },
        { AttestationCaseStatus.Submitted, true },
        { AttestationCaseStatus.UnderReview, false },
        { AttestationCaseStatus.Voting, false },
        { AttestationCaseStatus.Decided, false },
        { AttestationCaseStatus.Withdrawn, false },
        { AttestationCaseStatus.Refused, false },
    };

    [Fact]
    public void OneItem_CountsOnceInACase()
    {
        var attestationCase = Case();
        var item = Item("a");

        Assert.Null(attestationCase.PutEvidence(item, "2.2", Now));
        Assert.Null(attestationCase.PutEvidence(item, "2.2", Now));
        Assert.Equal(new EvidenceCountsOnce("2.2"), attestationCase.PutEvidence(item, "3.4", Now));

        Assert.Equal("2.2", Assert.Single(attestationCase.Evidence).Criterion);
    }

    [Fact]
    public void TheSameFileUnderAnotherName_CountsOnceToo()
    {
        var attestationCase = Case();
        attestationCase.PutEvidence(Item("a"), "2.2", Now);

        Assert.IsType<EvidenceCountsOnce>(attestationCase.PutEvidence(Item("a"), "3.4", Now));
        Assert.Null(attestationCase.PutEvidence(Item("b"), "3.4", Now));
    }

    [Fact]
    public void TheSameCertificate_CountsOnceToo_AndTwoCertificatesCountBoth()
    {
        var attestationCase = Case();
        var certificate = Guid.CreateVersion7();
        attestationCase.PutEvidence(Certificate(certificate), "4.1", Now);

        Assert.IsType<EvidenceCountsOnce>(attestationCase.PutEvidence(Certificate(certificate), "3.2", Now));
        Assert.Null(attestationCase.PutEvidence(Certificate(Guid.CreateVersion7()), "4.1", Now));
    }

    [Fact]
    public void WithoutConsent_NothingIsUsed()
    {
        var attestationCase = Case();
        var item = Item("a", consents: false);

        Assert.IsType<EvidenceWithoutConsent>(attestationCase.PutEvidence(item, "2.2", Now));
        item.Allow(Now);
        Assert.Null(attestationCase.PutEvidence(item, "2.2", Now));
        item.Forbid();
        Assert.Null(item.ConsentedAt);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void EvidenceAndClaims_ChangeUntilTheReviewBegins(AttestationCaseStatus status, bool open)
    {
        var item = Item("a");
        var attestationCase = Case();
        attestationCase.PutEvidence(item, "2.2", Now);
        attestationCase.Claim(new Dictionary<string, int> { ["2.2"] = 2 });
        Bring(attestationCase, status);
        item.ReplaceFile(File("new"));
        attestationCase.FollowEvidence(item);

        var put = attestationCase.PutEvidence(Item("b"), "3.2", Now);
        var claimed = attestationCase.Claim(new Dictionary<string, int> { ["2.2"] = 3 });
        var hash = attestationCase.Evidence.Single(e => e.ItemId == item.Id).FileSha256;
        var taken = attestationCase.TakeEvidenceOut(item.Id);

        Assert.Equal(status, attestationCase.Status);
        Assert.Equal(open, attestationCase.EvidenceIsOpen);
        Assert.Equal(open ? null : new EvidenceFrozen(), put);
        Assert.Equal(open ? null : new EvidenceFrozen(), claimed);
        Assert.Equal(open ? null : new EvidenceFrozen(), taken);
        Assert.Equal(open ? "new" : "a", hash);
    }

    [Fact]
    public void AClaim_NeedsEvidence_AndGoesWithTheLastOfIt()
    {
        var attestationCase = Case();
        var item = Item("a");
        var other = Item("b");
        attestationCase.PutEvidence(item, "2.2", Now);
        attestationCase.PutEvidence(other, "2.2", Now);

        Assert.Equal(new ClaimWithoutEvidence("3.1"), attestationCase.Claim(new Dictionary<string, int> { ["2.2"] = 2, ["3.1"] = 1 }));
        Assert.Empty(attestationCase.Claims);
        Assert.Null(attestationCase.Claim(new Dictionary<string, int> { ["2.2"] = 2, ["3.1"] = 0 }));
        Assert.Equal(2, Assert.Single(attestationCase.Claims).Points);

        attestationCase.TakeEvidenceOut(item.Id);
        Assert.Single(attestationCase.Claims);
        attestationCase.TakeEvidenceOut(other.Id);
        Assert.Empty(attestationCase.Claims);
    }

    [Fact]
    public void PointsThatDifferFromAClaim_AreNamed_AndAMarkSaysWhoMadeIt()
    {
        var attestationCase = Case();
        attestationCase.PutEvidence(Item("a"), "2.2", Now);
        attestationCase.PutEvidence(Item("b"), "3.1", Now);
        attestationCase.Claim(new Dictionary<string, int> { ["2.2"] = 2, ["3.1"] = 3 });
        Bring(attestationCase, AttestationCaseStatus.UnderReview);
        var secretary = Guid.CreateVersion7();
        var points = new Dictionary<string, int> { ["2.2"] = 2, ["3.1"] = 2, ["4.1"] = 1 };

        Assert.Equal(["3.1"], attestationCase.ClaimsChangedBy(points));
        Assert.Equal(["2.2", "3.1"], attestationCase.ClaimsChangedBy(new Dictionary<string, int>()));
        Assert.Null(attestationCase.Record(null, null, points, new SheetMark(secretary, Now, new Dictionary<string, string> { ["3.1"] = "Деңгейі ұйымдық" })));
        Assert.Null(attestationCase.Record(null, null, points, new SheetMark(Guid.CreateVersion7(), Now.AddDays(1), new Dictionary<string, string> { ["3.1"] = "Деңгейі ұйымдық" })));

        // saved again by somebody else, nothing became another
        Assert.All(attestationCase.Scores, s => Assert.Equal((secretary, Now), (s.MarkedBy, s.MarkedAt)));
        Assert.Equal("Деңгейі ұйымдық", attestationCase.Scores.Single(s => s.Criterion == "3.1").Reason);
        Assert.Equal(5, attestationCase.Scores.Sum(s => s.Points));
    }

    [Fact]
    public void WhatAPersonAdds_HasAFileAndIsOver()
    {
        var facts = new EvidenceFacts(EvidenceKind.Talk, "Баяндама", Today, null);

        Assert.IsType<EvidenceFileMissing>(EvidenceItem.Add(Guid.CreateVersion7(), Teacher, facts, null, true, Now, Today).Error);
        Assert.IsType<EvidenceInFuture>(EvidenceItem.Add(Guid.CreateVersion7(), Teacher, facts with { On = Today.AddDays(1) }, File("a"), true, Now, Today).Error);
        Assert.Null(EvidenceItem.Add(Guid.CreateVersion7(), Teacher, facts, File("a"), true, Now, Today).Error);
    }

    [Fact]
    public void WhatWasTakenOver_KeepsItsFile() =>
        Assert.IsType<EvidenceKeptElsewhere>(Certificate(Guid.CreateVersion7()).ReplaceFile(File("b")));

    [Theory]
    [InlineData("1.2", 102)]
    [InlineData("2.1", 6)]
    [InlineData("3.1", 4)]
    [InlineData("3.3", 7)]
    [InlineData("3.4", 5)]
    [InlineData("5.1", 3)]
    public void ACriterion_GivesAtMostWhatTheSheetPrints(string number, int most) =>
        Assert.Equal(most, Order83.Rules.SheetFor(Ladder.Teacher, new Workplace(EducationType.School))!.Sheet.Criteria.Single(c => c.Number == number).MostPoints);

    [Fact]
    public void EveryCriterionOfTheTeachersSheet_HasAKindOfEvidence() =>
        Assert.DoesNotContain(
            Order83.Rules.SheetFor(Ladder.Teacher, new Workplace(EducationType.School))!.Sheet.Criteria, c => EvidenceKinds.Of(c) is null);

    private static EvidenceFile File(string hash) => new("a.pdf", "application/pdf", hash);

    private static EvidenceItem Item(string hash, bool consents = true) => EvidenceItem.Add(
        Guid.CreateVersion7(), Teacher, new EvidenceFacts(EvidenceKind.OwnContest, "Байқау", Today, EvidenceLevel.District), File(hash), consents, Now, Today).Value;

    private static EvidenceItem Certificate(Guid id) => EvidenceItem.TakeOver(
        Teacher, new EvidenceFacts(EvidenceKind.Course, "Курс", Today, null), EvidenceOrigin.Certificate, id, "T-1", null, Now);

    private static void Bring(AttestationCase attestationCase, AttestationCaseStatus to)
    {
        if (to == AttestationCaseStatus.Withdrawn)
        {
            attestationCase.Withdraw();
            return;
        }

        if (to == AttestationCaseStatus.Open)
        {
            return;
        }

        attestationCase.Submit(Now);
        if (to == AttestationCaseStatus.Refused)
        {
            attestationCase.Refuse(ApplicationRefusal.DataDoNotFit, "Құжат жоқ");
        }
        else if (to != AttestationCaseStatus.Submitted)
        {
            attestationCase.Accept(Guid.CreateVersion7());
            if (to != AttestationCaseStatus.UnderReview)
            {
                attestationCase.OpenVoting();
            }

            if (to == AttestationCaseStatus.Decided)
            {
                attestationCase.Decide();
            }
        }
    }

    private static AttestationCase Case() => new()
    {
        Number = "AT-2026-000001",
        PersonId = Teacher,
        OrganisationId = Guid.CreateVersion7(),
        RuleSetId = Guid.CreateVersion7(),
        CurrentCategory = "moderator",
        ClaimedCategory = "expert",
        OpenedAt = Now,
    };
}
