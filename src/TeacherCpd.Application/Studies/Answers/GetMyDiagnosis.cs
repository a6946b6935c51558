using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies.Answers;

/// <summary>What the user's own answers to a needs diagnosis show, and the programmes that are proposed.</summary>
[SignedIn]
public sealed record GetMyDiagnosisQuery(Guid QuestionnaireId) : IQuery<MyDiagnosis>;

/// <summary>The own diagnosis.</summary>
/// <param name="Title">Title of the study.</param>
/// <param name="Lines">From where levels begin now; what was computed before stands.</param>
/// <param name="Levels">By competence, with what is proposed.</param>
public sealed record MyDiagnosis(LocalizedText Title, DateTime AnsweredAt, LevelLines Lines, IReadOnlyList<MyLevel> Levels);

/// <summary>The level of one competence.</summary>
/// <param name="Percent">Share of the points that could be reached.</param>
/// <param name="Programmes">Programmes that are proposed at this level: code and title.</param>
public sealed record MyLevel(Competence Competence, NeedLevel Level, int Percent, IReadOnlyList<ProposedProgramme> Programmes);

/// <summary>A programme that is proposed.</summary>
public sealed record ProposedProgramme(string Code, LocalizedText Title);

internal sealed class GetMyDiagnosisHandler(IAppDbContext db, CurrentUser user, StudyRules rules) : IRequestHandler<GetMyDiagnosisQuery, Result<MyDiagnosis>>
{
    public async Task<Result<MyDiagnosis>> Handle(GetMyDiagnosisQuery request, CancellationToken cancellationToken)
    {
        var diagnosis = await db.NeedsDiagnoses.AsNoTracking().Include(d => d.Levels)
            .SingleOrDefaultAsync(d => d.QuestionnaireId == request.QuestionnaireId && d.PersonId == user.Me, cancellationToken);
        if (diagnosis is null)
        {
            return new NotFound();
        }

        var title = await db.Questionnaires.Where(q => q.Id == request.QuestionnaireId)
            .Join(db.Studies, q => q.StudyId, s => s.Id, (q, s) => s.Title)
            .SingleAsync(cancellationToken);
        var proposed = await (
            from questionnaire in db.Questionnaires
            where questionnaire.Id == request.QuestionnaireId
            join study in db.Studies on questionnaire.StudyId equals study.Id
            from proposal in study.Proposals
            join programme in db.Programmes on proposal.ProgrammeId equals programme.Id
            orderby programme.Code
            select new { proposal.Competence, proposal.Level, programme.Code, programme.Title })
            .ToListAsync(cancellationToken);
        return new MyDiagnosis(
            title,
            diagnosis.AnsweredAt,
            rules.Levels,
            [.. diagnosis.Levels.OrderBy(l => l.Competence).Select(l => new MyLevel(
                l.Competence,
                l.Level,
                100 * l.Points / l.Most,
                [.. proposed.Where(p => (p.Competence, p.Level) == (l.Competence, l.Level)).Select(p => new ProposedProgramme(p.Code, p.Title))]))]);
    }
}
