using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups;

/// <summary>Somebody's sessions for a calendar programme (RFC 5545), in the language in which the person is written to.</summary>
public sealed class CalendarModel(ReminderSite site) : AppPage
{
    private CalendarOfPerson? calendar;

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        if (calendar is null)
        {
            return answer;
        }

        Response.Headers.CacheControl = "private, no-store";
        return Content(new CalendarSerializer().SerializeToString(Write(calendar))!, "text/calendar; charset=utf-8");
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCalendarFeedQuery(Token), found => calendar = found);

    private Calendar Write(CalendarOfPerson person)
    {
        var calendar = new Calendar { ProductId = "-//TeacherCpd//Calendar//EN" };
        foreach (var session in person.Sessions)
        {
            var where = session.Kind == PhaseKind.SchoolPractice
                ? TextCatalogue.Get(person.Language, "calendar.own_school")
                : string.Join(", ", new[] { session.Branch.In(person.Language), session.Venue, session.Room }.Where(p => !string.IsNullOrEmpty(p)).Distinct());
            var entry = new CalendarEvent
            {
                Uid = $"{session.Id}@teachercpd",
                Sequence = session.Revision,
                Summary = $"{session.Title.In(person.Language)} ({session.GroupCode})",
                Description = TextCatalogue.Get(person.Language, $"enum.{nameof(PhaseKind)}.{session.Kind}"),
                Location = session.Link ?? where,
                Start = new CalDateTime(session.Begins, "UTC"),
                End = new CalDateTime(session.Ends, "UTC"),
            };
            if (session.Link is { } link)
            {
                entry.Url = new Uri(link);
            }

            calendar.Events.Add(entry);
        }

        foreach (var contact in person.Contacts)
        {
            var kind = TextCatalogue.Get(person.Language, $"enum.{nameof(ContactKind)}.{contact.Kind}");
            calendar.Events.Add(new CalendarEvent
            {
                Uid = $"{contact.Id}@teachercpd",
                Sequence = contact.Revision,
                Summary = $"{kind}: {contact.Other}",
                Start = new CalDateTime(contact.DueOn),
                End = new CalDateTime(contact.DueOn.AddDays(1)),
                Url = new Uri(site.Address, contact.Path),
            });
        }

        return calendar;
    }
}
