using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies;

/// <summary>Whom one may invite to answer a questionnaire.</summary>
[RequirePermission(Permission.ManageStudies)]
public sealed record GetInvitationFormQuery(Guid QuestionnaireId) : IQuery<InvitationForm>;

/// <summary>The form.</summary>
/// <param name="Groups">Groups of the programmes of the study in reach, the latest first.</param>
/// <param name="Districts">Districts whose schools may be chosen as a whole.</param>
/// <param name="Invited">People invited already.</param>
public sealed record InvitationForm(
    Guid StudyId, LocalizedText Study, Respondent Audience, QuestionnaireKind Kind, bool IsOpen, IReadOnlyList<InvitedGroup> Groups, IReadOnlyList<StudyChoice> Districts,
    int Invited);

/// <summary>A group whose people may be invited.</summary>
public sealed record InvitedGroup(Guid Id, string Code, LocalizedText Programme, DateOnly EndsOn, int People);

internal sealed class GetInvitationFormHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetInvitationFormQuery, Result<InvitationForm>>
{
    private const int MostGroups = 60;

    public async Task<Result<InvitationForm>> Handle(GetInvitationFormQuery request, CancellationToken cancellationToken)
    {
        var found = await (
            from questionnaire in db.QuestionnairesRunBy(user)
            where questionnaire.Id == request.QuestionnaireId
            join study in db.Studies on questionnaire.StudyId equals study.Id
            select new { study.Id, study.Title, study.Status, questionnaire.Audience, questionnaire.Kind })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        var groups = await (
            from studyGroup in db.InvitableGroups(user, found.Id)
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            orderby studyGroup.EndsOn descending, studyGroup.Code
            select new InvitedGroup(
                studyGroup.Id, studyGroup.Code, programme.Title, studyGroup.EndsOn,
                db.Enrolments.Count(e => e.GroupId == studyGroup.Id && Invitations.Took.Contains(e.Status))))
            .Take(MostGroups)
            .ToListAsync(cancellationToken);
        var districts = await db.InvitableDistricts(user).OrderBy(o => o.SortKey)
            .Select(o => new StudyChoice(o.Id, o.Name)).ToListAsync(cancellationToken);
        return new InvitationForm(
            found.Id, found.Title, found.Audience, found.Kind, found.Status == StudyStatus.Open, groups, districts,
            await db.StudyInvitations.CountAsync(i => i.QuestionnaireId == request.QuestionnaireId, cancellationToken));
    }
}

internal static class Invitations
{
    /// <summary>The states of an enrolment in which a person takes or took the course.</summary>
    public static readonly IReadOnlyList<EnrolmentStatus> Took =
        [EnrolmentStatus.Accepted, EnrolmentStatus.Recommended, EnrolmentStatus.NotRecommended, EnrolmentStatus.NotCompleted];

    /// <summary>The groups whose people may be invited: of the programmes of the study, or of any where it names none, in the branches in reach.</summary>
    public static IQueryable<StudyGroup> InvitableGroups(this IAppDbContext db, CurrentUser user, Guid studyId)
    {
        var programmes = db.Studies.Where(s => s.Id == studyId).SelectMany(s => s.Programmes).Select(p => p.ProgrammeId);
        return from studyGroup in db.Groups
               join branch in db.Organisations.Within(user.Scopes(Permission.ManageStudies)) on studyGroup.BranchId equals branch.Id
               join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
               where studyGroup.Status != GroupStatus.Cancelled && (!programmes.Any() || programmes.Contains(version.ProgrammeId))
               select studyGroup;
    }

    /// <summary>The districts whose teachers may be invited: those of the regions that the branches in reach serve.</summary>
    public static IQueryable<Organisation> InvitableDistricts(this IAppDbContext db, CurrentUser user)
    {
        var branches = db.Organisations.Within(user.Scopes(Permission.ManageStudies)).Select(b => b.Id);
        var regions = db.BranchRegions.Where(b => branches.Contains(b.BranchId)).Select(b => (Guid?)b.RegionId);
        return db.Organisations.Where(o => o.Kind == OrganisationKind.District && regions.Contains(o.ParentId));
    }
}
