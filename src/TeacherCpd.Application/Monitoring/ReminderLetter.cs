using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>What a reminder says: the mail that goes out, and the preview of it.</summary>
internal sealed record ReminderLetter(
    Guid ReminderId,
    Guid RecipientId,
    ReminderKind Kind,
    Guid ContactId,
    ContactKind Contact,
    DateOnly DueOn,
    Language Language,
    string? Email,
    string GivenName,
    bool ToTeacher,
    bool ToTrainer,
    string Participant,
    string Trainer)
{
    /// <summary>Whether its reader may do without it: the teacher without what comes before and on the day.</summary>
    public bool MayBeLeft => ToTeacher && Kind is ReminderKind.Before or ReminderKind.OnDay;

    private string ContactName => TextCatalogue.Get(Language, $"enum.{nameof(ContactKind)}.{Contact}");

    // a coordinator reads who is late with whom
    private string Other => ToTeacher ? Trainer : ToTrainer ? Participant : $"{Participant} · {Trainer}";

    private string Page => ToTeacher ? $"my/support#{ContactId}" : ToTrainer ? $"support/{ContactId}" : $"support/overdue#{ContactId}";

    /// <summary>The letter of one reminder.</summary>
    /// <param name="site">Where it leads to.</param>
    /// <param name="leave">Where its reader does without more; null in a preview, which others read too.</param>
    public MailMessage Alone(ReminderSite site, Uri? leave) => new(
        Email!,
        TextCatalogue.Get(Language, $"reminder.{Kind}.subject", ContactName, DueOn),
        TextCatalogue.Get(Language, $"reminder.{(ToTeacher ? "teacher" : ToTrainer ? "trainer" : "coordinator")}.text", GivenName, ContactName, DueOn, Other)
            + Footer(Language, site, leave),
        IdOf(site),
        Link: new Uri(site.Address, Page),
        Leave: leave);

    /// <summary>One letter for all that is due to a person, which are at least two.</summary>
    public static MailMessage Together(IReadOnlyList<ReminderLetter> letters, ReminderSite site, Uri? leave)
    {
        var first = letters[0];
        var lines = letters
            .OrderBy(l => l.DueOn)
            .Select(l => $"{TextCatalogue.Get(l.Language, "reminder.digest.line", l.ContactName, l.DueOn, l.Other)}{Environment.NewLine}  {new Uri(site.Address, l.Page)}");
        return new MailMessage(
            first.Email!,
            TextCatalogue.Get(first.Language, "reminder.digest.subject", letters.Count),
            TextCatalogue.Get(first.Language, "reminder.digest.text", first.GivenName)
                + Environment.NewLine + Environment.NewLine + string.Join(Environment.NewLine, lines)
                + Footer(first.Language, site, leave),
            first.IdOf(site),
            Link: new Uri(site.Address, "my/reminders"),
            Leave: leave);
    }

    private static string Footer(Language language, ReminderSite site, Uri? leave) =>
        Environment.NewLine + Environment.NewLine + TextCatalogue.Get(language, "reminder.choose", new Uri(site.Address, "my/reminders"))
        + (leave is null ? "" : Environment.NewLine + TextCatalogue.Get(language, "reminder.leave", leave));

    private string IdOf(ReminderSite site) => string.Create(CultureInfo.InvariantCulture, $"reminder-{ReminderId:N}@{site.MailDomain}");
}

internal static class ReminderLetters
{
    /// <summary>The letters of reminders.</summary>
    public static IQueryable<ReminderLetter> LettersOf(this IAppDbContext db, IQueryable<Reminder> reminders) =>
        from reminder in reminders
        join contact in db.SupportContacts on reminder.ContactId equals contact.Id
        join recipient in db.Persons on reminder.RecipientId equals recipient.Id
        join participant in db.Persons on contact.PersonId equals participant.Id
        join trainer in db.Persons on contact.TrainerId equals trainer.Id
        select new ReminderLetter(
            reminder.Id,
            reminder.RecipientId,
            reminder.Kind,
            contact.Id,
            contact.Kind,
            contact.DueOn,
            recipient.Language,
            recipient.Email,
            recipient.GivenName,
            recipient.Id == participant.Id,
            recipient.Id == trainer.Id,
            participant.FamilyName + " " + participant.GivenName,
            trainer.FamilyName + " " + trainer.GivenName);
}
