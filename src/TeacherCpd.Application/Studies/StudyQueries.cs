using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies;

/// <summary>Which studies somebody may run or see.</summary>
internal static class StudyQueries
{
    /// <summary>The studies that a user runs: those of the organisations over which the permission reaches.</summary>
    public static IQueryable<Study> StudiesRunBy(this IAppDbContext db, CurrentUser user) =>
        from study in db.Studies
        join organisation in db.Organisations.Within(user.Scopes(Permission.ManageStudies)) on study.OrganisationId equals organisation.Id
        select study;

    /// <summary>The questionnaires of those studies.</summary>
    public static IQueryable<Questionnaire> QuestionnairesRunBy(this IAppDbContext db, CurrentUser user) =>
        from questionnaire in db.Questionnaires
        join study in db.StudiesRunBy(user) on questionnaire.StudyId equals study.Id
        select questionnaire;

    /// <summary>The studies in the register for somebody: what they run or oversee, and what is published.</summary>
    public static IQueryable<Study> StudiesSeenBy(this IAppDbContext db, CurrentUser user)
    {
        var scopes = user.Scopes(Permission.SeeStudies).Union(user.Scopes(Permission.ManageStudies)).ToList();
        var organisations = db.Organisations.Within(scopes).Select(o => o.Id);
        return db.Studies.Where(s => s.Status == StudyStatus.Published || organisations.Contains(s.OrganisationId));
    }

    /// <summary>A questionnaire with its versions, in its turn, to be changed by whoever runs its study.</summary>
    public static async Task<Questionnaire?> FindQuestionnaireAsync(this IAppDbContext db, CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(FormattableString.Invariant($"questionnaire/{id}"), cancellationToken);
        return await db.QuestionnairesRunBy(user).Include(q => q.Versions).SingleOrDefaultAsync(q => q.Id == id, cancellationToken);
    }
}
