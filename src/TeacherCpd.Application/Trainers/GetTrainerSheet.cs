using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>An own sheet with the report beside it. Names of the trainer are hidden in the text.</summary>
[RequirePermission(Permission.AssessTrainers)]
public sealed record GetTrainerSheetQuery(Guid SheetId) : IQuery<TrainerSheetView>;

/// <summary>A sheet to fill in.</summary>
/// <param name="NewPractice">What was practised since an earlier refusal; null where nothing is asked.</param>
/// <param name="Check">State of the originality check.</param>
/// <param name="Passages">Shared passages, the longest first.</param>
/// <param name="Text">The report, names hidden.</param>
public sealed record TrainerSheetView(
    Guid Id,
    string Number,
    string Code,
    LocalizedText Title,
    bool IsCarriedOver,
    string? NewPractice,
    CheckStatus Check,
    int? SimilarityPermille,
    IReadOnlyList<SharedPassage> Passages,
    string Text,
    IReadOnlyList<TrainerSheetLine> Lines,
    string Comment,
    DateTime? SignedAt,
    Grade? Grade);

/// <summary>A passage that stands in another work too.</summary>
public sealed record SharedPassage(string Quote, int Words, ReflectiveSource Source);

/// <summary>A criterion with what was marked.</summary>
public sealed record TrainerSheetLine(
    Guid CriterionId, LocalizedText Title, IReadOnlyDictionary<Grade, LocalizedText> Descriptors, Grade? Level, string Comment);

internal sealed class GetTrainerSheetHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetTrainerSheetQuery, Result<TrainerSheetView>>
{
    private const int MostPassages = 20;
    private const char Hidden = '▇';

    public async Task<Result<TrainerSheetView>> Handle(GetTrainerSheetQuery request, CancellationToken cancellationToken)
    {
        var sheet = await db.TrainerSheets.AsNoTracking().Include(s => s.Marks).SingleOrDefaultAsync(s => s.Id == request.SheetId && s.AuthorId == user.Me, cancellationToken);
        if (sheet is null)
        {
            return new NotFound();
        }

        var facts = await (
            from recertification in db.Recertifications
            where recertification.Id == sheet.RecertificationId
            join campaign in db.RecertificationCampaigns on recertification.CampaignId equals campaign.Id
            join programme in db.Programmes on recertification.ProgrammeId equals programme.Id
            join trainer in db.Trainers on recertification.TrainerId equals trainer.Id
            join person in db.Persons on trainer.PersonId equals person.Id
            join text in db.ReflectiveTexts on sheet.ReportId equals text.ReportId
            select new
            {
                recertification.Number,
                recertification.IsCarriedOver,
                campaign.RubricId,
                programme.Code,
                programme.Title,
                person.FamilyName,
                person.GivenName,
                person.Patronymic,
                NewPractice = recertification.Reports.Where(r => r.Id == sheet.ReportId).Select(r => r.NewPractice).First(),
                text.Text,
            })
            .SingleAsync(cancellationToken);
        var rubric = await db.Rubrics.AsNoTracking().Include(r => r.Criteria).SingleAsync(r => r.Id == facts.RubricId, cancellationToken);
        var check = await db.ReflectiveChecks.AsNoTracking().Include(c => c.Passages).SingleAsync(c => c.ReportId == sheet.ReportId, cancellationToken);
        string[] names = [facts.FamilyName, facts.GivenName, facts.Patronymic ?? ""];
        return new TrainerSheetView(
            sheet.Id,
            facts.Number,
            facts.Code,
            facts.Title,
            facts.IsCarriedOver,
            facts.NewPractice is null ? null : WithoutNames(facts.NewPractice, names),
            check.Status,
            check.SimilarityPermille,
            [
                .. check.Passages
                    .OrderByDescending(p => p.Words)
                    .ThenBy(p => p.Start)
                    .Take(MostPassages)
                    .Select(p => new SharedPassage(WithoutNames(facts.Text.Substring(p.Start, p.Length), names), p.Words, p.Source)),
            ],
            WithoutNames(facts.Text, names),
            [
                .. rubric.Criteria.OrderBy(c => c.Order).Select(c =>
                {
                    var mark = sheet.Marks.FirstOrDefault(m => m.CriterionId == c.Id);
                    return new TrainerSheetLine(
                        c.Id,
                        c.Title,
                        new Dictionary<Grade, LocalizedText> { [Grade.Unsatisfactory] = c.Unsatisfactory, [Grade.Satisfactory] = c.Satisfactory, [Grade.Good] = c.Good },
                        mark?.Level,
                        mark?.Comment ?? "");
                }),
            ],
            sheet.Comment,
            sheet.SignedAt,
            sheet.Grade);
    }

    private static string WithoutNames(string text, IEnumerable<string> names)
    {
        var shown = new StringBuilder(text);
        foreach (var range in NameHider.Find(text, names, []))
        {
            for (var i = range.Start; i < range.Start + range.Length; i++)
            {
                shown[i] = Hidden;
            }
        }

        return shown.ToString();
    }
}
