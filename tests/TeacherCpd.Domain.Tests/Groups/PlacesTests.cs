using FsCheck.Fluent;
using FsCheck.Xunit;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Domain.Tests.Groups;

public sealed class PlacesTests
{
    private static readonly DateTime Now = new(2026, 2, 10, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Kostanay = Guid.CreateVersion7();
    private static readonly Guid Turkistan = Guid.CreateVersion7();

    [Fact]
    public void WhoComesFirst_HasAPlace_AndTheOthersWaitInOrder()
    {
        var places = new Places(2, null, []);
        var people = Enumerable.Range(0, 4).Select(_ => Person()).ToList();

        people.ForEach(p => Assert.Null(places.Give([p], Now)));

        Assert.Equal(
            [EnrolmentStatus.Accepted, EnrolmentStatus.Accepted, EnrolmentStatus.WaitingList, EnrolmentStatus.WaitingList],
            people.Select(p => p.Status));
        Assert.Equal([null, null, 1, 2], people.Select(p => p.WaitingNumber));
    }

    [Fact]
    public void AFreePlace_GoesToTheFirstOfTheLine()
    {
        var (first, second) = (Waiting(1), Waiting(2));
        var places = new Places(0, null, [second, first]);

        places.Release(Person());
        Assert.Null(places.Promote(Now));

        Assert.Equal((EnrolmentStatus.Accepted, EnrolmentStatus.WaitingList), (first.Status, second.Status));
        Assert.Equal([first], places.Accepted);
    }

    [Fact]
    public void ATeam_HasAllItsPlacesOrWaits_AndNobodyPassesIt()
    {
        var team = new[] { Person(team: true), Person(team: true), Person(team: true) };
        var places = new Places(2, null, []);

        Assert.Null(places.Give(team, Now));
        var alone = Person();
        Assert.Null(places.Give([alone], Now));

        Assert.All(team, p => Assert.Equal((EnrolmentStatus.WaitingList, 1), (p.Status, p.WaitingNumber)));
        Assert.Equal((EnrolmentStatus.WaitingList, 2), (alone.Status, alone.WaitingNumber));

        places.Release(Person());
        Assert.Null(places.Promote(Now));

        Assert.All(team, p => Assert.Equal(EnrolmentStatus.Accepted, p.Status));
        Assert.Equal(EnrolmentStatus.WaitingList, alone.Status);
    }

    [Fact]
    public void WhoWaitsForAQuota_IsPassedByPeopleOfOtherRegions()
    {
        var places = new Places(10, new Dictionary<Guid, int> { [Kostanay] = 1, [Turkistan] = 1 }, []);
        var (first, second, other) = (Person(Kostanay), Person(Kostanay), Person(Turkistan));

        foreach (var person in new[] { first, second, other })
        {
            Assert.Null(places.Give([person], Now));
        }

        Assert.Equal((EnrolmentStatus.Accepted, EnrolmentStatus.WaitingList, EnrolmentStatus.Accepted), (first.Status, second.Status, other.Status));
    }

    [Fact]
    public void ARegionWithoutQuota_HasNoPlaces_WhereOthersHaveQuotas()
    {
        var places = new Places(10, new Dictionary<Guid, int> { [Kostanay] = 1 }, []);
        var (stranger, nowhere) = (Person(Turkistan), Person(region: null));

        Assert.Null(places.Give([stranger], Now));
        Assert.Null(places.Give([nowhere], Now));

        Assert.Equal((EnrolmentStatus.WaitingList, EnrolmentStatus.WaitingList), (stranger.Status, nowhere.Status));
    }

    [Fact]
    public void WhoGoesOnInAnotherGroup_TakesTheQuotaAlong()
    {
        var waiting = Waiting(1, Kostanay);
        var places = new Places(0, new Dictionary<Guid, int> { [Kostanay] = 0 }, [waiting]);

        places.Release(Person(Kostanay), keepsQuota: true);
        Assert.Null(places.Promote(Now));
        Assert.Equal(EnrolmentStatus.WaitingList, waiting.Status);

        places.Release(Person(Kostanay));
        Assert.Null(places.Promote(Now));
        Assert.Equal(EnrolmentStatus.Accepted, waiting.Status);
    }

    [Property(MaxTest = 300)]
    public FsCheck.Property WhateverComes_PlacesAndQuotasHold_AndTheLineIsFair() => Prop.ForAll(
        Gen.Choose(0, 6).ToArbitrary(),
        Gen.Choose(0, 5).Two().ToArbitrary(),
        Gen.Choose(0, 3).ListOf(24).ToArbitrary(),
        (capacity, quotas, steps) =>
        {
            var places = new Places(capacity, new Dictionary<Guid, int> { [Kostanay] = quotas.Item1, [Turkistan] = quotas.Item2 }, []);
            var people = new List<Enrolment>();
            foreach (var step in steps)
            {
                if (step == 3)
                {
                    if (people.Find(p => p.Status == EnrolmentStatus.Accepted) is { } leaver)
                    {
                        leaver.Withdraw(null, Now);
                        places.Release(leaver);
                        places.Promote(Now);
                    }

                    continue;
                }

                Enrolment[] together = step == 2 ? [Person(Kostanay, team: true), Person(Kostanay, team: true)] : [Person(step == 0 ? Kostanay : Turkistan)];
                places.Give(together, Now);
                people.AddRange(together);
            }

            var accepted = people.Where(p => p.Status == EnrolmentStatus.Accepted).ToList();
            var waiting = people.Where(p => p.Status == EnrolmentStatus.WaitingList).GroupBy(p => p.WaitingNumber).OrderBy(g => g.Key).Select(g => g.ToList()).ToList();
            int Left(Guid region) => (region == Kostanay ? quotas.Item1 : quotas.Item2) - accepted.Count(p => p.RegionId == region);

            // whoever is first among those whose quota is not used up lacks places, not fairness
            var first = waiting.Find(t => t.Count <= Left(t[0].RegionId!.Value));
            return accepted.Count <= capacity
                && Left(Kostanay) >= 0
                && Left(Turkistan) >= 0
                && (first is null || first.Count > capacity - accepted.Count)
                && waiting.All(t => t.Select(p => p.Status).Distinct().Count() == 1);
        });

    private static Enrolment Person(Guid? region = null, bool team = false) => new Enrolment
    {
        GroupId = Guid.CreateVersion7(),
        PersonId = Guid.CreateVersion7(),
        ListenerCode = "ABCDEFGH",
        AppliedAt = Now,
        RegionId = region,
        TeamId = team ? Turkistan : null,
    }.Asking(ApplicationSteps.None);

    private static Enrolment Waiting(int number, Guid? region = null)
    {
        var person = Person(region);
        Assert.Null(person.Wait(number));
        return person;
    }
}
