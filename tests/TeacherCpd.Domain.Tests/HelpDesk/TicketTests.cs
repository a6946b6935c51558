using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.HelpDesk;

namespace TeacherCpd.Domain.Tests.HelpDesk;

/// <summary>The way of a ticket, the time up to its answer, and passwords that people write.</summary>
public sealed class TicketTests
{
    private static readonly Guid Asker = Guid.CreateVersion7();
    private static readonly Guid Helper = Guid.CreateVersion7();
    private static readonly WorkingHours Hours = new(new TimeOnly(9, 0), new TimeOnly(18, 0), TimeZoneInfo.Utc);

    // a Tuesday
    private static readonly DateTime Morning = new(2026, 2, 10, 10, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void It_is_answered_asked_again_answered_and_closed_and_the_first_answer_counts()
    {
        var ticket = Asked();
        Assert.IsType<StepNotAllowed>(ticket.Reopen(Asker, "Тағы.", Morning));
        Assert.Null(ticket.Answer(Helper, "Осылай.", Hours, Morning.AddMinutes(90)).Error);
        Assert.Equal((TicketStatus.Answered, 90), (ticket.Status, ticket.AnswerMinutes));
        Assert.Null(ticket.Reopen(Asker, "Көмектеспеді.", Morning.AddHours(3)));
        Assert.Equal(TicketStatus.Open, ticket.Status);
        Assert.Null(ticket.Answer(Helper, "Басқаша.", Hours, Morning.AddHours(5)).Error);
        Assert.Null(ticket.Answer(Helper, "Және тағы.", Hours, Morning.AddHours(6)).Error);
        Assert.Null(ticket.Close(Morning.AddHours(7)));
        Assert.IsType<StepNotAllowed>(ticket.Close(Morning.AddHours(7)));
        Assert.IsType<StepNotAllowed>(ticket.Answer(Helper, "Кеш.", Hours, Morning.AddHours(8)).Error);
        Assert.Equal(90, ticket.AnswerMinutes);
        Assert.Equal([1, 2, 3, 4, 5], ticket.Entries.Select(e => e.Number));
        Assert.Null(ticket.Reopen(Asker, "Қайта болды.", Morning.AddDays(1)));
    }

    [Fact]
    public void Nobody_answers_the_own_ticket() =>
        Assert.IsType<OwnTicket>(Asked().Answer(Asker, "Өзім таптым.", Hours, Morning).Error);

    [Theory]
    [InlineData("2026-02-10T10:00", "2026-02-10T10:00", 0)]
    [InlineData("2026-02-10T10:00", "2026-02-10T11:30", 90)]
    [InlineData("2026-02-10T08:00", "2026-02-10T09:00", 0)]
    [InlineData("2026-02-10T08:00", "2026-02-10T09:01", 1)]
    [InlineData("2026-02-10T17:59", "2026-02-10T20:00", 1)]
    [InlineData("2026-02-10T18:00", "2026-02-11T09:00", 0)]
    [InlineData("2026-02-10T17:00", "2026-02-11T10:00", 120)]
    [InlineData("2026-02-13T17:00", "2026-02-16T10:00", 120)]
    [InlineData("2026-02-14T10:00", "2026-02-15T10:00", 0)]
    [InlineData("2026-03-06T17:30", "2026-03-10T09:30", 60 + 540)]
    [InlineData("2026-03-20T17:30", "2026-03-24T09:30", 60)]
    public void Only_working_time_counts(string from, string to, int minutes) => Assert.Equal(minutes, Hours.MinutesBetween(At(from), At(to)));

    [Theory]
    [InlineData("Мой пароль: Qwerty12")]
    [InlineData("пароль - солнышко5")]
    [InlineData("логин 850101400011 пароль=tereze2026")]
    [InlineData("құпиясөзім: тереземалма")]
    [InlineData("Құпия сөз — Aбв123456")]
    [InlineData("купия соз: alma2026")]
    [InlineData("my password is sunshine")]
    [InlineData("пароль Qwerty12 не подходит")]
    public void A_password_is_noticed(string text) => Assert.True(PasswordInText.Seems(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Пароль не подходит, что делать?")]
    [InlineData("Құпиясөзімді ұмытып қалдым.")]
    [InlineData("I forgot my password.")]
    [InlineData("Пароль: ?")]
    [InlineData("После смены пароля система просит войти снова")]
    public void A_question_about_one_is_not_one(string? text) => Assert.False(PasswordInText.Seems(text));

    private static Ticket Asked() =>
        Ticket.Ask(Guid.CreateVersion7(), 1, new TicketAsker(Asker, "", "", "39", Language.Kk), TicketSubject.Login, "Кіре алмаймын.", Morning);

    private static DateTime At(string text) =>
        DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
