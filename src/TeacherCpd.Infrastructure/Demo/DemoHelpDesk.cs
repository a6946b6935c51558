using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.HelpDesk;
using TeacherCpd.Infrastructure.Persistence;
using static TeacherCpd.Infrastructure.Demo.DemoWorld;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>Prepared answers and a few tickets: answered, waiting, asked again, closed, one of a visitor.</summary>
internal sealed class DemoHelpDesk(AppDbContext db, DemoWorld world)
{
    private static readonly WorkingHours Hours = new(new TimeOnly(9, 0), new TimeOnly(18, 0), Clock.Zone);

    /// <summary>Adds them.</summary>
    public async Task AddAsync(CancellationToken cancellationToken)
    {
        Canned(TicketSubject.Password, new("Құпиясөзді қалпына келтіру", "Восстановление пароля", "A new password"),
            new("Сәлеметсіз бе! Мектебіңіздің әкімшісіне өтініңіз: ол кім екеніңізді тексеріп, уақытша құпиясөз береді. Бірінші кіргенде өз құпиясөзіңізді таңдайсыз.",
                "Здравствуйте! Обратитесь к администратору вашей организации: он проверит, кто вы, и даст временный пароль. При первом входе вы выберете свой.",
                "Hello! Ask the administrator of your organisation: after checking who you are, they give a temporary password. You choose your own when you first sign in."));
        Canned(TicketSubject.Login, new("ЖСН қабылданбайды", "Не принимается ИИН", "The IIN is not accepted"),
            new("Сәлеметсіз бе! ЖСН 12 цифрдан тұрады, бос орынсыз жазылады. Тіркелмеген болсаңыз, алдымен «Тіркелу» бетін ашыңыз.",
                "Здравствуйте! ИИН состоит из 12 цифр и пишется без пробелов. Если вы ещё не регистрировались, сначала откройте страницу «Регистрация».",
                "Hello! The IIN has 12 digits and is written without spaces. Where you have not registered, open the page “Register” first."));
        Canned(TicketSubject.Account, new("Жұмыс орны өзгерді", "Сменилось место работы", "Another workplace"),
            new("Сәлеметсіз бе! Жұмыс орныңызды жаңа мектептің үйлестірушісі енгізеді. Аты-жөніңізді қызметтік хатпен растаңыз.",
                "Здравствуйте! Новое место работы вносит координатор новой школы. Подтвердите свои данные служебным письмом.",
                "Hello! The coordinator of the new school enters your workplace. Confirm your data by an official letter."));

        var (teacher, second) = (world.Of(DemoAccounts.Teacher), world.Of(DemoAccounts.SecondTeacher));
        var region = world.SchoolOf(teacher) is { } school ? world.RegionOf(school).Code : "";
        var own = new TicketAsker(teacher.Id, "", "", region, Language.Kk);
        var others = new TicketAsker(second.Id, "", "", world.SchoolOf(second) is { } place ? world.RegionOf(place).Code : "", Language.Ru);
        var helper = world.Of(DemoAccounts.Coordinator).Id;

        var answered = await AskAsync(own, TicketSubject.Account, "Тегім некеден кейін өзгерді, сертификатта ескі тегім тұр. Қалай түзетемін?", 9, cancellationToken);
        Answer(answered, helper, "Сәлеметсіз бе! Жеке куәліктің көшірмесін мектеп үйлестірушісіне беріңіз: тегіңіз өзгергенде сертификатты ауыстыруға болады.", 8);

        var again = await AskAsync(others, TicketSubject.Login, "После смены телефона страница входа просит выйти и войти снова.", 5, cancellationToken);
        Answer(again, helper, "Здравствуйте! Очистите данные сайта в браузере и войдите ещё раз.", 4.5);
        Ok(again.Reopen(second.Id, "Очистила, но на телефоне ничего не изменилось.", world.Ago(2)));

        var closed = await AskAsync(others, TicketSubject.Other, "Можно ли сдать портфолио в формате ODT?", 40, cancellationToken);
        Answer(closed, helper, "Да, принимаются DOCX, PDF, ODT и TXT.", 39);
        Ok(closed.Close(world.Ago(38)));

        await AskAsync(own, TicketSubject.Other, "Курс кестесіндегі уақыт Алматы уақыты ма?", 1, cancellationToken);
        await AskAsync(new TicketAsker(null, "Айнұр", "ainur@example.kz", "", Language.Kk), TicketSubject.Password, "Құпиясөзімді ұмытып қалдым, кіре алмай жатырмын.", 0.5, cancellationToken);
    }

    private void Canned(TicketSubject subject, LocalizedText title, LocalizedText text)
    {
        var answer = new CannedAnswer();
        answer.Write(subject, title, text, isOffered: true);
        db.Add(answer);
    }

    private async Task<Ticket> AskAsync(TicketAsker asker, TicketSubject subject, string words, double daysAgo, CancellationToken cancellationToken)
    {
        var number = await db.NextNumberAsync(Ticket.Series, cancellationToken);
        var ticket = Ticket.Ask(Guid.CreateVersion7(), number, asker, subject, words, world.Ago(daysAgo));
        db.Add(ticket);
        return ticket;
    }

    private void Answer(Ticket ticket, Guid helperId, string words, double daysAgo)
    {
        var at = world.Ago(daysAgo);
        Ok(ticket.Answer(helperId, words, Hours, at > ticket.AskedAt ? at : ticket.AskedAt.AddHours(2)).Error);
    }
}
