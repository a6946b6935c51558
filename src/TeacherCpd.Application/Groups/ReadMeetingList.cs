using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>
/// Reads the list of attendance that a program for meetings exported, and proposes marks for the people of a session. Nothing is written: the roster
/// shows the proposal, and whoever takes attendance saves what they looked at.
/// </summary>
/// <param name="SessionId">Session.</param>
/// <param name="Content">The upload; seekable, left open.</param>
/// <param name="FileName">Name as the browser sent it; empty when no file was chosen.</param>
[RequirePermission(Permission.TakeAttendance)]
public sealed record ReadMeetingListQuery(Guid SessionId, Stream Content, string FileName) : IQuery<MeetingProposal>;

/// <summary>What a list proposes.</summary>
/// <param name="Minutes">Minutes of the session.</param>
/// <param name="People">Everybody of the roster but those whom an ambiguous row may mean.</param>
/// <param name="Left">Rows that nobody could be found for, or more than one.</param>
public sealed record MeetingProposal(int Minutes, IReadOnlyList<MeetingPerson> People, IReadOnlyList<MeetingLeft> Left);

/// <summary>What is proposed for somebody.</summary>
/// <param name="Minutes">Minutes in the meeting within the session.</param>
/// <param name="IsMarked">Whether there is a mark already, set by somebody or by code: it stays unless chosen otherwise.</param>
public sealed record MeetingPerson(Guid EnrolmentId, int Minutes, Presence Presence, bool IsMarked);

/// <summary>A name of the list that is left to whoever takes attendance.</summary>
/// <param name="Row">Number of the first row with it, from 1.</param>
/// <param name="Name">Name as the list has it.</param>
/// <param name="Minutes">Minutes in the meeting within the session.</param>
/// <param name="Candidates">People of the roster who may be meant; empty where nobody was found.</param>
public sealed record MeetingLeft(int Row, string Name, int Minutes, IReadOnlyList<string> Candidates);

internal sealed class ReadMeetingListValidator : AbstractValidator<ReadMeetingListQuery>
{
    public ReadMeetingListValidator() =>
        RuleFor(q => q.FileName).NotEmpty().OverridePropertyName(UploadReader.FileField).WithErrorCode("file_missing");
}

internal sealed class ReadMeetingListHandler(IAppDbContext db, CurrentUser user, IListFileReader reader, MeetingRules rules, TimeProvider time)
    : IRequestHandler<ReadMeetingListQuery, Result<MeetingProposal>>
{
    public async Task<Result<MeetingProposal>> Handle(ReadMeetingListQuery request, CancellationToken cancellationToken)
    {
        var session = await db.AttendedSessionAsync(user, request.SessionId, cancellationToken);
        if (session is null)
        {
            return new NotFound();
        }

        var table = reader.ReadInTime(request.Content, request.FileName, time, cancellationToken);
        var list = table.Error is { } refused ? refused : MeetingList.Of(table.Value, Clock.LocalOf(session.Begins));
        if (list.Error is { } wrong)
        {
            return UploadReader.AtField(wrong);
        }

        var people = await (
            from enrolment in db.Enrolments.WithPlace()
            where enrolment.GroupId == session.GroupId
            join person in db.Persons on enrolment.PersonId equals person.Id
            orderby person.SortKey, person.Id
            select new MeetingCandidate(
                enrolment.Id,
                person.Iin,
                person.Email ?? "",
                person.FamilyName,
                person.GivenName,
                person.Patronymic ?? "",
                db.AttendanceMarks.Any(m => m.SessionId == session.Id && m.EnrolmentId == enrolment.Id)))
            .ToListAsync(cancellationToken);
        var length = (int)(session.Ends - session.Begins).TotalMinutes;
        var found = list.Value.Select(line => (Line: line, People: MeetingMatch.Find(line, people))).ToList();
        var unclear = found.Where(f => f.People.Count > 1).SelectMany(f => f.People).Select(p => p.EnrolmentId).ToHashSet();
        var stays = found.Where(f => f.People.Count == 1).ToLookup(f => f.People[0].EnrolmentId, f => f.Line.Stay);
        return new MeetingProposal(
            length,
            [
                .. people
                    .Where(p => stays.Contains(p.EnrolmentId) || !unclear.Contains(p.EnrolmentId))
                    .Select(p => (Person: p, Minutes: MeetingTime.Minutes(stays[p.EnrolmentId], session.Begins, session.Ends)))
                    .Select(p => new MeetingPerson(p.Person.EnrolmentId, p.Minutes, rules.Propose(p.Minutes, length), p.Person.IsMarked)),
            ],
            [
                .. found
                    .Where(f => f.People.Count != 1)
                    .GroupBy(f => (f.Line.Name, f.Line.Email))
                    .Select(g => new MeetingLeft(
                        g.Min(f => f.Line.Row),
                        g.Key.Name,
                        MeetingTime.Minutes(g.Select(f => f.Line.Stay), session.Begins, session.Ends),
                        [.. g.First().People.Select(p => $"{p.FamilyName} {p.GivenName}")]))
                    .OrderBy(l => l.Row),
            ]);
    }
}
