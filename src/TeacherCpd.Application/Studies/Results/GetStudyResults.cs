using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Studies.Results;

/// <summary>
/// The results of a study: for those who run and oversee it once it is closed, for everybody who is signed in once it is published. While it is
/// open there are none: whoever looked before and after one answer would see what that person answered.
/// </summary>
/// <param name="StudyId">Study.</param>
/// <param name="VersionId">Version of a questionnaire; null: the first.</param>
/// <param name="By">By what the answers are told apart.</param>
[SignedIn]
public sealed record GetStudyResultsQuery(Guid StudyId, Guid? VersionId = null, Breakdown By = Breakdown.None) : IQuery<StudyResults>;

/// <summary>The study still takes answers: results are shown afterwards.</summary>
public sealed record ResultsLater() : Error("results_later", ErrorKind.Conflict);

internal sealed class GetStudyResultsHandler(IAppDbContext db, CurrentUser user, StudyRules rules) : IRequestHandler<GetStudyResultsQuery, Result<StudyResults>>
{
    private const int MostWords = 500;

    public async Task<Result<StudyResults>> Handle(GetStudyResultsQuery request, CancellationToken cancellationToken)
    {
        var study = await db.StudiesSeenBy(user)
            .Where(s => s.Id == request.StudyId)
            .Select(s => new { s.Id, s.Title, s.Status, Path = db.Organisations.Where(o => o.Id == s.OrganisationId).Select(o => o.Path).First() })
            .SingleOrDefaultAsync(cancellationToken);
        if (study is null)
        {
            return new NotFound();
        }

        if (study.Status is StudyStatus.Planned or StudyStatus.Open)
        {
            return new ResultsLater();
        }

        var versions = await (
            from questionnaire in db.Questionnaires
            where questionnaire.StudyId == study.Id && questionnaire.Kind == QuestionnaireKind.Survey
            from version in questionnaire.Versions
            where version.FrozenAt != null
            orderby questionnaire.Audience, version.Number
            select new
            {
                QuestionnaireId = questionnaire.Id,
                Version = new ResultVersion(version.Id, questionnaire.Audience, version.Number, db.AnswerSheets.Count(s => s.VersionId == version.Id)),
                Json = version.Id == request.VersionId || request.VersionId == null ? version.Json : null,
            })
            .ToListAsync(cancellationToken);
        var chosen = versions.Find(v => request.VersionId is null || v.Version.Id == request.VersionId);
        if (chosen is null)
        {
            return new NotFound();
        }

        var shown = chosen.Version;
        var content = QuestionnaireContent.Parse(chosen.Json!);
        var isOnly = versions.Count(v => v.QuestionnaireId == chosen.QuestionnaireId) == 1;
        var view = new StudyResults(
            study.Id, study.Title, study.Status, user.Covers(Permission.ManageStudies, study.Path), versions.ConvertAll(v => v.Version), shown, rules.SmallGroup,
            null, isOnly ? await db.StudyInvitations.CountAsync(i => i.QuestionnaireId == chosen.QuestionnaireId, cancellationToken) : null, request.By, [], []);
        if (view.IsSmall)
        {
            return view;
        }

        var counted = await CountAsync(shown.Id, content, request.By, cancellationToken);
        var names = await NamesAsync(request.By, counted.Groups.Keys, cancellationToken);
        var groups = counted.Groups.OrderByDescending(g => g.Value.Sheets).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var hidden = SmallGroups.Hidden(groups.ConvertAll(g => g.Value.Sheets), rules.SmallGroup);
        var words = await WordsAsync(shown.Id, cancellationToken);
        var byLinkShown = SmallGroups.Hidden([counted.ByLink, counted.All.Sheets - counted.ByLink], rules.SmallGroup).Count == 0;
        return view with
        {
            ByLink = byLinkShown ? counted.ByLink : null,
            Groups = [.. groups.Select((g, place) => (names.GetValueOrDefault(g.Key), hidden.Contains(place) ? (int?)null : g.Value.Sheets))],
            Questions = [.. content.Questions.Select(q => ResultOf(q, counted.All, groups.ConvertAll(g => g.Value), hidden, words[q.Code]))],
        };
    }

    /// <summary>One reading of all sheets; only what is counted is read of them.</summary>
    private async Task<(AnswerTally All, int ByLink, Dictionary<string, AnswerTally> Groups)> CountAsync(
        Guid versionId, QuestionnaireContent content, Breakdown by, CancellationToken cancellationToken)
    {
        var sheets = db.AnswerSheets.Where(s => s.VersionId == versionId);
        var all = new AnswerTally(content);
        var groups = new Dictionary<string, AnswerTally>();
        var byLink = 0;
        if (by == Breakdown.None)
        {
            foreach (var sheet in await sheets.Select(s => new { s.Marks, s.IsByLink }).ToListAsync(cancellationToken))
            {
                all.Add(sheet.Marks);
                byLink += sheet.IsByLink ? 1 : 0;
            }

            return (all, byLink, groups);
        }

        foreach (var sheet in await sheets.Select(s => new { s.Marks, s.IsByLink, s.Language, s.RegionId, s.ProgrammeId }).ToListAsync(cancellationToken))
        {
            all.Add(sheet.Marks);
            byLink += sheet.IsByLink ? 1 : 0;
            var key = by switch
            {
                Breakdown.Language => sheet.Language.ToString(),
                Breakdown.Region => sheet.RegionId?.ToString() ?? "",
                _ => sheet.ProgrammeId?.ToString() ?? "",
            };
            if (!groups.TryGetValue(key, out var tally))
            {
                groups.Add(key, tally = new AnswerTally(content));
            }

            tally.Add(sheet.Marks);
        }

        return (all, byLink, groups);
    }

    private async Task<Dictionary<string, LocalizedText>> NamesAsync(Breakdown by, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        if (by == Breakdown.Language)
        {
            return keys.ToDictionary(k => k, k => Texts.TextCatalogue.Raw($"enum.Language.{k}"));
        }

        var ids = keys.Where(k => k.Length > 0).Select(Guid.Parse).ToList();
        return by switch
        {
            Breakdown.Region => await db.Organisations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id.ToString(), o => o.Name, cancellationToken),
            Breakdown.Programme => await db.Programmes.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id.ToString(), p => p.Title, cancellationToken),
            _ => [],
        };
    }

    private async Task<ILookup<string, WordsResult?>> WordsAsync(Guid versionId, CancellationToken cancellationToken)
    {
        // ids are by chance, and so is their order
        var found = await db.OpenAnswers.Where(a => a.VersionId == versionId)
            .OrderBy(a => a.Id)
            .Select(a => new { a.Question, a.Id, a.Words, a.IsStruck })
            .ToListAsync(cancellationToken);
        return found.ToLookup(a => a.Question, a => a.IsStruck ? null : new WordsResult(a.Id, a.Words));
    }

    private QuestionResult ResultOf(Question question, AnswerTally all, List<AnswerTally> groups, IReadOnlySet<int> hiddenGroups, IEnumerable<WordsResult?> words)
    {
        if (question.Kind == QuestionKind.Open)
        {
            var written = words.ToList();
            return written.Count < rules.SmallGroup
                ? new QuestionResult(question, null, [], null, null, null, [], [])
                : new QuestionResult(
                    question, written.Count, [], null, null, null, [], [.. written.OfType<WordsResult>().Take(MostWords)], written.Count(w => w is null));
        }

        var answered = all.Answered(question.Code);

        // who left a question out is a group too: the whole less those who answered
        if (SmallGroups.Hidden([answered], rules.SmallGroup).Count > 0)
        {
            return new QuestionResult(question, null, [], null, null, null, [], []);
        }

        // in a group that is shown a question may have been answered by few: hidden again, together with those that would give it away
        var hidden = SmallGroups.Hidden(groups.ConvertAll(g => g.Answered(question.Code)), rules.SmallGroup).Union(hiddenGroups).ToHashSet();
        var isScale = question.Kind == QuestionKind.Scale;
        var byGroup = groups.Select((g, place) => hidden.Contains(place)
            ? new GroupResult(null, [], null)
            : new GroupResult(
                g.Answered(question.Code),
                question.Kind == QuestionKind.Matrix ? [] : g.Counts(question.Code),
                isScale ? g.MeanOf(question.Code) : null)).ToList();
        return new QuestionResult(
            question,
            answered,
            question.Kind == QuestionKind.Matrix
                ? [.. question.Rows.Select((row, place) => MatrixRow(row, all.AnsweredRow(question.Code, place), all.Counts(question.Code, place)))]
                : [new RowResult(null, answered, all.Counts(question.Code))],
            isScale ? all.MeanOf(question.Code) : null,
            isScale ? all.MedianOf(question.Code) : null,
            TargetOf(question, all, byGroup),
            byGroup,
            []);
    }

    private RowResult MatrixRow(LocalizedText row, int answered, IReadOnlyList<int> counts) =>
        new(row, answered, SmallGroups.Hidden([answered], rules.SmallGroup).Count > 0 ? [] : counts);

    private static TargetResult? TargetOf(Question question, AnswerTally all, List<GroupResult> groups)
    {
        if (question.Indicator is not { } indicator)
        {
            return null;
        }

        var (asked, level) = StudyTargets.Of(indicator);
        var counted = groups.Where(g => g.Answered != 0).ToList();
        int? mean = counted.Count == 0 || counted.Exists(g => g.Answered is null)
            ? null
            : (int)Math.Round(counted.Average(g => 1000m * g.Counts.Take(question.Positive).Sum() / g.Answered!.Value), MidpointRounding.AwayFromZero);
        return new TargetResult(
            indicator, level, asked, Rounded.PerMille(all.Counts(question.Code).Take(question.Positive).Sum(), all.Answered(question.Code)), mean);
    }
}
