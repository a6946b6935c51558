using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Tests.Common;

namespace TeacherCpd.Domain.Tests.Monitoring;

public sealed class SupportTests
{
    private static readonly DateTime Now = new(2026, 2, 10, 9, 0, 0, DateTimeKind.Utc);

    public static TheoryData<ReminderStatus, ReminderStatus, bool> Steps => StateTable.Pairs<ReminderStatus>(
        "Pending -> Sending, Cancelled, NoAddress, Declined",
        "Sending -> Sent, Pending, Failed, Unconfirmed",
        "Failed -> Pending",
        "Cancelled -> Pending",
        "Unconfirmed -> Pending");

    [Theory]
    [MemberData(nameof(Steps))]
    public void OnlyTheseStepsAreAllowed(ReminderStatus from, ReminderStatus to, bool allowed) =>
        StateTable.Check(Mailing.States, from, to, allowed);

    [Fact]
    public void AContact_IsDoneOnce()
    {
        var contact = new SupportContact
        {
            EnrolmentId = Guid.CreateVersion7(),
            PersonId = Guid.CreateVersion7(),
            TrainerId = Guid.CreateVersion7(),
            Kind = ContactKind.Observation,
            DueOn = new DateOnly(2026, 2, 10),
        };

        Assert.Null(contact.Complete("lesson seen", contact.DueOn.AddDays(3), Now));
        Assert.Equal(new ContactAlreadyDone(), contact.Complete("again", contact.DueOn, Now.AddDays(1)));
        Assert.Equal((Now, "lesson seen"), (contact.DoneAt, contact.Outcome));
    }

    [Fact]
    public void TakingAReminderForSending_CountsATry()
    {
        var reminder = Due();

        Assert.Null(reminder.Move(ReminderStatus.Sending, Now));
        Assert.Null(reminder.Move(ReminderStatus.Pending, Now.AddMinutes(1)));
        Assert.Null(reminder.Move(ReminderStatus.Sending, Now.AddMinutes(2)));
        Assert.Null(reminder.Move(ReminderStatus.Sent, Now.AddMinutes(3)));
        Assert.Equal((ReminderStatus.Sent, Now.AddMinutes(3), 2), (reminder.Status, reminder.StatusSince, reminder.Attempts));
    }

    [Fact]
    public void ATryWithoutAMailServer_DoesNotCount()
    {
        var reminder = Due();
        reminder.Move(ReminderStatus.Sending, Now);

        Assert.Null(reminder.GiveBack(Now.AddMinutes(1)));
        Assert.Equal((ReminderStatus.Pending, 0), (reminder.Status, reminder.Attempts));
        Assert.IsType<StepNotAllowed>(reminder.GiveBack(Now.AddMinutes(2)));
        Assert.Equal(0, reminder.Attempts);
    }

    [Theory]
    [InlineData("2026-02-10T08:00", true)]
    [InlineData("2026-02-10T07:59", false)]
    [InlineData("2026-02-10T19:59", true)]
    [InlineData("2026-02-10T20:00", false)]
    [InlineData("2026-02-14T12:00", false)] // Saturday
    [InlineData("2026-12-16T12:00", false)] // Independence Day, a Wednesday
    public void RemindersAreSent_ByDayOnWorkingDays(string local, bool allowed) =>
        Assert.Equal(allowed, new SendingHours(new TimeOnly(8, 0), new TimeOnly(20, 0)).Allow(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void AContactThatTookPlace_IsNeitherMovedNorPassedOn()
    {
        var contact = new SupportContact { EnrolmentId = Guid.Empty, PersonId = Guid.Empty, TrainerId = Guid.Empty, Kind = ContactKind.Survey, DueOn = new DateOnly(2026, 2, 10) };
        Assert.Null(contact.MoveTo(new DateOnly(2026, 2, 12)));
        contact.Complete("done", contact.DueOn, Now);

        Assert.Equal(new ContactAlreadyDone(), contact.MoveTo(new DateOnly(2026, 2, 13)));
        Assert.Equal(new ContactAlreadyDone(), contact.PassTo(Guid.CreateVersion7()));
        Assert.Equal((new DateOnly(2026, 2, 12), Guid.Empty), (contact.DueOn, contact.TrainerId));
    }

    [Fact]
    public void AReminderThatIsSent_IsNotTakenAgain()
    {
        var reminder = Due();
        reminder.Move(ReminderStatus.Sending, Now);
        reminder.Move(ReminderStatus.Sent, Now);

        Assert.IsType<StepNotAllowed>(reminder.Move(ReminderStatus.Sending, Now.AddMinutes(1)));
        Assert.Equal((1, Now), (reminder.Attempts, reminder.StatusSince));
    }

    private static Reminder Due() => new()
    {
        ContactId = Guid.CreateVersion7(),
        RecipientId = Guid.CreateVersion7(),
        Kind = ReminderKind.OnDay,
        DueOn = new DateOnly(2026, 2, 10),
    };
}
