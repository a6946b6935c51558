using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.HelpDesk;
using TeacherCpd.Domain.Library;

namespace TeacherCpd.Testing;

/// <summary>Sections and materials of the library, tickets of the help desk.</summary>
public sealed partial class TestData
{
    private int sections;
    private int tickets;

    /// <summary>A material in Kazakh and Russian with a link.</summary>
    public static LibraryWriting LibraryWriting(string kk = "Бөлшектерді салыстыру", string ru = "Сравнение дробей", string en = "") => new(
        LibraryType.LessonPlan, new LocalizedText(kk, ru, en), new LocalizedText("Шағын топпен сабақ жоспары.", "План урока в малых группах.", ""),
        kk.Length > 0, ru.Length > 0, en.Length > 0, "Математика", 5, 6, 2025, "Г. Әбенова", "№14 мектеп", "Ашық сабақ", "https://example.kz/lesson", null);

    /// <summary>A section; rights that are not named are everybody's.</summary>
    public async Task<LibrarySection> LibrarySectionAsync(
        LibrarySectionKind kind = LibrarySectionKind.Materials, params (LibraryRight Right, Role[] Roles)[] rights)
    {
        var place = ++sections;
        var section = LibrarySection.Open(Guid.CreateVersion7(), kind, place, new LibrarySectionWriting(
            Text("Бөлім"), Text("Не туралы"), rights.ToDictionary(r => r.Right, r => (IReadOnlyList<Role>)r.Roles)));
        await SaveAsync(section);
        return section;
    }

    /// <summary>A question to the help desk, just asked.</summary>
    public async Task<Ticket> TicketAsync(Person asker)
    {
        var number = 1000 + ++tickets;
        var ticket = Ticket.Ask(Guid.CreateVersion7(), number, new TicketAsker(asker.Id, "", "", "39", Language.Kk), TicketSubject.Login, "Кіре алмай жатырмын.", Now);
        await SaveAsync(ticket);
        return ticket;
    }
}
