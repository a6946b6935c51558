using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Tests;

/// <summary>
/// Who chose what in a closed trial test, as a table for programs of item analysis: a row with the key, then one for each attempt, without names and in an
/// order that tells nothing of people or times. Options are letters as the item has them, A for the first; <c>*</c> is shown and not answered, an empty
/// cell not asked or not shown.
/// </summary>
[RequirePermission(Permission.ManageTrialTests)]
public sealed record GetResponsesQuery(Guid TestId, Language Language) : IQuery<byte[]>;

internal sealed class GetResponsesHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetResponsesQuery, Result<byte[]>>
{
    public async Task<Result<byte[]>> Handle(GetResponsesQuery request, CancellationToken cancellationToken)
    {
        var test = await db.TestsMadeBy(user).AsNoTracking().SingleOrDefaultAsync(t => t.Id == request.TestId, cancellationToken);
        if (test is null)
        {
            return new NotFound();
        }

        if (test.Status != TrialTestStatus.Closed)
        {
            // the key would tell the answers to those who are still to take it
            return new StepNotAllowed(test.Status.ToString(), nameof(TrialTestStatus.Closed));
        }

        var answers = await (
            from attempt in db.TestAttempts.AsNoTracking()
            where attempt.TestId == test.Id && attempt.EndedAt != null
            from answer in attempt.Answers
            select new { answer.AttemptId, answer.VersionId, answer.IsSeen, answer.Chosen })
            .ToListAsync(cancellationToken);
        var ids = answers.Select(a => a.VersionId).Distinct().ToList();
        var versions = await db.ItemVersions.AsNoTracking()
            .Where(v => EF.Parameter(ids).Contains(v.Id))
            .OrderBy(v => v.Section).ThenBy(v => v.Subject).ThenBy(v => v.ItemId).ThenBy(v => v.Number)
            .ToListAsync(cancellationToken);
        List<IReadOnlyList<string>> rows =
        [
            [TextCatalogue.Get(request.Language, "trials.responses.item"), .. versions.Select((_, i) => (i + 1).ToString(CultureInfo.InvariantCulture))],
            [TextCatalogue.Get(request.Language, "trials.responses.text"), .. versions.Select(v => request.Language == Language.Ru ? v.Content.TextRu : v.Content.TextKk)],
            [TextCatalogue.Get(request.Language, "trials.responses.key"), .. versions.Select(v => Letters(v.Content.Key))],
        ];
        rows.AddRange(answers
            .GroupBy(a => a.AttemptId)
            .Select(attempt => attempt.ToDictionary(a => a.VersionId, a => a.IsSeen ? Cell(a.Chosen) : ""))
            .Select(own => versions.ConvertAll(v => own.GetValueOrDefault(v.Id, "")))
            .OrderBy(cells => string.Join('\t', cells), StringComparer.Ordinal)
            .Select((cells, i) => (IReadOnlyList<string>)[(i + 1).ToString(CultureInfo.InvariantCulture), .. cells]));
        return Csv.Of(rows);
    }

    private static string Cell(string chosen) => chosen.Length == 0 ? "*" : Letters(AttemptAnswer.PlacesIn(chosen));

    private static string Letters(IEnumerable<int> places) => string.Concat(places.Order().Select(place => (char)('A' + place)));
}
