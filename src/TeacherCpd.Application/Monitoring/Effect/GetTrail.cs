using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring.Effect;

/// <summary>
/// The way from one course of a person to the next category: for the person, and for whoever sees the training of the school from which the
/// person came.
/// </summary>
[SignedIn]
public sealed record GetTrailQuery(Guid EnrolmentId) : IQuery<Trail>;

/// <summary>The way from a course to the next category.</summary>
/// <param name="IsMine">Whether it is the reader's own.</param>
/// <param name="Person">Whose.</param>
/// <param name="Programme">Course.</param>
/// <param name="Status">How the course ended.</param>
/// <param name="CategoryBefore">Category on the first day of the course; null where none was recorded.</param>
/// <param name="Serial">Number of the certificate in force; null where there is none.</param>
/// <param name="Contacts">Contacts of the year after, by their days.</param>
/// <param name="Shown">What was added to the certificate.</param>
/// <param name="DaysInTime">Days after its own within which a contact counts as given in time.</param>
/// <param name="Next">The first category that a commission gave after the course; null where none yet.</param>
public sealed record Trail(
    bool IsMine,
    string Person,
    LocalizedText Programme,
    DateOnly StartsOn,
    DateOnly EndsOn,
    EnrolmentStatus Status,
    string? CategoryBefore,
    string? Serial,
    IReadOnlyList<TrailContact> Contacts,
    IReadOnlyList<TrailEvidence> Shown,
    int DaysInTime,
    TrailCategory? Next);

/// <summary>A contact of the year after.</summary>
/// <param name="DaysLate">Days after its own on which it took place; null where it did not.</param>
/// <param name="Levels">Levels of the lesson that was seen; empty where none was.</param>
/// <param name="Learners">What the learners reached; nobody where nothing was measured.</param>
public sealed record TrailContact(ContactKind Kind, DateOnly DueOn, int? DaysLate, IReadOnlyList<(LessonParameter Parameter, LessonLevel Level)> Levels, LearnerFigures Learners);

/// <summary>Something that was added to the certificate.</summary>
public sealed record TrailEvidence(EndorsementKind Kind, DateOnly ObservedOn);

/// <summary>A category.</summary>
/// <param name="Code">Category.</param>
/// <param name="On">When it was given.</param>
/// <param name="Ground">Protocol or order.</param>
public sealed record TrailCategory(string Code, DateOnly On, string Ground);

internal sealed class GetTrailHandler(IAppDbContext db, CurrentUser user, EscalationTerm term) : IRequestHandler<GetTrailQuery, Result<Trail>>
{
    public async Task<Result<Trail>> Handle(GetTrailQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var everywhere = user.CanEverywhere(Permission.SeeTraining);
        var schools = db.Organisations.Within(user.Scopes(Permission.SeeTraining)).Select(o => (Guid?)o.Id);
        var course = await (
            from enrolment in db.Enrolments
            where enrolment.Id == request.EnrolmentId && (enrolment.PersonId == me || everywhere || schools.Contains(enrolment.SchoolId))
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            join person in db.Persons on enrolment.PersonId equals person.Id
            select new
            {
                enrolment.PersonId,
                Name = person.FamilyName + " " + person.GivenName,
                programme.Title,
                studyGroup.StartsOn,
                studyGroup.EndsOn,
                enrolment.Status,
                Serial = db.Certificates
                    .Where(c => c.EnrolmentId == enrolment.Id && c.Kind == CertificateKind.Course && c.Status == CertificateStatus.Valid)
                    .Select(c => c.Serial).FirstOrDefault(),
            }).SingleOrDefaultAsync(cancellationToken);
        if (course is null)
        {
            return new NotFound();
        }

        var contacts = await db.SupportContacts.AsNoTracking().Where(c => c.EnrolmentId == request.EnrolmentId).OrderBy(c => c.DueOn).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        var ids = contacts.ConvertAll(c => c.Id);
        var marks = (await (
            from lesson in db.SupportLessons
            where lesson.Status != LessonStatus.Draft && ids.Contains(lesson.ContactId)
            from mark in lesson.Marks
            where mark.Level != null
            select new { lesson.ContactId, mark.Parameter, Level = mark.Level!.Value }).ToListAsync(cancellationToken))
            .ToLookup(m => m.ContactId, m => (m.Parameter, m.Level));
        var learners = (await db.ClassResults.Where(r => ids.Contains(r.ContactId)).Select(r => new { r.ContactId, r.Figures }).ToListAsync(cancellationToken))
            .ToLookup(r => r.ContactId, r => r.Figures);
        var shown = await db.CertificateEndorsements
            .Where(e => ids.Contains(e.ContactId))
            .OrderBy(e => e.ObservedOn)
            .Select(e => new TrailEvidence(e.Kind, e.ObservedOn))
            .ToListAsync(cancellationToken);
        var categories = await db.CategoryRecords.AsNoTracking()
            .Where(r => r.PersonId == course.PersonId && r.AnnulledAt == null)
            .OrderBy(r => r.GrantedOn)
            .ToListAsync(cancellationToken);
        var next = categories.Find(r => r.Basis == CategoryBasis.Commission && r.GrantedOn >= course.EndsOn);
        return new Trail(
            course.PersonId == me,
            course.Name,
            course.Title,
            course.StartsOn,
            course.EndsOn,
            course.Status,
            categories.FindLast(r => r.GrantedOn < course.EndsOn)?.Category,
            course.Serial,
            [
                .. contacts.Select(c => new TrailContact(
                    c.Kind, c.DueOn, c.DaysLate, [.. marks[c.Id].OrderBy(m => m.Parameter)], learners[c.Id].Aggregate(LearnerFigures.None, (sum, f) => sum + f))),
            ],
            shown,
            term.Days,
            next is null ? null : new TrailCategory(next.Category, next.GrantedOn, next.Ground));
    }
}
