using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies.Answers;

/// <summary>A questionnaire as it is answered.</summary>
/// <param name="StudyId">Study.</param>
/// <param name="Title">Title of the study.</param>
/// <param name="Audience">Whom it asks.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Number">Number of the version.</param>
/// <param name="Content">The questions.</param>
/// <param name="IsOpen">Whether it takes answers.</param>
/// <param name="IsPublished">Whether the results are published.</param>
/// <param name="Regions">Regions to choose from; empty where it is not asked.</param>
/// <param name="Programmes">Programmes to choose from; empty where it is not asked.</param>
public sealed record SurveyForm(
    Guid StudyId, LocalizedText Title, Respondent Audience, QuestionnaireKind Kind, int Number, QuestionnaireContent Content, bool IsOpen, bool IsPublished,
    IReadOnlyList<StudyChoice> Regions, IReadOnlyList<StudyChoice> Programmes);

/// <summary>What the handlers of answers share.</summary>
internal static class SurveyForms
{
    /// <summary>A frozen version of a questionnaire as it is answered; null where there is none. The newest where no number is said.</summary>
    public static async Task<SurveyForm?> FindFormAsync(
        this IAppDbContext db, IQueryable<Questionnaire> one, int? number, bool asksWhere, CancellationToken cancellationToken)
    {
        var found = await (
            from questionnaire in one
            join study in db.Studies on questionnaire.StudyId equals study.Id
            from version in questionnaire.Versions
            where version.FrozenAt != null && (number == null || version.Number == number)
            orderby version.Number descending
            select new { StudyId = study.Id, study.Title, study.Status, questionnaire.Audience, questionnaire.Kind, version.Number, version.Json })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var regions = asksWhere
            ? await db.Organisations.Where(o => o.Kind == OrganisationKind.Region).OrderBy(o => o.SortKey).Select(o => new StudyChoice(o.Id, o.Name)).ToListAsync(cancellationToken)
            : [];
        var programmes = asksWhere
            ? await (
                from study in db.Studies
                where study.Id == found.StudyId
                from of in study.Programmes
                join programme in db.Programmes on of.ProgrammeId equals programme.Id
                orderby programme.Code
                select new StudyChoice(programme.Id, programme.Title))
                .ToListAsync(cancellationToken)
            : [];
        return new SurveyForm(
            found.StudyId, found.Title, found.Audience, found.Kind, found.Number, QuestionnaireContent.Parse(found.Json),
            found.Status == StudyStatus.Open, found.Status == StudyStatus.Published, regions, programmes);
    }

    /// <summary>Keeps an anonymous answer: the marks on one sheet, own words apart from them and from each other.</summary>
    public static void Keep(this IAppDbContext db, AnswerSheet sheet, AnswerSet answers)
    {
        db.AnswerSheets.Add(sheet);

        // in an order of their own, so that the words of one person are not neighbours in any table
        db.OpenAnswers.AddRange(answers.Words
            .Select(w => new OpenAnswer { VersionId = sheet.VersionId, Question = w.Key, Words = w.Value })
            .OrderBy(w => w.Id));
    }

    /// <summary>The version of a questionnaire that a form was shown with, if the study is open.</summary>
    public static async Task<Result<(QuestionnaireVersion Version, Study Study)>> AnsweredVersionAsync(
        this IAppDbContext db, IQueryable<Questionnaire> one, int number, CancellationToken cancellationToken)
    {
        var found = await (
            from questionnaire in one
            join study in db.Studies.Include(s => s.Programmes) on questionnaire.StudyId equals study.Id
            from version in questionnaire.Versions
            where version.FrozenAt != null && version.Number == number
            select new { Version = version, Study = study })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? new NotFound()
            : found.Study.Status != StudyStatus.Open ? new StudyNotOpen()
            : (found.Version, found.Study);
    }
}
