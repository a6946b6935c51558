using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Domain.Tests.Monitoring;

public sealed class SupportPlanTests
{
    private static readonly SupportPlan Plan = new(SupportPlan.Default, daysBefore: 7, daysAfter: 3);

    // every day of a leap year and of the year after it, so that month ends and each day of the week are met
    private static IEnumerable<DateOnly> ClosingDays => Enumerable.Range(0, 731).Select(new DateOnly(2028, 1, 1).AddDays);

    [Fact]
    public void EveryContact_FallsOnAWorkingDay() =>
        Assert.All(ClosingDays, closed => Assert.All(EveryMonth().DaysAfter(closed), c => Assert.True(WorkingDays.Contain(c.DueOn))));

    [Fact]
    public void Contacts_FollowEachOtherWithinTheYear() =>
        Assert.All(ClosingDays, closed =>
        {
            var days = EveryMonth().DaysAfter(closed).Select(c => c.DueOn).ToList();
            Assert.Equal(days.Distinct().Order(), days);
            Assert.True(days[0] > closed);
            Assert.True(days[^1] <= closed.AddYears(1));
        });

    [Fact]
    public void AWorkingDay_IsNotMoved() =>
        Assert.All(ClosingDays, closed => Assert.All(
            EveryMonth().DaysAfter(closed)
                .Select((contact, index) => (contact.DueOn, Planned: closed.AddMonths(index + 1)))
                .Where(c => WorkingDays.Contain(c.Planned)),
            c => Assert.Equal(c.Planned, c.DueOn)));

    [Theory]
    [InlineData("2026-02-20", 2, "2026-04-20")] // a Monday
    [InlineData("2026-02-20", 3, "2026-05-20")] // a Wednesday
    [InlineData("2026-02-20", 4, "2026-06-22")] // Saturday, so the Monday after
    [InlineData("2026-02-21", 12, "2027-02-19")] // Sunday at the end of the year, so the Friday before
    [InlineData("2026-12-31", 2, "2027-03-01")] // the last of February is a Sunday
    public void ADay_IsTheMonthAndItsNextWorkingDay(string closed, int month, string due) =>
        Assert.Equal(
            DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture),
            Assert.Single(new SupportPlan([new(ContactKind.Survey, month)], 7, 3)
                .DaysAfter(DateOnly.Parse(closed, System.Globalization.CultureInfo.InvariantCulture))).DueOn);

    [Fact]
    public void RowsInAnyOrder_ComeOutByDate()
    {
        var plan = new SupportPlan([new(ContactKind.Webinar, 9), new(ContactKind.Survey, 1)], 7, 3);

        Assert.Equal([ContactKind.Survey, ContactKind.Webinar], plan.DaysAfter(new DateOnly(2026, 2, 20)).Select(d => d.Contact.Kind));
    }

    [Fact]
    public void TheMatrix_NamesParticipantTrainerAndDay()
    {
        var (enrolment, person, trainer) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

        var contacts = Contacts(enrolment, person, trainer);

        Assert.Equal(SupportPlan.Default.Select(c => c.Kind), contacts.Select(c => c.Kind));
        Assert.All(contacts, c => Assert.Equal((enrolment, person, trainer), (c.EnrolmentId, c.PersonId, c.TrainerId)));
        Assert.All(contacts, c => Assert.Null(c.DoneAt));
    }

    [Fact]
    public void AContact_HasThreeRemindersForEachOfTheTwo()
    {
        var contact = Contacts(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7())[0];

        var reminders = Plan.RemindersOf(contact);

        Assert.All(new[] { contact.PersonId, contact.TrainerId }, recipient => Assert.Equal(
            [
                (ReminderKind.Before, new DateOnly(2026, 4, 13)),
                (ReminderKind.OnDay, new DateOnly(2026, 4, 20)),
                (ReminderKind.After, new DateOnly(2026, 4, 23)),
            ],
            reminders.Where(r => r.RecipientId == recipient).Select(r => (r.Kind, r.DueOn))));
        Assert.All(reminders, r => Assert.Equal(contact.Id, r.ContactId));
        Assert.Equal(6, reminders.Count);
    }

    [Fact]
    public void ATrainerWhoTookPart_IsRemindedOnce()
    {
        var both = Guid.CreateVersion7();
        var contact = Contacts(Guid.CreateVersion7(), both, both)[0];

        Assert.Equal(3, Plan.RemindersOf(contact).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(13)]
    [InlineData(-1)]
    public void AMonthOutsideTheYear_IsRefused(int month) =>
        Assert.Throws<ArgumentException>(() => new SupportPlan([new(ContactKind.Survey, month)], 7, 3));

    [Fact]
    public void AKindTwiceInAMonth_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new SupportPlan([new(ContactKind.Survey, 3), new(ContactKind.Survey, 3)], 7, 3));

    [Fact]
    public void TwoKindsInAMonth_AreFine() =>
        Assert.Equal(2, new SupportPlan([new(ContactKind.Survey, 3), new(ContactKind.Interview, 3)], 7, 3).Contacts.Count);

    private static IReadOnlyList<SupportContact> Contacts(Guid enrolment, Guid person, Guid trainer)
    {
        var ended = new DateOnly(2026, 2, 20);
        return Plan.ContactsOf(
            Plan.DaysAfter(ended).Select(day =>
            {
                var entry = new MatrixEntry { EnrolmentId = enrolment, Kind = day.Contact.Kind, Month = day.Contact.Month };
                entry.Fill(day.DueOn, trainer, null, person, default);
                return entry;
            }),
            person,
            ended);
    }

    private static SupportPlan EveryMonth() =>
        new([.. Enumerable.Range(1, SupportPlan.Months).Select(month => new PlannedContact(ContactKind.Consultation, month))], 7, 3);
}
