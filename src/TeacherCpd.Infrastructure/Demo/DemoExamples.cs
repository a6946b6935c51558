using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>An example portfolio that every assessor has marked as agreed, and a first report for the one with an account.</summary>
internal static class DemoExamples
{
    public static void Add(AppDbContext db, DemoWorld world, GradeRule rule)
    {
        var known = world.Of(DemoAccounts.Assessor);
        var told = db.Gradings.Local.Where(g => g.Status == GradingStatus.Released).Select(g => g.PortfolioVersionId).ToHashSet();
        var final = db.Portfolios.Local.Where(p => p.Status == PortfolioStatus.Recommended).SelectMany(p => p.Versions).Select(v => v.Id).ToHashSet();
        var graded = db.RubricSheets.Local.First(s => s.Role == SheetRole.First && s.AuthorId != known.Id && told.Contains(s.PortfolioVersionId) && final.Contains(s.PortfolioVersionId));
        var levels = graded.Marks.Select(m => (m.CriterionId, m.Level)).ToList();

        var agreed = Begin(SheetRole.Agreed, world.Of(DemoAccounts.Moderator).Id, 0, 9);
        DemoWorld.Ok(agreed.SaveDraft([.. levels.Select(l => (l.CriterionId, l.Level, "Деңгей сипаттамаға сай: жұмыста нақты мысал бар."))], "Үш модератор бірге қарап келісті.", agreed.StartedAt));
        DemoWorld.Ok(agreed.Sign(rule, agreed.StartedAt));
        var example = new ExamplePortfolio
        {
            PortfolioVersionId = graded.PortfolioVersionId,
            RubricId = graded.RubricId,
            AgreedSheetId = agreed.Id,
            Use = ExampleUse.Calibration,
            Tolerance = 1,
            AgreedWith = "Стандарттау вебинары, үш модератор",
        };
        DemoWorld.Ok(example.Move(ExampleStatus.InUse, agreed.StartedAt));
        db.RubricSheets.Add(agreed);
        db.ExamplePortfolios.Add(example);

        var turn = 0;
        foreach (var assessor in world.Assessors.Where(a => a.Id != graded.AuthorId))
        {
            var practice = Begin(SheetRole.Practice, assessor.Id, turn++, 8);
            var first = true;
            DemoWorld.Ok(practice.SaveDraft([.. levels.Select(l => (l.CriterionId, Lower(l.Level, ref first), ""))], "", practice.StartedAt));
            DemoWorld.Ok(practice.Sign(rule, practice.StartedAt));
            db.RubricSheets.Add(practice);
        }

        db.MarkingReports.Add(new MarkingReport { AssessorId = known.Id, MadeOn = world.Today.AddDays(-1), Comparisons = levels.Count, Same = levels.Count - 1, Steps = 1 });

        RubricSheet Begin(SheetRole role, Guid authorId, int turnOf, double daysAgo) => new()
        {
            PortfolioVersionId = graded.PortfolioVersionId,
            Role = role,
            Turn = turnOf,
            RubricId = graded.RubricId,
            AuthorId = authorId,
            StartedAt = world.Ago(daysAgo),
        };
    }

    // one level lower in the first criterion where there is one: within the tolerance, and something to see
    private static Grade? Lower(Grade? level, ref bool first)
    {
        var lower = first && level == Grade.Good;
        first &= !lower;
        return lower ? Grade.Satisfactory : level;
    }
}
