using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies;

/// <summary>
/// Invites the people of groups and districts to answer a questionnaire: each once, with a row first and one mail. Who is invited already is
/// left out. Gives back how many were invited.
/// </summary>
/// <param name="QuestionnaireId">Questionnaire.</param>
/// <param name="Groups">Groups.</param>
/// <param name="Districts">Districts: those who teach at their schools and hold a role here.</param>
[RequirePermission(Permission.ManageStudies)]
public sealed record InviteToStudyCommand(Guid QuestionnaireId, IReadOnlyList<Guid> Groups, IReadOnlyList<Guid> Districts) : ICommand<int>;

internal sealed class InviteToStudyValidator : AbstractValidator<InviteToStudyCommand>
{
    public InviteToStudyValidator() => RuleFor(c => c.Groups).Must((c, groups) => groups.Count + c.Districts.Count > 0).WithErrorCode("required");
}

internal sealed class InviteToStudyHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<InviteToStudyCommand, Result<int>>
{
    public async Task<Result<int>> Handle(InviteToStudyCommand request, CancellationToken cancellationToken)
    {
        var questionnaire = await db.FindQuestionnaireAsync(user, request.QuestionnaireId, cancellationToken);
        if (questionnaire is null)
        {
            return new NotFound();
        }

        if (!await db.Studies.AnyAsync(s => s.Id == questionnaire.StudyId && s.Status == StudyStatus.Open, cancellationToken))
        {
            return new StudyNotOpen();
        }

        var people = new Dictionary<Guid, Guid?>();
        foreach (var person in await OfGroupsAsync(questionnaire.StudyId, request.Groups, cancellationToken))
        {
            people.TryAdd(person.PersonId, person.ProgrammeId);
        }

        foreach (var person in await OfDistrictsAsync(request.Districts, cancellationToken))
        {
            people.TryAdd(person, null);
        }

        var invited = (await db.StudyInvitations.Where(i => i.QuestionnaireId == questionnaire.Id).Select(i => i.PersonId).ToListAsync(cancellationToken)).ToHashSet();
        var fresh = people.Where(p => !invited.Contains(p.Key)).ToList();
        foreach (var (personId, programmeId) in fresh)
        {
            db.StudyInvitations.Add(new StudyInvitation
            {
                QuestionnaireId = questionnaire.Id,
                PersonId = personId,
                ProgrammeId = programmeId,
                InvitedOn = time.Today(),
            });
            db.StudyNotices.Add(new StudyNotice { QuestionnaireId = questionnaire.Id, PersonId = personId, Number = 0, WrittenAt = time.UtcNow() });
        }

        return fresh.Count;
    }

    private async Task<List<(Guid PersonId, Guid ProgrammeId)>> OfGroupsAsync(Guid studyId, IReadOnlyList<Guid> groups, CancellationToken cancellationToken)
    {
        var rows = await (
            from studyGroup in db.InvitableGroups(user, studyId)
            where groups.Contains(studyGroup.Id)
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            join enrolment in db.Enrolments on studyGroup.Id equals enrolment.GroupId
            where Invitations.Took.Contains(enrolment.Status)
            orderby studyGroup.EndsOn descending
            select new { enrolment.PersonId, version.ProgrammeId })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(r => (r.PersonId, r.ProgrammeId));
    }

#pragma warning disable CA1310 // asked of the database, which has no culture
    private Task<List<Guid>> OfDistrictsAsync(IReadOnlyList<Guid> districts, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var chosen = db.InvitableDistricts(user).Where(d => districts.Contains(d.Id));
        return (
            from person in db.Persons
            from work in person.Employments
            where work.From <= today && (work.To == null || work.To >= today)
            join school in db.Organisations on work.OrganisationId equals school.Id
            where chosen.Any(d => school.Path.StartsWith(d.Path))
            where person.Roles.Any()
            select person.Id)
            .Distinct()
            .ToListAsync(cancellationToken);
    }
#pragma warning restore CA1310
}
