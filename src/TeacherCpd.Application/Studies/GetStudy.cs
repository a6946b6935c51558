using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies;

/// <summary>A study of the register with its questionnaires, for whoever runs or oversees it.</summary>
[SignedIn]
public sealed record GetStudyQuery(Guid StudyId) : IQuery<StudyView>;

/// <summary>A study.</summary>
/// <param name="Organisation">Who runs it.</param>
/// <param name="Content">What is written about it.</param>
/// <param name="Programmes">Programmes that it concerns, by name.</param>
/// <param name="MayRun">Whether the user runs it.</param>
public sealed record StudyView(
    Guid Id, LocalizedText Organisation, StudyContent Content, StudyStatus Status, DateTime? OpenedAt, DateTime? ClosedAt, DateTime? PublishedAt,
    IReadOnlyList<StudyChoice> Programmes, IReadOnlyList<QuestionnaireLine> Questionnaires, bool MayRun);

/// <summary>A questionnaire of a study.</summary>
/// <param name="Token">Of the open address; null for whoever does not run the study.</param>
/// <param name="Current">Number of the version that takes answers.</param>
/// <param name="Draft">Number of the version that is written.</param>
/// <param name="Questions">Questions of the newest version.</param>
/// <param name="Invited">People invited.</param>
/// <param name="InvitedAnswered">Those of them who answered.</param>
/// <param name="ByLink">Answers by the open address.</param>
public sealed record QuestionnaireLine(
    Guid Id, Respondent Audience, QuestionnaireKind Kind, string? Token, int? Current, int? Draft, int Questions, int Invited, int InvitedAnswered, int ByLink);

internal sealed class GetStudyHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetStudyQuery, Result<StudyView>>
{
    public async Task<Result<StudyView>> Handle(GetStudyQuery request, CancellationToken cancellationToken)
    {
        var found = await (
            from study in db.Studies.Include(s => s.Programmes)
            where study.Id == request.StudyId
            join organisation in db.Organisations on study.OrganisationId equals organisation.Id
            select new { Study = study, organisation.Name, organisation.Path })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || !(user.Covers(Permission.ManageStudies, found.Path) || user.Covers(Permission.SeeStudies, found.Path)))
        {
            return new NotFound();
        }

        var mayRun = user.Covers(Permission.ManageStudies, found.Path);
        var programmeIds = found.Study.Programmes.Select(p => p.ProgrammeId).ToList();
        var programmes = await db.Programmes.Where(p => programmeIds.Contains(p.Id)).OrderBy(p => p.Code).Select(p => new StudyChoice(p.Id, p.Title)).ToListAsync(cancellationToken);
        var questionnaires = await db.Questionnaires.Where(q => q.StudyId == request.StudyId).Include(q => q.Versions).AsNoTracking().ToListAsync(cancellationToken);
        var ids = questionnaires.ConvertAll(q => q.Id);
        var invited = await db.StudyInvitations.Where(i => ids.Contains(i.QuestionnaireId))
            .GroupBy(i => new { i.QuestionnaireId, i.IsAnswered })
            .Select(g => new { g.Key.QuestionnaireId, g.Key.IsAnswered, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var versions = questionnaires.SelectMany(q => q.Versions).Select(v => v.Id).ToList();
        var byLink = await db.AnswerSheets.Where(s => versions.Contains(s.VersionId) && s.IsByLink)
            .GroupBy(s => s.VersionId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return new StudyView(
            found.Study.Id,
            found.Name,
            new StudyContent(
                found.Study.Kind, found.Study.Title, found.Study.HasEnglish, found.Study.StartsOn, found.Study.EndsOn, found.Study.Methods, found.Study.Protocol, programmeIds),
            found.Study.Status,
            found.Study.OpenedAt,
            found.Study.ClosedAt,
            found.Study.PublishedAt,
            programmes,
            [.. questionnaires.OrderBy(q => q.Kind).ThenBy(q => q.Audience).Select(q => new QuestionnaireLine(
                q.Id,
                q.Audience,
                q.Kind,
                mayRun && q.Kind == QuestionnaireKind.Survey ? q.Token : null,
                q.Current?.Number,
                q.Draft?.Number,
                (q.Draft ?? q.Current)!.Content.Questions.Count,
                invited.Where(i => i.QuestionnaireId == q.Id).Sum(i => i.Count),
                invited.Where(i => i.QuestionnaireId == q.Id && i.IsAnswered).Sum(i => i.Count),
                q.Versions.Sum(v => byLink.GetValueOrDefault(v.Id))))],
            mayRun);
    }
}
