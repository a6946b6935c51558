using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Domain.Tests.Trainers;

public sealed class TrainerTests
{
    private static readonly Guid Programme = Guid.CreateVersion7();
    private static readonly DateTime Now = new(2026, 2, 10, 4, 0, 0, DateTimeKind.Utc);

    private static StepGround Ground => new(new DateOnly(2026, 2, 10), "№ 5", null, Now);

    [Theory]
    [InlineData("2026-03-01", "2026-03-31", null)]
    [InlineData("2026-01-01", "2026-12-31", null)]
    [InlineData("2025-12-31", "2026-03-31", TrainerObstacle.BeginsLate)]
    [InlineData("2026-12-01", "2027-01-01", TrainerObstacle.EndsEarly)]
    public void Whoever_is_certified_teaches_when_the_certification_holds_on_all_days(string first, string last, TrainerObstacle? expected)
    {
        var trainer = Certified(TrainerSource.CentreStaff);

        Assert.Equal(expected, Obstacles(trainer, first, last).Select(o => (TrainerObstacle?)o.Kind).SingleOrDefault());
    }

    [Fact]
    public void The_obstacle_names_the_day_on_which_the_certification_ends()
    {
        var obstacle = Assert.Single(Obstacles(Certified(TrainerSource.CentreStaff), "2026-12-01", "2027-01-01"));

        Assert.Equal(new DateOnly(2026, 12, 31), obstacle.Day);
    }

    [Fact]
    public void Training_alone_is_no_certification_and_another_programme_no_training()
    {
        var trainer = Registered(TrainerSource.CentreStaff);
        Assert.Null(trainer.Train(Programme, Ground));

        Assert.Equal(TrainerObstacle.NotCertified, Assert.Single(Obstacles(trainer)).Kind);
        Assert.Equal(TrainerObstacle.NotTrained, Assert.Single(trainer.ObstaclesTo(Guid.CreateVersion7(), new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2))).Kind);
        Assert.IsType<AlreadyTrained>(trainer.Train(Programme, Ground));
    }

    [Fact]
    public void Everything_that_is_missing_is_told()
    {
        var trainer = Registered(TrainerSource.GeneralSchools);

        Assert.Equal([TrainerObstacle.NotTrained, TrainerObstacle.NoContract], Obstacles(trainer).Select(o => o.Kind));
    }

    [Theory]
    [InlineData("2026-03-01:2026-03-31", true)]
    [InlineData("2026-03-02:2026-03-31", false)]
    [InlineData("2026-03-01:2026-03-30", false)]
    [InlineData("2026-02-01:2026-03-10|2026-03-11:2026-04-01", true)]
    [InlineData("2026-03-11:2026-04-01|2026-02-01:2026-03-10", true)]
    [InlineData("2026-02-01:2026-03-10|2026-03-12:2026-04-01", false)]
    [InlineData("2026-01-01:2026-12-31|2026-03-10:2026-03-11", true)]
    public void An_attracted_trainer_needs_contracts_on_every_day(string contracts, bool may)
    {
        var trainer = Certified(TrainerSource.Preschools);
        foreach (var contract in contracts.Split('|'))
        {
            var days = contract.Split(':');
            trainer.Add(new TrainerContract { Number = "1", Kind = ContractKind.PaidServices, ValidFrom = Day(days[0]), ValidUntil = Day(days[1]) });
        }

        Assert.Equal(may ? [] : [TrainerObstacle.NoContract], Obstacles(trainer).Select(o => o.Kind));
    }

    [Fact]
    public void Staff_need_no_contract() => Assert.Empty(Obstacles(Certified(TrainerSource.CentreStaff)));

    [Fact]
    public void Whoever_is_due_teaches_until_the_certification_ends()
    {
        var trainer = Certified(TrainerSource.CentreStaff);
        Assert.Null(trainer.For(Programme)!.FallDue(Ground));

        Assert.Empty(Obstacles(trainer));
        Assert.Equal(TrainerObstacle.EndsEarly, Assert.Single(Obstacles(trainer, "2026-12-01", "2027-01-01")).Kind);
    }

    [Theory]
    [InlineData(AuthorisationStatus.Trained)]
    [InlineData(AuthorisationStatus.Certified)]
    [InlineData(AuthorisationStatus.Due)]
    [InlineData(AuthorisationStatus.NotRecommended)]
    public void A_suspension_gives_back_what_it_interrupted(AuthorisationStatus before)
    {
        var authorisation = At(before);

        Assert.Null(authorisation.Suspend(Ground));
        Assert.Equal(TrainerObstacle.Suspended, authorisation.ObstacleTo(Day("2026-03-01"), Day("2026-03-02"))!.Kind);
        Assert.IsType<StepNotAllowed>(authorisation.Suspend(Ground));
        Assert.IsType<StepNotAllowed>(authorisation.Certify(Day("2026-01-01"), Day("2026-12-31"), Ground));
        Assert.IsType<StepNotAllowed>(authorisation.Refuse(Ground));
        Assert.Null(authorisation.Lift(Ground));

        Assert.Equal(before, authorisation.Status);
        Assert.Null(authorisation.Interrupted);
        Assert.IsType<StepNotAllowed>(authorisation.Lift(Ground));
    }

    [Fact]
    public void Whoever_is_not_recommended_teaches_nobody_however_long_the_certification_would_hold()
    {
        var authorisation = At(AuthorisationStatus.NotRecommended);

        Assert.Equal(TrainerObstacle.NotRecommended, authorisation.ObstacleTo(Day("2026-03-01"), Day("2026-03-02"))!.Kind);
        Assert.Null(authorisation.Certify(Day("2026-03-01"), Day("2026-12-31"), Ground));
        Assert.Null(authorisation.ObstacleTo(Day("2026-03-01"), Day("2026-03-02")));
    }

    [Fact]
    public void Every_step_is_kept_with_its_ground()
    {
        var authorisation = At(AuthorisationStatus.NotRecommended);

        Assert.Equal(
            [AuthorisationStatus.Trained, AuthorisationStatus.Certified, AuthorisationStatus.Due, AuthorisationStatus.NotRecommended],
            authorisation.Steps.Select(s => s.Status));
        Assert.All(authorisation.Steps, s => Assert.Equal("№ 5", s.Basis));
    }

    [Fact]
    public void A_certification_that_ends_before_it_begins_is_refused() =>
        Assert.IsType<ValidityReversed>(At(AuthorisationStatus.Trained).Certify(Day("2026-03-02"), Day("2026-03-01"), Ground));

    [Fact]
    public void Training_is_counted_as_what_the_trainer_was_at_the_time()
    {
        var trainer = Registered(TrainerSource.GeneralSchools);
        trainer.Train(Programme, Ground);

        trainer.Change(TrainerSource.CentreStaff, trainer.BranchId, trainer.Languages);

        Assert.Equal(TrainerSource.GeneralSchools, trainer.For(Programme)!.TrainedAs);
    }

    private static Authorisation At(AuthorisationStatus status)
    {
        var trainer = Registered(TrainerSource.CentreStaff);
        trainer.Train(Programme, Ground);
        var authorisation = trainer.For(Programme)!;
        if (status != AuthorisationStatus.Trained)
        {
            authorisation.Certify(Day("2026-01-01"), Day("2026-12-31"), Ground);
        }

        if (status is AuthorisationStatus.Due or AuthorisationStatus.NotRecommended)
        {
            authorisation.FallDue(Ground);
        }

        if (status == AuthorisationStatus.NotRecommended)
        {
            authorisation.Refuse(Ground);
        }

        Assert.Equal(status, authorisation.Status);
        return authorisation;
    }

    private static Trainer Certified(TrainerSource source)
    {
        var trainer = Registered(source);
        trainer.Train(Programme, Ground);
        trainer.For(Programme)!.Certify(Day("2026-01-01"), Day("2026-12-31"), Ground);
        return trainer;
    }

    private static Trainer Registered(TrainerSource source) =>
        Trainer.Register(Guid.CreateVersion7(), Guid.CreateVersion7(), source, Guid.CreateVersion7(), TeachingLanguages.Kk, Now);

    private static IReadOnlyList<Obstacle> Obstacles(Trainer trainer, string first = "2026-03-01", string last = "2026-03-31") =>
        trainer.ObstaclesTo(Programme, Day(first), Day(last));

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
