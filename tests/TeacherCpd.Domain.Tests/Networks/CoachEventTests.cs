using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Domain.Tests.Networks;

/// <summary>An event of a coach.</summary>
public sealed class CoachEventTests
{
    private static readonly DateTime Now = DateTime.UnixEpoch;
    private static readonly DateOnly Day = new(2026, 2, 3);
    private static readonly Guid Own = Guid.CreateVersion7();
    private static readonly Guid Partner = Guid.CreateVersion7();
    private static readonly Guid Person = Guid.CreateVersion7();

    [Fact]
    public void It_has_days_in_order_a_place_or_an_address_and_schools()
    {
        Assert.IsType<CoachEventEndsBefore>(Plan(to: Day.AddDays(-1)).Error);
        Assert.IsType<CoachEventNowhere>(Plan(place: "").Error);
        Assert.Null(Plan(place: "", link: "https://meet.example.kz").Error);
        Assert.IsType<CoachEventForNobody>(Plan(schools: []).Error);
        Assert.Equal(2, Plan(schools: [Own, Partner, Own]).Value.Schools.Count);
    }

    [Fact]
    public void It_is_held_with_those_who_came_the_named_ones_among_them()
    {
        var held = Plan().Value;
        Assert.IsType<CoachEventNotBegun>(held.Hold([new(Own, 5, [])], "Өтті", Day.AddDays(-1), Now));
        Assert.IsType<NotFound>(held.Hold([new(Guid.CreateVersion7(), 5, [])], "Өтті", Day, Now));
        Assert.Equal([1, 0], Assert.IsType<CoachEventCountBelowNames>(held.Hold([new(Own, 0, [Person])], "Өтті", Day, Now)).Args.Cast<int>());
        Assert.IsType<CoachEventWithoutPeople>(held.Hold([new(Own, 0, [])], "Өтті", Day, Now));
        Assert.Null(held.Hold([new(Own, 5, [Person, Person])], "Өтті", Day, Now));
        Assert.Equal((CoachEventStatus.Held, 5, 1), (held.Status, held.Participants, held.People.Count));
        Assert.Equal([5, 0], held.Schools.OrderBy(s => s.SchoolId == Own ? 0 : 1).Select(s => s.Participants!.Value));
        Assert.IsType<StepNotAllowed>(held.Hold([new(Own, 6, [])], "Өтті", Day, Now));
        Assert.IsType<StepNotAllowed>(held.Cancel("Себеп", Now));
    }

    [Fact]
    public void A_cancelled_one_has_no_participants()
    {
        var cancelled = Plan().Value;
        Assert.Null(cancelled.Cancel("Карантин", Now));
        Assert.Equal((CoachEventStatus.Cancelled, "Карантин", 0), (cancelled.Status, cancelled.Words, cancelled.Participants));
        Assert.All(cancelled.Schools, s => Assert.Null(s.Participants));
        Assert.IsType<StepNotAllowed>(cancelled.Hold([new(Own, 6, [])], "Өтті", Day, Now));
    }

    private static Result<CoachEvent> Plan(DateOnly? to = null, string place = "№1 мектеп", string? link = null, IReadOnlyCollection<Guid>? schools = null) => CoachEvent.Plan(
        Guid.CreateVersion7(), Person, Own, new CoachEventPlan(CoachEventKind.Seminar, "Бағалау", Day, to ?? Day, place, link, Language.Kk), schools ?? [Own, Partner]);
}
