using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Certificates;

/// <summary>Issues what an enrolment in a course leads to.</summary>
internal static class IssueCourseCertificate
{
    /// <summary>Issues the certificate of a course with the facts as they stand.</summary>
    public static Task<Guid> IssueCertificateAsync(this IAppDbContext db, Enrolment enrolment, DateOnly today, CancellationToken cancellationToken) =>
        db.IssueForEnrolmentAsync(CertificateKind.Course, enrolment, today, cancellationToken);

    /// <summary>Issues a certificate or a reference of a kind that rests on an enrolment.</summary>
    public static async Task<Guid> IssueForEnrolmentAsync(
        this IAppDbContext db, CertificateKind kind, Enrolment enrolment, DateOnly today, CancellationToken cancellationToken)
    {
        var holder = await db.Persons.SingleAsync(p => p.Id == enrolment.PersonId, cancellationToken);
        var facts = await (
            from studyGroup in db.Groups
            where studyGroup.Id == enrolment.GroupId
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            join branch in db.Organisations on studyGroup.BranchId equals branch.Id

            // a branch issues in the name of its centre; a centre may run groups itself
            join centre in db.Organisations
                on branch.Kind == OrganisationKind.Branch ? branch.ParentId : branch.Id equals (Guid?)centre.Id
            select new
            {
                VersionId = version.Id,
                version.Number,
                version.Hours,
                programme.Title,
                programme.Code,
                studyGroup.BranchId,
                studyGroup.StartsOn,
                studyGroup.EndsOn,
                studyGroup.ClosedAt,
                Issuer = centre.Name,
            }).SingleAsync(cancellationToken);

        // the year of support begins when the group is closed and ends with its last contact
        var year = kind == CertificateKind.PostCourse ? await YearAsync(db, enrolment.Id, cancellationToken) : null;
        return await db.IssueAsync(
            new CertificateToIssue
            {
                Kind = kind,
                SubjectId = enrolment.Id,
                EnrolmentId = enrolment.Id,
                PersonId = holder.Id,
                OrganisationId = facts.BranchId,
                HolderName = holder.FullName,
                Title = facts.Title,
                Issuer = facts.Issuer,
                ProgrammeVersionId = facts.VersionId,
                ProgrammeCode = facts.Code,
                ProgrammeVersionNumber = facts.Number,
                Hours = kind == CertificateKind.PostCourse ? null : facts.Hours,
                StartedOn = year is null ? facts.StartsOn : facts.ClosedAt is { } closed ? Clock.DayOf(closed) : facts.EndsOn,
                EndedOn = year ?? facts.EndsOn,
                Appendix = kind == CertificateKind.PostCourse ? null : await AppendixAsync(db, kind, enrolment, facts.VersionId, cancellationToken),
            },
            today,
            cancellationToken);
    }

    private static async Task<DateOnly?> YearAsync(IAppDbContext db, Guid enrolmentId, CancellationToken cancellationToken)
    {
        var last = await db.SupportContacts.Where(c => c.EnrolmentId == enrolmentId).MaxAsync(c => c.DoneAt, cancellationToken);
        return last is { } at ? Clock.DayOf(at) : null;
    }

    private static async Task<CertificateAppendix> AppendixAsync(
        IAppDbContext db, CertificateKind kind, Enrolment enrolment, Guid versionId, CancellationToken cancellationToken)
    {
        var modules = await db.ProgrammeVersions
            .Where(v => v.Id == versionId)
            .SelectMany(v => v.Modules)
            .OrderBy(m => m.Order)
            .Select(m => new AppendixModule(m.Title, m.Hours))
            .ToListAsync(cancellationToken);
        if (kind == CertificateKind.Attendance)
        {
            // a reference says who was there, and nothing of an assessment that was not passed
            var share = (await db.SharesAsync([enrolment.Id], cancellationToken))[enrolment.Id];
            return new CertificateAppendix(modules, [], null, share.Held > 0 ? share.Attended : null, share.Held > 0 ? share.Held : null);
        }

        var (grade, competences) = await MarksAsync(db, enrolment.Id, cancellationToken);
        return new CertificateAppendix(modules, competences, grade?.ToString());
    }

    // of the sheets that were signed, those of this command too: they are tracked and not saved yet
    private static async Task<(Grade? Grade, IReadOnlyList<AppendixCompetence> Competences)> MarksAsync(
        IAppDbContext db, Guid enrolmentId, CancellationToken cancellationToken)
    {
        var grading = await db.Gradings
            .Where(g => db.Portfolios.Any(p => p.EnrolmentId == enrolmentId && p.Versions.Any(v => v.Id == g.PortfolioVersionId)))
            .OrderByDescending(g => g.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (grading?.Grade is not { } grade)
        {
            return (null, []);
        }

        var sheets = await db.RubricSheets
            .Include(s => s.Marks)
            .Where(s => s.PortfolioVersionId == grading.PortfolioVersionId)
            .ToListAsync(cancellationToken);

        // who is recommended after an appeal was signed is so because of it
        var signed = sheets.FindAll(s => s.SignedAt is not null && s.ReturnedAt is null && s.Role != SheetRole.Feedback);
        var levels = Grading.Levels(signed, signed.Exists(s => s.Role == SheetRole.Appeal));
        var criteria = await db.Rubrics
            .Where(r => r.Id == grading.RubricId)
            .SelectMany(r => r.Criteria)
            .OrderBy(c => c.Order)
            .Select(c => new { c.Id, c.Title })
            .ToListAsync(cancellationToken);
        return (grade, [.. criteria.Select(c => new AppendixCompetence(c.Title, levels.TryGetValue(c.Id, out var level) ? level.ToString() : null))]);
    }
}
