using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>
/// Originality cases at every station: the first teacher may give a statement, the coordinator has a verdict and an appeal to
/// decide, one work is refused. All of programme L01, whose plan has a threshold; and passages that its trainer reviewed.
/// </summary>
internal sealed class DemoCases(AppDbContext db, DemoWorld world)
{
    private const string Programme = "L01";
    private const int Threshold = 200;
    private const int StatementDays = 10;

    public async Task AddAsync(CancellationToken cancellationToken)
    {
        var plan = await AddPlanAsync(cancellationToken);
        await PlanRoundsAsync(plan, cancellationToken);
        var works = await (
            from portfolio in db.Portfolios.Include(p => p.Versions)
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            where studyGroup.ProgrammeVersionId == plan.ProgrammeVersionId && studyGroup.Status == GroupStatus.Studying
            orderby enrolment.ListenerCode
            select new DemoWork(portfolio, enrolment, studyGroup.TrainerId)).ToListAsync(cancellationToken);
        var teacher = world.Of(DemoAccounts.Teacher).Id;
        var read = works.Where(w => w.Portfolio.Status == PortfolioStatus.AwaitingFeedback).ToList();

        await OpenAsync(works.Single(w => w.Enrolment.PersonId == teacher), 2, cancellationToken);
        State(await OpenAsync(read[0], 6, cancellationToken), 4);

        var refused = await OpenAsync(read[1], 20, cancellationToken);
        State(refused, 17);
        Decide(refused, read[1], OriginalityVerdict.Refused, world.Of(DemoAccounts.Coordinator), 7);
        refused.Remember(read[1].Portfolio.Status, read[1].Enrolment.Status);
        DemoWorld.Ok(read[1].Portfolio.Move(PortfolioStatus.Refused, refused.DecidedAt!.Value));
        DemoWorld.Ok(read[1].Enrolment.Finish(EnrolmentStatus.NotRecommended));

        var warned = works.First(w => w.Portfolio.Status == PortfolioStatus.FeedbackGiven && w.Enrolment.PersonId != teacher);
        var appealed = await OpenAsync(warned, 18, cancellationToken);
        State(appealed, 15);
        Decide(appealed, warned, OriginalityVerdict.Warning, world.CentreCoordinator, 6);
        DemoWorld.Ok(appealed.LodgeAppeal("Бұл абзацты әріптесім екеуміз бірге жаздық, бірлескен жоспар қоса беріледі.", world.Today.AddDays(-3), world.Ago(3)));
    }

    private async Task<AssessmentPlan> AddPlanAsync(CancellationToken cancellationToken)
    {
        var first = await (
            from plan in db.AssessmentPlans
            join version in db.ProgrammeVersions on plan.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            where programme.Code == Programme && plan.Number == 1
            select plan).SingleAsync(cancellationToken);
        var second = new AssessmentPlan
        {
            ProgrammeVersionId = first.ProgrammeVersionId,
            Number = 2,
            InForceFrom = world.Today.AddDays(-60),
            RubricId = first.RubricId,
            Reports = first.Reports,
            HasPresentation = first.HasPresentation,
            IsChecked = first.IsChecked,
            ThresholdPermille = Threshold,
            Consequence = OriginalityConsequence.Case,
            Basis = "Бағалау рәсімдерінің ережесі, 4-тармақ",
        };
        db.AssessmentPlans.Add(second);
        return second;
    }

    // courses that go on are checked again after their last day; of L01 it is told what reached the threshold
    private async Task PlanRoundsAsync(AssessmentPlan plan, CancellationToken cancellationToken)
    {
        var checks = await (
            from check in db.OriginalityChecks.Include(c => c.Passages)
            join version in db.PortfolioVersions on check.VersionId equals version.Id
            join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            where studyGroup.Status == GroupStatus.Studying
            orderby check.QueuedAt
            select new { Check = check, version.HandedInAt, studyGroup.EndsOn, studyGroup.ProgrammeVersionId, studyGroup.TrainerId, studyGroup.BranchId }).ToListAsync(cancellationToken);
        foreach (var item in checks)
        {
            item.Check.PlanNextRound(LaterRounds.After(item.Check.Round, Clock.DayOf(item.HandedInAt), item.EndsOn)?.On);
            if (item.ProgrammeVersionId == plan.ProgrammeVersionId && item.Check.Status == CheckStatus.Done)
            {
                item.Check.CompareWith(plan, null);
            }
        }

        foreach (var item in checks.Where(c => c.Check.Passages.Count > 1 && c.BranchId == world.Places["kz/pso/B39/"].Id).OrderByDescending(c => c.Check.SimilarityPermille).Take(3))
        {
            Review(item.Check, item.TrainerId);
        }
    }

    private void Review(OriginalityCheck check, Guid by)
    {
        var reviews = check.Passages.OrderBy(p => p.Start).Take(2).Select((passage, i) => new PassageReview
        {
            MaterialId = check.MaterialId,
            SourceMaterialId = passage.SourceMaterialId,
            Start = passage.Start,
            Length = passage.Length,
            Judgement = i == 0 ? PassageJudgement.Confirmed : PassageJudgement.Dismissed,
            Reason = i == 0 ? "Сөйлемдер сол ретімен бұрынғы жұмыста тұр." : "Бағдарламаның жалпы тұжырымы, бәрі осылай жазады.",
            At = world.Ago(1),
            By = by,
        }).ToList();
        db.PassageReviews.AddRange(reviews);
        check.CountAnew(reviews);
    }

    private async Task<OriginalityCase> OpenAsync(DemoWork work, double daysAgo, CancellationToken cancellationToken)
    {
        var at = world.Ago(daysAgo);
        var version = work.Portfolio.Versions.MaxBy(v => v.Number)!;
        var check = await db.OriginalityChecks.FirstAsync(c => c.VersionId == version.Id, cancellationToken);
        var number = await db.NextNumberAsync(string.Create(CultureInfo.InvariantCulture, $"originality-case/{world.Today.Year}"), cancellationToken);
        var @case = new OriginalityCase
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"OR-{world.Today.Year}-{number:000000}"),
            VersionId = version.Id,
            OpenedAt = at,
            StatementDueOn = Clock.DayOf(at).AddDays(StatementDays),
        };
        var reaches = check.SimilarityPermille >= Threshold;
        DemoWorld.Ok(@case.Join(new CaseGround
        {
            CaseId = @case.Id,
            Kind = reaches ? CaseGroundKind.Threshold : CaseGroundKind.ByHand,
            CheckId = check.Id,
            Permille = reaches ? check.SimilarityPermille : null,
            Words = reaches ? null : "Екінші бөлімнің стилі басқаша, ондағы сынып пен пән жұмыстың қалған бөлігіне сай емес.",
            By = reaches ? null : work.TrainerId,
            At = at,
        }));
        db.OriginalityCases.Add(@case);
        var notice = new CaseNotice
        {
            CaseId = @case.Id,
            RecipientId = work.Enrolment.PersonId,
            Kind = CaseNoticeKind.Opened,
            WrittenAt = at,
        };
        DemoWorld.Ok(notice.Move(ReminderStatus.Sending, at));
        DemoWorld.Ok(notice.Move(ReminderStatus.Sent, at));
        db.CaseNotices.Add(notice);
        return @case;
    }

    private void State(OriginalityCase @case, double daysAgo)
    {
        var at = world.Ago(daysAgo);
        DemoWorld.Ok(@case.State("Сабақ жоспарының бұл бөлігін мектептегі бірлестік отырысында бірге құрастырдық, сілтеме қоюды ұмыттым.", Clock.DayOf(at), at));
    }

    private void Decide(OriginalityCase @case, DemoWork work, OriginalityVerdict verdict, Person by, double daysAgo)
    {
        var at = world.Ago(daysAgo);
        DemoWorld.Ok(@case.Decide(
            verdict, "Үзінділерді дереккөзімен салыстырып оқыдым: екі абзац сілтемесіз берілген.", by.Id, [work.Enrolment.PersonId, work.TrainerId], 10, Clock.DayOf(at), at));
    }

    private sealed record DemoWork(Portfolio Portfolio, Enrolment Enrolment, Guid TrainerId);
}
